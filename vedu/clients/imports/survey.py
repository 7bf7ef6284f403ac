"""What a file holds, before anything is asked or written: rows, samples, the names that a person maps."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

from vedu.clients.imports.format import Refine
from vedu.clients.imports.mapping import Columns
from vedu.clients.imports.reading.table import Table

SAMPLES = 3
NAMES_AT_MOST = 2000
SEPARATOR = " / "
TOGETHER = "\t"


def survey(
    table: Table, columns: Columns, names: Sequence[tuple[str, ...]], refine: Refine | None = None
) -> dict[str, Any]:
    """``samples``: header → first values; ``names``: "owner" or "pipeline / stage" → {value: rows}, where values of
    fields that belong together are joined by a tab, as the format ``refine``s them. Reads the whole file once."""
    samples: dict[str, list[str]] = {header: [] for header in table.headers}
    counters = {SEPARATOR.join(group): Counter[str]() for group in names}
    wanting = list(enumerate(table.headers))
    rows = 0
    for _number, cells in table.rows():
        rows += 1
        if wanting:
            wanting = _sample(wanting, cells, samples)
        record = columns.record(cells)
        if refine:
            refine(record)
        for group in names:
            counter = counters[SEPARATOR.join(group)]
            if any(code in record for code in group) and len(counter) < NAMES_AT_MOST:
                counter[TOGETHER.join(record.get(code, "") for code in group)] += 1
    return {
        "rows": rows,
        "how": table.how,
        "headers": table.headers,
        "samples": samples,
        "names": {group: dict(counter.most_common()) for group, counter in counters.items()},
    }


def joined(parts: Sequence[str]) -> str:
    """«Воронка / Этап», the empty ones left out."""
    return SEPARATOR.join(filter(None, parts))


def _sample(
    wanting: list[tuple[int, str]], cells: Sequence[str], samples: dict[str, list[str]]
) -> list[tuple[int, str]]:
    """The columns that still want samples after this line."""
    for place, header in wanting:
        text = " ".join(cells[place].split())[:60]
        if text and text not in samples[header]:
            samples[header].append(text)
    return [(place, header) for place, header in wanting if len(samples[header]) < SAMPLES]
