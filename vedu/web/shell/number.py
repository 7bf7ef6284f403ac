"""Numbers in addresses and forms."""


def number(text: str) -> int:
    """A whole number of Latin digits; 0 for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 19 else 0
