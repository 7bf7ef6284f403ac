"""Deals on their way through a pipeline: stages, gates, moves, closings. Knows clients, not screens."""
