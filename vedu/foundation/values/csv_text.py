"""Tables for spreadsheets: UTF-8 with a mark and «;», as they like it."""

import csv
import io
import re
from collections.abc import Iterable

MARK, DELIMITER = "\ufeff", ";"
NUMBER = re.compile(r"[+-][\d\s().,-]*")


def line(cells: Iterable[str]) -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=DELIMITER).writerow(map(harmless, cells))
    return out.getvalue()


def harmless(cell: str) -> str:
    """A cell that a spreadsheet would take for a formula is shown as text; a phone and a number stay what they are."""
    start = cell.lstrip()[:1]
    is_formula = start in ("=", "@") or (start in ("+", "-") and not NUMBER.fullmatch(cell)) if start else False
    return f"'{cell}" if is_formula or cell[:1] in ("\t", "\r") else cell
