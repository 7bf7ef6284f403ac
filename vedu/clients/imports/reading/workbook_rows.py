"""Reads a workbook in a process of its own: `python workbook_rows.py FILE N` writes each row as one JSON
line, for which N characters of text are the most.

What came by upload may unpack to any size, name a cell at the far corner of a sheet or bring the reader down: a process
with limits takes only itself with it. It imports nothing of ours, so it starts in some hundredths of a second."""

import datetime as dt
import json
import resource
import sys
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress

from python_calamine import CalamineSheet, CalamineWorkbook, PasswordError, load_workbook

Cell = int | float | str | bool | dt.time | dt.date | dt.datetime | dt.timedelta
MEMORY_AT_MOST, SECONDS_AT_MOST = 1 << 30, 60
UNPACKED_AT_MOST = 2 << 30
UNREADABLE, LOCKED, TOO_LARGE = 3, 4, 5


def main(path: str, longest_row: int) -> int:
    _take_limits()
    try:
        _write_rows(path, longest_row)
    except PasswordError:
        return LOCKED
    except (MemoryError, _TooLarge):
        return TOO_LARGE
    except BaseException:  # noqa: BLE001 a panic of the reader is no Exception
        return UNREADABLE
    return 0


def text_of(cell: Cell) -> str:
    """As a CSV file would hold it: 79126401822.0 → "79126401822", moments in ISO."""
    if isinstance(cell, str):
        return cell.replace("\x00", "")
    if isinstance(cell, float):
        return str(int(cell)) if cell.is_integer() else repr(cell)
    if isinstance(cell, dt.datetime):
        return cell.isoformat(" ")
    if isinstance(cell, dt.date | dt.time):
        return cell.isoformat()
    return str(cell)


class _TooLarge(Exception):
    """It would unpack to gigabytes, or a row is endless."""


def _take_limits() -> None:
    """Where the system knows them."""
    with suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_CPU, (SECONDS_AT_MOST, SECONDS_AT_MOST))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
        resource.setrlimit(resource.RLIMIT_AS, (MEMORY_AT_MOST, MEMORY_AT_MOST))


def _write_rows(path: str, longest: int) -> None:
    _require_modest(path)
    for row in _rows(path):
        cells = [text_of(cell) for cell in row]
        if sum(map(len, cells)) > longest:
            raise _TooLarge
        sys.stdout.write(json.dumps(cells, ensure_ascii=False, separators=(",", ":")) + "\n")
    sys.stdout.flush()


def _rows(path: str) -> Iterator[Sequence[Cell]]:
    return _first_filled(load_workbook(path)).iter_rows()


def _first_filled(book: CalamineWorkbook) -> CalamineSheet:
    sheets = [book.get_sheet_by_index(number) for number in range(len(book.sheet_names))]
    return next((sheet for sheet in sheets if sheet.height), sheets[0])


def _require_modest(path: str) -> None:
    if not zipfile.is_zipfile(path):
        return
    with zipfile.ZipFile(path) as archive:
        if sum(part.file_size for part in archive.infolist()) > UNPACKED_AT_MOST:
            raise _TooLarge


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
