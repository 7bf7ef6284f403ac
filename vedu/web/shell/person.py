"""A person as a small disc: initials on a quiet tint that is always the same for the same person."""

from functools import lru_cache

from django.utils.html import format_html
from django.utils.safestring import SafeString

# Steps of the golden angle keep neighbouring ids far apart on the colour circle.
GOLDEN_ANGLE = 137.508


def hue(person_id: int) -> int:
    """Degrees, 0 to 359."""
    return int(person_id * GOLDEN_ANGLE) % 360


def initials(name: str) -> str:
    """«АК» of «Анна Котова»; the first two letters of a single word."""
    words = name.split()
    return ("".join(word[0] for word in words[:2]) if len(words) > 1 else name[:2]).upper()


@lru_cache(maxsize=4096)
def person_markup(name: str, person_id: int, size: str = "", decorative: bool = False) -> SafeString:
    """The disc; ``size`` is "" (20 px), "m" (28) or "l" (38). ``decorative`` when the name stands beside it."""
    return format_html(
        '<span class="v-person {}" style="--hue:{}" {}>{}</span>',
        size,
        hue(person_id),
        format_html('aria-hidden="true"' if decorative else 'role="img" aria-label="{0}" title="{0}"', name),
        initials(name),
    )
