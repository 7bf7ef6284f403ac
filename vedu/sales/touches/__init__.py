"""Touches and tasks: what was said to a client and what comes next."""
