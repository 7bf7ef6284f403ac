"""Two entries of one client side by side, field by field, and their merge. Knows clients, not other screens."""
