"""Counts of rows as people read them."""

from django.utils.translation import get_language, ngettext

THIN = "\u202f"


def number(count: int) -> str:
    """«8 800» with a thin space that does not break; "8,800" in English."""
    text = f"{count:,}"
    return text if (get_language() or "").startswith("en") else text.replace(",", THIN)


def rows_text(count: int) -> str:
    return ngettext("%(rows)s row", "%(rows)s rows", count) % {"rows": number(count)}
