"""The closed state of the panel: a button that opens it."""

from typing import NamedTuple


class WritingLink(NamedTuple):
    url: str
