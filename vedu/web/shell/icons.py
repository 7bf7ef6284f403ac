"""Icons out of one sprite (Tabler outline, collected by bin/collect_front_end.py)."""

from functools import cache

from django.templatetags.static import static
from django.utils.html import format_html
from django.utils.safestring import SafeString

ICON = '<svg class="v-i" aria-hidden="true"><use href="{}#{}"/></svg>'


@cache
def icon_markup(name: str) -> SafeString:
    """The <svg> that shows the sprite's symbol ``name``; decorative, so the word stands beside it.

    A name that no template uses as {% icon "name" %} is listed in vedu/web/icons.txt.
    """
    return format_html(ICON, static("vendor/icons.svg"), name)
