"""Lines of the first filled sheet of a workbook (XLSX, XLS, ODS)."""

import datetime as dt
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.utils.translation import gettext as _
from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, load_workbook

from vedu.clients.imports.reading.table import Line, unreadable

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
UNPACKED_AT_MOST = 2 << 30


@dataclass(frozen=True, slots=True)
class Workbook:
    path: Path
    how: str = "XLSX"

    def lines(self) -> Iterator[Line]:
        for number, cells in enumerate(self._sheet().iter_rows(), start=1):
            yield Line(number, [cell if isinstance(cell, str) else text_of(cell) for cell in cells])

    def _sheet(self) -> CalamineSheet:
        _require_modest(self.path)
        try:
            book = load_workbook(self.path)
            return _first_filled(book)
        except PasswordError as error:
            raise unreadable(self.path, _("The workbook has a password: save a copy without it.")) from error
        except (CalamineError, OSError, ValueError) as error:
            raise unreadable(self.path, _("The workbook cannot be read: save it anew as XLSX or CSV.")) from error


def text_of(cell: Cell) -> str:
    """As a CSV file would hold it: 79126401822.0 → "79126401822", moments in ISO."""
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


def _first_filled(book: CalamineWorkbook) -> CalamineSheet:
    sheets = [book.get_sheet_by_index(number) for number in range(len(book.sheet_names))]
    return next((sheet for sheet in sheets if sheet.height), sheets[0])


def _require_modest(path: Path) -> None:
    """A small archive that unpacks to gigabytes would take all the memory."""
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        if sum(part.file_size for part in archive.infolist()) > UNPACKED_AT_MOST:
            raise unreadable(path, _("The workbook is too large: save it as CSV, which may be of any size."))
