"""Lines of the first table of an HTML page: what many systems export under the name of .xls."""

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path

from django.utils.translation import gettext as _

from vedu.clients.imports.reading.encoding import encoding_of
from vedu.clients.imports.reading.table import Line, unreadable
from vedu.clients.imports.reading.table_limits import LONGEST_CELL, LONGEST_ROW

CHUNK = 1 << 16
COST_OF_CELL = 64  # bytes, however little stands in it


@dataclass(frozen=True, slots=True)
class HtmlFile:
    path: Path
    encoding: str

    @classmethod
    def sniff(cls, path: Path) -> "HtmlFile":
        return cls(path, encoding_of(path))

    @property
    def how(self) -> str:
        return f"HTML, {self.encoding}"

    def lines(self) -> Iterator[Line]:
        yield from map(Line._make, enumerate(self._rows(), start=1))

    def _rows(self) -> Iterator[list[str]]:
        parser = _TableParser()
        with self.path.open(encoding=self.encoding, errors="replace") as file:
            while chunk := file.read(CHUNK):
                parser.feed(chunk.replace("\x00", ""))
                if parser.is_endless:
                    sentence = _("A tag or a cell of the page does not end: save the table as CSV or XLSX.")
                    raise unreadable(self.path, sentence)
                while parser.rows:
                    yield parser.rows.popleft()
        parser.close()
        yield from parser.rows


class _TableParser(HTMLParser):
    """``rows`` fill as text is fed; the reader takes them away. Tables after the first are not read."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: deque[list[str]] = deque()
        self._row: list[str] | None = None
        self._cell: list[str] | None = None
        self._tables_over = 0
        self._length = 0  # of the row: its characters and its cells

    @property
    def is_endless(self) -> bool:
        """What is begun is kept and looked at anew with each chunk, so it has to end some time."""
        return len(self.rawdata) > LONGEST_CELL or self._length > LONGEST_ROW

    def close(self) -> None:
        """The page may end in the middle of its last row."""
        super().close()
        self._end_row()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:  # noqa: ARG002
        if tag == "tr" and not self._tables_over:
            self._end_row()
            self._row = []
        elif tag in {"td", "th"} and self._row is not None:
            self._end_cell()
            self._cell = []
        elif tag == "br" and self._cell is not None:
            self._cell.append("\n")

    def handle_endtag(self, tag: str) -> None:
        if tag in {"td", "th"}:
            self._end_cell()
        elif tag == "tr":
            self._end_row()
        elif tag == "table":
            self._end_row()
            self._tables_over += 1

    def handle_data(self, data: str) -> None:
        if self._cell is not None:
            self._cell.append(data)
            self._length += len(data)

    def _end_cell(self) -> None:
        if self._cell is not None and self._row is not None:
            self._row.append("".join(self._cell).strip())
            self._length += COST_OF_CELL
        self._cell = None

    def _end_row(self) -> None:
        self._end_cell()
        if self._row is not None:
            self.rows.append(self._row)
        self._row, self._length = None, 0
