"""Looks through the whole database, every column of every table, past the models."""

import json
from collections.abc import Iterator

from django.db import connection

# The index of parts of words: three letters at a time, which tell nobody's name.
PARTS = "foundation_searchentry_parts"


def places_of(*needles: str) -> list[str]:
    """«table.column» of every cell that holds one of these, in any case; JSON may have written letters as codes."""
    wanted = {form.lower() for needle in needles for form in (needle, json.dumps(needle)[1:-1])}
    return sorted(
        {f"{table}.{column}" for table, column, text in cells() if any(one in text.lower() for one in wanted)}
    )


def cells() -> Iterator[tuple[str, str, str]]:
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            if table.startswith(PARTS):
                continue
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for row in cursor.fetchall():
                for name, value in zip(names, row, strict=True):
                    if value is not None:
                        yield table, name, text_of(value)


def text_of(value: object) -> str:
    if isinstance(value, bytes | memoryview):
        return bytes(value).decode(errors="ignore")
    return json.dumps(value, ensure_ascii=False) if isinstance(value, dict | list) else str(value)
