"""Finding. The cost is bounded by what is looked at, never by how much matches.

The newest MOST matches are ranked. When there are more (the term is common: «ооо»), a person's own entries, and those
of the people he may see, are looked through too, the lately touched first: what is his is found however new the
others are.
"""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime
from typing import Any, NamedTuple

from django.db import connection

from vedu.foundation.postgresql import PLAN_ANEW
from vedu.foundation.search import matching, near
from vedu.foundation.search.matching import Sql
from vedu.foundation.search.schema import NAMES, NOTES, Shelf
from vedu.foundation.search.terms import Term, other_forms, other_keys, readings, words_of

MOST = 200
# Fewer found than this, and other spellings are looked for too.
ENOUGH = 5
MOST_NEAR = 4000
LOOKED_THROUGH = 1000
OWNERS_LOOKED_THROUGH = 50
RANK = "seen DESC, CASE WHEN owner_id = %s THEN 0 ELSE 1 END, is_open DESC, touched_at DESC, id DESC"


class Hit(NamedTuple):
    kind: str
    object_id: int
    client_id: int | None
    owner_id: int | None
    title: str
    detail: str
    is_open: bool
    touched_at: datetime


class Found(NamedTuple):
    """``capped`` says that there are more than ``total``: «200+»."""

    hits: list[Hit]
    total: int
    capped: bool


NOTHING = Found([], 0, capped=False)


class _Search(NamedTuple):
    terms: list[Term]
    kinds: Collection[str] | None
    visible: Collection[int] | None
    user_id: int | None
    limit: int
    shelf: Shelf = NAMES


def find(
    text: str,
    *,
    visible_owner_ids: Collection[int] | None,
    user_id: int | None = None,
    kinds: Collection[str] | None = None,
    limit: int = 20,
) -> Found:
    """Entries that contain every term: own ones first, then open ones, then the lately touched.

    Found seldom, they are followed by those that have the words in another form or alphabet, or typed with the other
    layout of the keyboard; found never, by those with a slip of the hand (BASE-6).
    ``visible_owner_ids``: whose clients may be seen besides free ones; None means everybody's.
    """

    def search(terms: list[Term]) -> _Search:
        return _Search(terms, kinds, visible_owner_ids, user_id, limit)

    found = _first(map(search, readings(text)))
    if found.total < ENOUGH:
        found = _with_more(found, map(search, other_forms(text)))
    if not found.total:
        found = _first(map(search, other_keys(text)))
    if not found.total and (terms := near.halves(words := words_of(text))):
        return _near(search(terms), words)
    return found


def find_notes(
    text: str, *, visible_owner_ids: Collection[int] | None, user_id: int | None = None, limit: int = 20
) -> Found:
    """Notes with every word, in any of its forms; ranked as names are, the rest as in :func:`find` (BASE-6)."""

    def search(terms: list[Term]) -> _Search:
        return _Search(terms, None, visible_owner_ids, user_id, limit, NOTES)

    # A single letter is in every note: nobody looks for it there.
    asked = [terms for terms in (*readings(text), *other_forms(text)) if any(term.is_indexed for term in terms)]
    return _first(map(search, asked))


def _first(searches: Iterable[_Search]) -> Found:
    """The likeliest reading that finds anything."""
    return next((found for search in searches if (found := _find(search)).total), NOTHING)


def _with_more(found: Found, searches: Iterable[_Search]) -> Found:
    """Other forms come after what was found by the word itself."""
    for search in searches:
        more = _find(search)
        hits = list({(hit.kind, hit.object_id): hit for hit in [*found.hits, *more.hits]}.values())[: search.limit]
        found = Found(hits, max(found.total, more.total, len(hits)), more.capped)
    return found


def _near(search: _Search, words: list[str]) -> Found:
    """Of the candidates by halves of the words those that are near enough, ranked as ever."""
    candidates = matching.newest(search.terms, search.kinds, MOST_NEAR, search.shelf)
    with connection.cursor() as cursor:
        sql = f"{PLAN_ANEW}SELECT e.id, e.text FROM ({candidates.text}) c JOIN {search.shelf.table} e ON e.id = c.id"
        cursor.execute(sql, candidates.values)
        ids = [pk for pk, text in cursor.fetchall() if near.is_near(words, text)]
    if not ids:
        return NOTHING
    hits, total, _looked_at = _ranked(matching.these(ids[:MOST], search.shelf), search)
    return Found(hits, total, capped=False)


