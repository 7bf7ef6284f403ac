"""One box that finds clients, their people and deals. Knows where each kind of find lives, not how finding works."""
