"""FLOOR 5: the screens; the only place with HTML."""
