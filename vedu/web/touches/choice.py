"""An option of a list or a chip of a row."""

from collections.abc import Iterable
from typing import NamedTuple

from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe


class Choice(NamedTuple):
    value: str
    label: str
    chosen: bool = False


def options(choices: Iterable[Choice]) -> SafeString:
    """The <option>s of a <select>."""
    selected, not_selected = mark_safe(" selected"), mark_safe("")
    rows = ((value, selected if chosen else not_selected, label) for value, label, chosen in choices)
    return format_html_join("", '<option value="{}"{}>{}</option>', rows)
