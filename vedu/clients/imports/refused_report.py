"""The refused rows as a table that can be mended and imported again: the file's own columns, then why."""

from collections.abc import Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from vedu.clients.imports.run import ImportRun
from vedu.foundation.values.csv_text import MARK, line


def report(run: ImportRun) -> Iterator[str]:
    """CSV text, line by line: UTF-8 with a mark and «;», as spreadsheets like it."""
    rows = run.refused_rows.iterator(chunk_size=2000)
    return lines(run.survey["headers"], ((row.number, row.cells, row.sentence) for row in rows))


def lines(headers: Sequence[str], rows: Iterable[tuple[int, Sequence[str], str]]) -> Iterator[str]:
    """``rows``: number, cells, why."""
    yield MARK + line([*headers, _("Line of the file"), _("Why it was not imported")])
    for number, cells, why in rows:
        yield line([*cells, str(number), why])
