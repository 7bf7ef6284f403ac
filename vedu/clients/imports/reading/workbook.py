"""Lines of the first filled sheet of a workbook (XLSX, XLS, ODS)."""

import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import IO

from django.utils.translation import gettext as _

from vedu.clients.imports.reading import workbook_rows
from vedu.clients.imports.reading.table import Line, unreadable
from vedu.clients.imports.reading.table_limits import LONGEST_ROW
from vedu.clients.imports.reading.workbook_rows import LOCKED, UNREADABLE
from vedu.foundation.refusal import Invalid


@dataclass(frozen=True, slots=True)
class Workbook:
    path: Path
    how: str = "XLSX"

    def lines(self) -> Iterator[Line]:
        with self._rows() as rows:
            for number, row in enumerate(rows, start=1):
                yield Line(number, json.loads(row))

    @contextmanager
    def _rows(self) -> Iterator[IO[str]]:
        """One JSON line a row, from a process with limits; it ends with the reader, however far that has come."""
        command = [sys.executable, "-I", workbook_rows.__file__, str(self.path), str(LONGEST_ROW)]
        reader = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, encoding="utf-8")  # noqa: S603
        with reader:
            assert reader.stdout is not None
            try:
                yield reader.stdout
                code = reader.wait()
            finally:
                reader.kill()
        if code:
            raise self._refusal(code)

    def _refusal(self, code: int) -> Invalid:
        """A process that did not come to its end had too little memory or time."""
        if code == LOCKED:
            return unreadable(self.path, _("The workbook has a password: save a copy without it."))
        if code == UNREADABLE:
            return unreadable(self.path, _("The workbook cannot be read: save it anew as XLSX or CSV."))
        return unreadable(self.path, _("The workbook is too large: save it as CSV, which may be of any size."))
