"""Beside a deal: its products and the arguments for its needs. Knows the card's parts, not its page."""
