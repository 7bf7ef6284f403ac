"""Lines of a CSV file, one at a time: memory does not grow with the file."""

import csv
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TextIO

from django.utils.translation import gettext as _

from vedu.clients.imports.reading.delimiter import STATED, delimiter_of
from vedu.clients.imports.reading.encoding import encoding_of
from vedu.clients.imports.reading.table import Line, unreadable
from vedu.clients.imports.reading.table_limits import LONGEST_ROW

SAMPLE = 1 << 16
SPOKEN = {"\t": "Tab"}
NAMES = {"cp1251": "windows-1251", "utf-8-sig": "utf-8"}


@dataclass(frozen=True, slots=True)
class CsvFile:
    path: Path
    encoding: str
    delimiter: str
    has_stated_delimiter: bool

    @classmethod
    def sniff(cls, path: Path) -> "CsvFile":
        encoding = encoding_of(path)
        with path.open(encoding=encoding, errors="replace", newline="") as file:
            sample = file.read(SAMPLE)
        return cls(path, encoding, delimiter_of(sample), STATED.match(sample) is not None)

    @property
    def how(self) -> str:
        mark = SPOKEN.get(self.delimiter, self.delimiter)
        return f"CSV, {NAMES.get(self.encoding, self.encoding)}, «{mark}»"

    def lines(self) -> Iterator[Line]:
        with self.path.open(encoding=self.encoding, errors="replace", newline="") as file:
            if self.has_stated_delimiter:
                file.readline()
            fed = _Fed(file)
            reader = csv.reader(fed, delimiter=self.delimiter)
            try:
                for number, cells in enumerate(reader, start=1):
                    fed.of_row = 0
                    yield Line(number, cells)
            except csv.Error as error:
                sentence = _("Line %(line)d of the file cannot be read: a quotation mark is probably not closed.")
                raise unreadable(self.path, sentence % {"line": fed.lines}) from error


class _Fed:
    """The lines of a file for csv.reader, which takes a row of any length; without NUL, which PostgreSQL cannot keep.

    ``of_row`` counts the characters since the row began."""

    def __init__(self, file: TextIO) -> None:
        self.file, self.of_row, self.lines = file, 0, 0

    def __iter__(self) -> Iterator[str]:
        while line := self.file.readline(LONGEST_ROW):
            self.of_row += len(line)
            self.lines += 1
            if self.of_row >= LONGEST_ROW:
                raise csv.Error("the row does not end")
            yield line.replace("\x00", "") if "\x00" in line else line
