"""Tables for spreadsheets: UTF-8 with a mark and «;», as they like it."""

import csv
import io
import re
from collections.abc import Iterable

MARK, DELIMITER = "\ufeff", ";"
# Spaces before the mark do not stop a spreadsheet; a tab or a return before anything does not either.
FORMULA = re.compile(r"\s*[=@+-]|[\t\r]")
NUMBER = re.compile(r"[+-][\d\s().,-]*")


def line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=DELIMITER).writerow(map(harmless, cells))
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is shown as text; a phone and a number stay what they are."""
    return f"'{cell}" if FORMULA.match(cell) and not NUMBER.fullmatch(cell) else cell
