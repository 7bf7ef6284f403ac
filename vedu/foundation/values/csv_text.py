"""Tables for spreadsheets: UTF-8 with a mark and «;», as they like it."""

import csv
import io
from collections.abc import Iterable

MARK, DELIMITER = "\ufeff", ";"


def line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=DELIMITER).writerow(map(harmless, cells))
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is shown as text."""
    return f"'{cell}" if cell[:1] in ("=", "@") else cell
