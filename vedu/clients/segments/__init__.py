"""Segments: groups of clients named by conditions on their facts. Knows clients, not who uses the groups."""
