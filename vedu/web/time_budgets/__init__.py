"""The editor of time budgets by segment: beside it what they would leave out of today's plans."""
