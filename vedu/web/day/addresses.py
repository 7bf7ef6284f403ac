"""Addresses by the dozen: one look-up for all rows of a page."""

from functools import cache

from django.urls import reverse


@cache
def pattern(name: str) -> tuple[str, str]:
    """What stands before and after the id."""
    before, _, after = reverse(name, args=[0]).rpartition("0")
    return before, after


@cache
def place(name: str) -> str:
    """As reverse(name) gives it."""
    return reverse(name)


def address(name: str, pk: int) -> str:
    """As reverse(name, args=[pk]) gives it."""
    before, after = pattern(name)
    return f"{before}{pk}{after}"
