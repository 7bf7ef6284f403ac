"""FLOOR 2: deals, touches, talk: the main job. Knows the client base, nothing above."""
