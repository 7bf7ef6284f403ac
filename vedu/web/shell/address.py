"""Addresses of pages that take no numbers: asked for once, not for each link."""

from functools import cache
from urllib.parse import urlencode

from django.urls import reverse


@cache
def path(name: str) -> str:
    return reverse(name)


def with_words(address: str, words: dict[str, str]) -> str:
    """The address with the words that are said."""
    return f"{address}?{urlencode(words)}" if words else address
