"""Whole numbers as people read them: «48 311», "48,311"."""

from django.utils.translation import get_language

THIN_GAP = "\u202f"


def number_text(number: int) -> str:
    text = f"{number:,}"
    return text if (get_language() or "en").startswith("en") else text.replace(",", THIN_GAP)
