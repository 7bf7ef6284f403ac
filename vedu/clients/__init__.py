"""FLOOR 1: the client base: who the clients are and who leads them. Knows nothing of deals."""
