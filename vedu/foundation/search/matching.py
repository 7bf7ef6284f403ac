"""The SQL of a match: what differs between SQLite and PostgreSQL stands here and in schema.py alone."""

from collections.abc import Collection, Sequence
from typing import Any, NamedTuple

from django.db import connection

from vedu.foundation.search.schema import NAMES, Shelf
from vedu.foundation.search.terms import INDEXED_LENGTH, Term, kind_mark

# What entries are ranked by; the rest is read for the few that are shown.
COLUMNS = "e.id, e.owner_id, e.is_open, e.touched_at"
MOST_PARTS = 12
MOST_TITLES = 3000
# Times the limit; of so many newest so many.
FURTHER, LATEST = 2, 3
SAMPLE, COMMON = 100, 40
LAST = "\U0010ffff"


class Sql(NamedTuple):
    text: str
    values: list[Any]


def newest(terms: Sequence[Term], kinds: Collection[str] | None, limit: int, shelf: Shelf = NAMES) -> Sql:
    """The newest entries that match every term."""
    rule = _all_of([_contains(term) for term in terms] + _of_kinds(kinds))
    indexed = [term for term in terms if term.is_indexed]
    if not indexed:
        return _by_title(terms[0], rule, limit, shelf)
    if connection.vendor == "sqlite":
        return _by_fts(" AND ".join([*map(_parts, indexed), *_marks(kinds)]), rule, limit, shelf)
    return _by_trigrams(rule, kinds, limit, shelf)


def of_owners(
    owners: Sequence[int], share: int, terms: Sequence[Term], kinds: Collection[str] | None, shelf: Shelf = NAMES
) -> Sql:
    """Matches among the ``share`` lately touched entries of each owner."""
    rule = _all_of([_contains(term) for term in terms] + _of_kinds(kinds))
    one = (
        f"SELECT {COLUMNS} FROM (SELECT * FROM {shelf.table} WHERE owner_id = %s ORDER BY touched_at DESC LIMIT %s) e "
        f"WHERE {rule.text}"
    )
    values = [value for owner in owners for value in (owner, share, *rule.values)]
    return Sql(" UNION ALL ".join([one] * len(owners)), values)


def these(ids: Sequence[int], shelf: Shelf = NAMES) -> Sql:
    """Entries known already."""
    marks = ", ".join(["%s"] * len(ids))
    return Sql(f"SELECT {COLUMNS} FROM {shelf.table} e WHERE e.id IN ({marks})", list(ids))


def visible(owner_ids: Collection[int] | None) -> Sql:
    """Free clients are everybody's."""
    if owner_ids is None:
        return Sql("1 = 1", [])
    if not owner_ids:
        return Sql("owner_id IS NULL", [])
    marks = ", ".join(["%s"] * len(owner_ids))
    return Sql(f"owner_id IS NULL OR owner_id IN ({marks})", list(owner_ids))


def _by_fts(expression: str, rule: Sql, limit: int, shelf: Shelf) -> Sql:
    parts = shelf.parts
    # CROSS JOIN: SQLite shall begin with the index of parts, whatever it thinks of it.
    return Sql(
        f"SELECT {COLUMNS} FROM {parts} CROSS JOIN {shelf.table} e ON e.id = {parts}.rowid "
        f"WHERE {parts} MATCH %s AND {rule.text} ORDER BY {parts}.rowid DESC LIMIT %s",
        [expression, *rule.values, limit],
    )


