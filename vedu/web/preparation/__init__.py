"""The brief of a client, its readiness on the cards, what it brings. Knows clients and deals, changes only briefs."""
