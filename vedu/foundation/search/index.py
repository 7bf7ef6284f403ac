"""Keeping what can be found in step. The floors above call these verbs in the transaction of their own change."""

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime
from functools import lru_cache
from itertools import islice
from typing import Any, NamedTuple

from django.db import connection, models, transaction
from django.db.backends.utils import CursorWrapper

from vedu.foundation.prepared_update import PreparedUpdate
from vedu.foundation.search.entry import NOTE, SHELVES, Findable, SearchEntry, SearchNote, shelf_of
from vedu.foundation.search.schema import Shelf, taking_in
from vedu.foundation.search.terms import kind_mark
from vedu.foundation.values.fold import digits, fold

BATCH = 10_000
LONGEST_TEXT, LONGEST_TITLE = 4000, 200


class Entry(NamedTuple):
    """What to find and by what: by the title, by ``words`` (names, e-mails, ИНН), by any part of ``phones`` (E.164).

    ``detail`` is only shown; ``owner_id`` None is a free client, which everybody may see.
    """

    kind: str
    object_id: int
    title: str
    touched_at: datetime
    detail: str = ""
    words: Iterable[str] = ()
    phones: Iterable[str] = ()
    client_id: int | None = None
    owner_id: int | None = None
    is_open: bool = True


def put(entries: Iterable[Entry]) -> None:
    """Add the entries of names or bring them up to date; one or thousands at once."""
    _put(entries, SearchEntry)


def put_new(entries: Iterable[Entry]) -> None:
    """Entries of what has just been made: PostgreSQL takes them by COPY, without looking whether they are there."""
    _put(entries, SearchEntry, are_new=True)


def put_notes(entries: Iterable[Entry]) -> None:
    """The same for entries of the kind NOTE."""
    _put(entries, SearchNote)


def _put(entries: Iterable[Entry], shelf: type[Findable], *, are_new: bool = False) -> None:
    remaining = iter(entries)
    # A savepoint here would make FTS5 three to eight times slower, the more the larger the table.
    with transaction.atomic(savepoint=False):
        while batch := {(entry.kind, entry.object_id): entry for entry in islice(remaining, BATCH)}:
            moment = lru_cache(maxsize=256)(connection.ops.adapt_datetimefield_value)
            _write([_row(batch[key], moment) for key in sorted(batch)], shelf.shelf, are_new=are_new)


def drop(kind: str, object_ids: Iterable[int]) -> None:
    """Forget what is no more."""
    remaining = iter(object_ids)
    while batch := list(islice(remaining, BATCH)):
        shelf_of(kind)._default_manager.filter(kind=kind, object_id__in=batch).delete()


def move_owner(client_id: int, owner_id: int | None) -> None:
    """Everything of this client is now led by another, or by nobody."""
    for moved in _MOVED:
        moved.run(client_id, owner_id)


def _moved(shelf: type[Findable]) -> PreparedUpdate:
    rows = shelf._default_manager
    return PreparedUpdate(
        lambda client_id, owner_id: (rows.filter(client_id=client_id), {"owner_id": owner_id}),
        fields=[models.BigIntegerField(null=True)],
    )


_MOVED = [_moved(shelf) for shelf in SHELVES]


def _row(entry: Entry, moment: Callable[[datetime], Any]) -> tuple[Any, ...]:
    """In the order of COLUMNS; ``moment`` gives the form that the database keeps."""
    title, is_name = fold(entry.title), entry.kind != NOTE
    # Word by word: towns and posts come again and again, and fold remembers them.
    text = " ".join((title, *map(fold, filter(None, entry.words)), *map(digits, entry.phones)))
    return (
        entry.kind,
        entry.object_id,
        entry.client_id,
        entry.owner_id,
        entry.title,
        entry.detail,
        f"{kind_mark(entry.kind)} {text}"[:LONGEST_TEXT],
        title[:LONGEST_TITLE] if is_name else "",
        moment(entry.touched_at),
        entry.is_open,
    )


COLUMNS = {
    "kind": "varchar",
    "object_id": "bigint",
    "client_id": "bigint",
    "owner_id": "bigint",
    "title": "text",
    "detail": "text",
    "text": "text",
    "title_folded": "text",
    "touched_at": "timestamptz",
    "is_open": "boolean",
}
_CHANGED = ", ".join(f"{name} = excluded.{name}" for name in COLUMNS if name not in {"kind", "object_id"})
_UPSERT = f"ON CONFLICT (kind, object_id) DO UPDATE SET {_CHANGED}"
_INTO = f"({', '.join(COLUMNS)})"
_UNLESS_THERE = "ON CONFLICT (kind, object_id) DO NOTHING"
_ONE_BY_ONE = f"VALUES ({', '.join(['%s'] * len(COLUMNS))})"
_ALL_AT_ONCE = f"SELECT * FROM unnest({', '.join(f'%s::{kind}[]' for kind in COLUMNS.values())}) {_UPSERT}"


def _write(rows: Sequence[tuple[Any, ...]], shelf: Shelf, *, are_new: bool) -> None:
    with connection.cursor() as cursor:
        if connection.vendor == "sqlite":
            _write_to_sqlite(cursor, rows, shelf)
        elif are_new:
            with cursor.copy(f"COPY {shelf.table} {_INTO} FROM STDIN") as copy:
                for row in rows:
                    copy.write_row(row)
        else:
            columns = [list(column) for column in zip(*rows, strict=True)]
            cursor.execute(f"INSERT INTO {shelf.table} {_INTO} {_ALL_AT_ONCE}", columns)


def _write_to_sqlite(cursor: CursorWrapper, rows: Sequence[tuple[Any, ...]], shelf: Shelf) -> None:
    """New rows first, past the triggers: beside these SQLite makes a savepoint of every row."""
    cursor.execute(f"SELECT COALESCE(MAX(id), 0) FROM {shelf.table}")
    last = cursor.fetchone()
    cursor.executemany(f"INSERT INTO {shelf.table} {_INTO} {_ONE_BY_ONE} {_UNLESS_THERE}", rows)
    if cursor.rowcount < len(rows):
        cursor.executemany(f"INSERT INTO {shelf.table} {_INTO} {_ONE_BY_ONE} {_UPSERT}", rows)
    cursor.execute(taking_in(shelf, "id > %s"), last)
