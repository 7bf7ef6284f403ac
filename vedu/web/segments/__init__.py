"""Segments: groups of clients named by conditions, with counts; for heads. Knows the facts by their register alone."""