def clients_with(phrases: Sequence[Sequence[Term]], limit: int) -> list[int]:
    """Ids of clients that contain all the terms of any of the phrases, the newest ``limit`` of each; whoever may see
    them. One query."""
    asked = [matching.newest(terms, ("client", "contact"), limit) for terms in phrases if terms]
    if not asked:
        return []
    union = " UNION ".join(f"SELECT id FROM ({one.text}) f{number}" for number, one in enumerate(asked))
    sql = f"{PLAN_ANEW}SELECT DISTINCT e.client_id FROM {NAMES.table} e JOIN ({union}) found ON found.id = e.id"
    with connection.cursor() as cursor:
        cursor.execute(sql, [value for one in asked for value in one.values])
        return [row[0] for row in cursor.fetchall() if row[0] is not None]


def _find(search: _Search) -> Found:
    newest = matching.newest(search.terms, search.kinds, MOST + 1, search.shelf)
    hits, total, looked_at = _ranked(newest, search)
    if looked_at <= MOST:
        return Found(hits, total, capped=False)
    if owners := _owners(search):
        share = LOOKED_THROUGH // len(owners)
        looked_through = matching.of_owners(owners, share, search.terms, search.kinds, search.shelf)
        others, least, _ = _ranked(looked_through, search, plan="")  # whatever the words, by the same index
        hits, total = _merged(hits, others, search), max(total, least)
    return Found(hits, min(total, MOST), capped=True)


def _owners(search: _Search) -> list[int]:
    """Whose entries to look through when the newest matches are not all."""
    own = [] if search.user_id is None else [search.user_id]
    return list(dict.fromkeys([*own, *sorted(search.visible or ())]))[:OWNERS_LOOKED_THROUGH]


def _ranked(candidates: Sql, search: _Search, plan: str = PLAN_ANEW) -> tuple[list[Hit], int, int]:
    """The best visible hits, how many are visible, how many were looked at."""
    seen = matching.visible(search.visible)
    best = (
        f"SELECT id, seen, SUM(seen) OVER () AS total, COUNT(*) OVER () AS looked_at "
        f"FROM (SELECT c.*, CASE WHEN {seen.text} THEN 1 ELSE 0 END AS seen FROM ({candidates.text}) c) s "
        f"ORDER BY {RANK} LIMIT %s"
    )
    sql = (
        f"{plan}SELECT {', '.join(Hit._fields)}, seen, total, looked_at "
        f"FROM ({best}) best JOIN {search.shelf.table} e ON e.id = best.id ORDER BY {RANK.replace(' id ', ' e.id ')}"
    )
    person, most = search.user_id, max(search.limit, 1)
    with connection.cursor() as cursor:
        cursor.execute(sql, [*seen.values, *candidates.values, person, most, person])
        rows = cursor.fetchall()
    if not rows:
        return [], 0, 0
    *_, total, looked_at = rows[0]
    return [_hit(row) for row in rows if row[len(Hit._fields)]][: search.limit], int(total), looked_at


def _hit(row: Sequence[Any]) -> Hit:
    """SQLite has no types for moments and yes or no: it gives text, in UTC and without its zone, and a number."""
    hit = Hit(*row[: len(Hit._fields)])
    moment: Any = hit.touched_at
    if isinstance(moment, str):
        moment = datetime.fromisoformat(moment).replace(tzinfo=UTC)
    return hit._replace(is_open=bool(hit.is_open), touched_at=moment)


def _merged(hits: list[Hit], others: list[Hit], search: _Search) -> list[Hit]:
    distinct = {(hit.kind, hit.object_id): hit for hit in [*hits, *others]}.values()
    by_rank = sorted(distinct, key=lambda hit: hit.touched_at, reverse=True)
    by_rank.sort(key=lambda hit: (search.user_id is None or hit.owner_id != search.user_id, not hit.is_open))
    return by_rank[: search.limit]
