"""Ids as forms send them."""

LONGEST = 18


def number(text: str) -> int:
    """0 for what is none."""
    return int(text) if text.isascii() and text.isdigit() and len(text) <= LONGEST else 0
