"""Business events (CHAN-6): exhibitions, conferences, breakfasts; whom we meet there and what came of it.

Not the log of events: that is foundation/events.py. Knows deals and touches; they do not know it."""
