"""The head's morning: whom to help, what to decide, how each one stands. Knows deals and clients, changes nothing."""
