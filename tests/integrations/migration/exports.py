"""Exports of other systems for the tests: CSV, an HTML table called .xls, a workbook."""

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

import openpyxl

from tests.cast import Cast
from vedu.clients.imports import preparing, running
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User

Row = Mapping[str, object]


def load(path: Path, cast: Cast, *, by: User | None = None, **mapping: object) -> ImportRun:
    """Import as the administrator unless told; the format is guessed."""
    run = preparing.begin(path, by=by or cast.adam, given=mapping)
    running.carry_out(run)
    return ImportRun.objects.get(pk=run.pk)


def csv_of(
    folder: Path, headers: Sequence[str], rows: Sequence[Row], encoding: str = "utf-8", delimiter: str = ","
) -> Path:
    lines = [
        delimiter.join('"{}"'.format(cell.replace('"', '""')) for cell in cells) for cells in _cells(headers, rows)
    ]
    return _written(folder / "export.csv", "\r\n".join(lines).encode(encoding))


def html_of(folder: Path, headers: Sequence[str], rows: Sequence[Row], encoding: str = "utf-8") -> Path:
    """As Bitrix24 does: a meta, a table, nothing around it."""
    lines = ["".join(f"<td>{escape(cell)}</td>" for cell in cells) for cells in _cells(headers, rows)]
    page = '<meta http-equiv="Content-type" content="text/html" />\n<table border="1">'
    page += "".join(f"<tr>{line}</tr>\n" for line in lines) + "</table>"
    return _written(folder / "export.xls", page.encode(encoding))


def workbook_of(folder: Path, headers: Sequence[str], rows: Sequence[Row]) -> Path:
    """Numbers stay numbers."""
    book = openpyxl.Workbook()
    book.active.append(list(headers))
    for row in rows:
        book.active.append([row.get(header) for header in headers])
    book.save(folder / "export.xlsx")
    return folder / "export.xlsx"


def _cells(headers: Sequence[str], rows: Sequence[Row]) -> list[list[str]]:
    return [list(headers), *([str(row.get(header, "")) for header in headers] for row in rows)]


def _written(path: Path, content: bytes) -> Path:
    path.write_bytes(content)
    return path
