"""Deals of a pipeline as a board and as a list; new deals, moves and bulk actions. Knows sales, not other screens."""
