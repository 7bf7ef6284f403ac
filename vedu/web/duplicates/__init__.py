"""The queue of probable duplicates, and those that a new client probably is. Knows clients, not other screens."""
