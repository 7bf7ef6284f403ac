"""A table in a file: headers and rows of text."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import NamedTuple, Protocol

from django.utils.translation import gettext as _

from vedu.clients.imports.reading.table_limits import MOST_COLUMNS
from vedu.foundation.refusal import Invalid, Reason

HEADER_SEARCHED_IN = 20


class Line(NamedTuple):
    """``number`` counts from 1 with the headers, as a spreadsheet shows it."""

    number: int
    cells: list[str]


class Source(Protocol):
    """Where lines come from; may be read any number of times."""

    def lines(self) -> Iterator[Line]: ...


@dataclass(slots=True)
class Table:
    """``how`` tells a person what was recognised: "CSV, windows-1251, «;»"."""

    source: Source
    how: str
    headers: list[str] = field(default_factory=list)
    header_line: int = 0

    def __post_init__(self) -> None:
        self.header_line, cells = _header(self.source)
        self.headers = _unique([" ".join(cell.split()) for cell in cells])
        if len(self.headers) > MOST_COLUMNS:
            sentence = _("The table has more than %(most)d columns: leave those out that you need not import.")
            raise Invalid(Reason("file-unreadable", sentence % {"most": MOST_COLUMNS}, {"field": "file"}))

    def rows(self, after: int = 0) -> Iterator[Line]:
        """Filled lines below the headers, those up to number ``after`` left out, each as wide as the headers."""
        width, start = len(self.headers), max(after, self.header_line)
        for number, cells in self.source.lines():
            if number <= start or not any(map(str.strip, cells)):
                continue
            missing = width - len(cells)
            yield Line(number, cells + [""] * missing if missing > 0 else cells[:width])


def unreadable(path: Path, sentence: str) -> Invalid:
    """The whole file cannot be read; ``sentence`` says why and what to do."""
    return Invalid(Reason("file-unreadable", sentence, {"field": "file", "file": path.name}))


def _header(source: Source) -> Line:
    """The first line with two filled cells, for reports have titles above; else the first filled one."""
    first: Line | None = None
    for line in source.lines():
        filled = sum(1 for cell in line.cells if cell.strip())
        if filled > 1:
            return line
        first = first or (line if filled else None)
        if line.number >= HEADER_SEARCHED_IN:
            break
    if first is None:
        raise Invalid(Reason("file-empty", _("The file is empty: it has no line with headers."), {"field": "file"}))
    return first


def _unique(headers: list[str]) -> list[str]:
    """The second «Телефон» is «Телефон (2)»; trailing empty headers are dropped."""
    while headers and not headers[-1]:
        headers.pop()
    seen: dict[str, int] = {}
    for place, header in enumerate(headers):
        name = header or f"№ {place + 1}"
        seen[name] = seen.get(name, 0) + 1
        headers[place] = name if seen[name] == 1 else f"{name} ({seen[name]})"
    return headers