def _by_trigrams(rule: Sql, kinds: Collection[str] | None, limit: int, shelf: Shelf) -> Sql:
    """PostgreSQL's index of parts has no order, and of a common word it is long: sorted whole it would cost as much as
    the table does. So a word that many of the ``SAMPLE`` newest have is looked for in the ``LATEST`` alone, if they
    hold enough of it. Else the index tells all rows of a rare word; of a commoner one it tells ``FURTHER`` times the
    limit, and the latest are looked through besides."""
    # Of a single kind the unique index of (kind, object_id) has the newest at its end.
    age = "object_id" if kinds and len(kinds) == 1 else "id"
    of_kinds = _all_of(_of_kinds(kinds)) if kinds else Sql("1 = 1", [])
    latest = f"SELECT * FROM {shelf.table} e WHERE {of_kinds.text} ORDER BY e.{age} DESC LIMIT %s"
    columns = f"SELECT {COLUMNS}, e.{age} AS age"
    ways = {
        "sample": f"SELECT COUNT(*) AS found FROM ({latest}) e WHERE {rule.text}",
        "early": f"{columns} FROM ({latest}) e WHERE {rule.text} AND (SELECT found FROM sample) >= %s LIMIT %s",
        "known": f"{columns} FROM {shelf.table} e WHERE {rule.text} AND (SELECT COUNT(*) FROM early) < %s LIMIT %s",
        "others": (
            f"{columns} FROM ({latest}) e WHERE (SELECT COUNT(*) FROM known) >= %s "
            f"AND e.id NOT IN (SELECT id FROM known) AND {rule.text}"
        ),
    }
    values = [
        [*of_kinds.values, SAMPLE, *rule.values],
        [*of_kinds.values, LATEST * limit, *rule.values, COMMON, limit],
        [*rule.values, limit, FURTHER * limit],
        [*of_kinds.values, LATEST * limit, FURTHER * limit, *rule.values],
        [limit, limit],
    ]
    return Sql(
        f"WITH {', '.join(f'{name} AS MATERIALIZED ({way})' for name, way in ways.items())} "
        "SELECT * FROM (SELECT * FROM early WHERE (SELECT COUNT(*) FROM early) >= %s UNION ALL SELECT * FROM known "
        "UNION ALL SELECT * FROM others) e ORDER BY age DESC LIMIT %s",
        [value for some in values for value in some],
    )


def _by_title(term: Term, rule: Sql, limit: int, shelf: Shelf) -> Sql:
    """A single letter is in too many words for an index of parts: the title begins with it."""
    first = term.spellings[0].strip()
    if connection.vendor == "sqlite":
        span, values = "title_folded >= %s AND title_folded < %s ORDER BY title_folded", [first, first + LAST]
    else:
        span, values = "title_folded LIKE %s ORDER BY title_folded USING ~<~", [f"{_escaped(first)}%"]
    return Sql(
        f"SELECT {COLUMNS} FROM (SELECT * FROM {shelf.table} WHERE {span} LIMIT %s) e WHERE {rule.text} LIMIT %s",
        [*values, MOST_TITLES, *rule.values, limit],
    )


def _contains(term: Term) -> Sql:
    if connection.vendor == "sqlite":
        one, values = "instr(e.text, %s) > 0", list(term.spellings)
    else:
        one, values = "e.text LIKE %s", [f"%{_escaped(spelling)}%" for spelling in term.spellings]
    return Sql(f"({' OR '.join([one] * len(values))})", values)


def _of_kinds(kinds: Collection[str] | None) -> list[Sql]:
    if kinds is None:
        return []
    return [Sql(f"e.kind IN ({', '.join(['%s'] * len(kinds)) or 'NULL'})", list(kinds))]


def _all_of(rules: Sequence[Sql]) -> Sql:
    return Sql(" AND ".join(rule.text for rule in rules), [value for rule in rules for value in rule.values])


def _parts(term: Term) -> str:
    """The term for FTS5: each three letters of a spelling in a row."""
    ways = []
    for spelling in term.spellings:
        starts = range(min(len(spelling) - INDEXED_LENGTH + 1, MOST_PARTS))
        parts = dict.fromkeys(spelling[start : start + INDEXED_LENGTH] for start in starts)
        ways.append(" AND ".join(f'"{part}"' for part in parts))
    return f"(({') OR ('.join(ways)}))"


def _marks(kinds: Collection[str] | None) -> list[str]:
    marks = [f'"{kind_mark(kind)}"' for kind in kinds or ()]
    return [f"({' OR '.join(marks)})"] if marks else []


def _escaped(text: str) -> str:
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")
