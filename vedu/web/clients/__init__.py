"""The client base: its list and the card of one client. Knows deals and touches only to show them."""
