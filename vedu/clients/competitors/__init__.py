"""Competitors of ours and who supplies a client today (BASE-8). Knows clients, not deals."""
