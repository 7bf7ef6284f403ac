"""Whose export a file is, by its headers."""

from collections.abc import Sequence

from vedu.clients.imports.field import Aliases, header_key
from vedu.clients.imports.format import Format, formats
from vedu.clients.imports.target import target_named

ANY = "clients"
OR = "|"


def guess(headers: Sequence[str]) -> Format:
    """The format most of whose signature stands among the headers; the generic one for clients when none does."""
    return max(formats(), key=lambda one: (_likeness(one, headers), one.code == ANY))


def _likeness(one: Format, headers: Sequence[str]) -> float:
    """A long signature found says more than a short one; a generic format says less than any signature."""
    if one.signature:
        there = {header_key(header) for header in headers}
        found = sum(any(header_key(spelling) in there for spelling in entry.split(OR)) for entry in one.signature)
        return found if found * 2 > len(one.signature) else 0
    aliases = Aliases(target_named(one.target).fields, one.aliases, one.left_out)
    told = {code for header in headers if (code := aliases.field_of(header)) in one.telling}
    return 0.5 if len(told) > 1 else 0
