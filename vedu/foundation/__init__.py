"""FLOOR 0: people, access, events, values, search, jobs. Knows nothing of the floors above."""
