"""Pages by keyset: limit, cursor, total."""

import pytest

from tests.api.caller import Answer, Caller
from tests.cast import Cast, step


def through(caller: Caller, path: str, **query: object) -> list[Answer]:
    """Every page of a list, by its cursors."""
    pages = [caller.get(path, **query)]
    while cursor := pages[-1].body["next_cursor"]:
        pages.append(caller.get(path, **query, cursor=cursor))
    return pages


def test_pages_hold_everything_once_and_in_order(cast: Cast, anna: Caller) -> None:
    ids = [cast.client(f"Client {number}").pk for number in range(7)]
    pages = through(anna, "/companies", limit=3)
    assert [len(page.ids) for page in pages] == [3, 3, 1]
    assert [pk for page in pages for pk in page.ids] == ids[::-1]


def test_a_full_last_page_has_no_cursor(cast: Cast, anna: Caller) -> None:
    for number in range(4):
        cast.client(f"Client {number}")
    assert [len(page.ids) for page in through(anna, "/companies", limit=2)] == [2, 2]


def test_a_row_added_meanwhile_is_neither_repeated_nor_in_the_way(cast: Cast, anna: Caller) -> None:
    ids = [cast.client(f"Client {number}").pk for number in range(4)]
    first = anna.get("/companies", limit=2)
    cast.client("Newer")
    second = anna.get("/companies", limit=2, cursor=first.body["next_cursor"])
    assert first.ids + second.ids == ids[::-1]


def test_rows_of_one_moment_are_told_apart_by_their_ids(cast: Cast, anna: Caller) -> None:
    deal, same = cast.deal(), step(3)
    tasks = [deal.plan(same, by=cast.anna).pk for _ in range(5)]
    pages = through(anna, "/tasks", limit=2, done="false")
    assert [pk for page in pages for pk in page.ids][1:] == tasks


def test_filters_hold_on_every_page(cast: Cast, anna: Caller) -> None:
    ours = [cast.deal().pk for _ in range(3)]
    cast.deal(owner=cast.igor)
    pages = through(anna, "/deals", limit=1, owner=cast.anna.pk)
    assert [page.ids for page in pages] == [[pk] for pk in ours[::-1]]


def test_the_total_counts_all_pages_and_comes_when_asked_for(cast: Cast, anna: Caller) -> None:
    for number in range(3):
        cast.client(f"Client {number}")
    first = anna.get("/companies", limit=2, total="true")
    assert first.body["total"] == 3
    assert anna.get("/companies", limit=2, total="true", cursor=first.body["next_cursor"]).body["total"] == 3
    assert "total" not in anna.get("/companies").body


@pytest.mark.parametrize(("limit", "code"), [(201, "too-large"), (0, "too-small"), ("many", "not-a-number")])
def test_a_limit_has_its_limits(anna: Caller, limit: object, code: str) -> None:
    refused = anna.get("/deals", limit=limit)
    assert (refused.status, refused.codes) == (422, [code])
    assert refused.body["errors"][0]["field"] == "limit"


@pytest.mark.parametrize("cursor", ["nonsense", "W10", "WzEsMl0", "WyJ4Il0", "e30", "%00", "ю"])
def test_a_cursor_that_is_not_of_this_list_is_refused(anna: Caller, cursor: str) -> None:
    refused = anna.get("/tasks", cursor=cursor)
    assert (refused.status, refused.codes) == (422, ["cursor-wrong"])


def test_a_misspelt_filter_is_not_lost_in_silence(anna: Caller) -> None:
    refused = anna.get("/deals", state="open")
    assert (refused.status, refused.codes, refused.body["errors"][0]["field"]) == (422, ["unknown-field"], "state")
