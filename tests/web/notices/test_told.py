"""Every kind of notice that a job sends has words, and no words are left of those that nobody sends."""

import ast
import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
import time_machine
from django.utils import translation

from vedu.web.notices.told import KINDS, words_of

VEDU = Path(__file__).resolve().parents[3] / "vedu"
FLOORS = ("foundation", "clients", "sales", "insight", "integrations")
DATA = {"client": 7, "product": 3, "name": "Northern Bakery", "days": 7, "on": "2026-05-14", "owner": "Anna Kotova"}
DATA |= {"title": "Call back", "due_at": "2026-05-14T09:00:00Z", "has_time": True, "today": 2}
DATA |= {"first_at": "2026-05-14T09:00:00Z", "overdue": 1, "unread": 3}
DATA |= {"by": "Olga Orlova", "words": "Where is my order?"}


def sent() -> set[str]:
    """What the floors below call News with, or a function named after it."""
    return {kind for floor in FLOORS for file in (VEDU / floor).rglob("*.py") for kind in kinds_in(file)}


def kinds_in(file: Path) -> Iterator[str]:
    text = file.read_text()
    for call in ast.walk(ast.parse(text)) if re.search(r"News\(|_news\(", text) else ():
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in {"News", "_news"}:
            for word in call.args:
                if isinstance(word, ast.Constant) and isinstance(word.value, str):
                    yield word.value


def test_the_search_finds_the_jobs() -> None:
    assert {"hold.ending", "neglect.began"} <= sent()


def test_every_kind_that_is_sent_has_words() -> None:
    assert sent() == set(KINDS)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", ["en", "ru"])
def test_each_is_a_line_a_heading_and_a_list(kind: str, language: str) -> None:
    words = words_of(kind)
    assert words is not None
    with translation.override(language):
        assert words.line(DATA)
        assert words.heading(DATA)
    assert words.where.address().startswith(("/clients/?scope=", "/catalogue/?state=", "/inquiry/", "/day/", "/head/"))


def test_a_notice_leads_to_what_it_is_about() -> None:
    places = {kind: words.url(DATA) for kind in KINDS if (words := words_of(kind))}
    assert places.pop("product.review_due") == "/catalogue/3/"
    assert places.pop("day.digest") == "/day/"
    assert set(places.values()) == {"/clients/7/"}


def test_where_there_is_a_deal_it_leads_there() -> None:
    words = words_of("task.due")
    assert words is not None
    assert words.url(DATA | {"deal": 12}) == "/deals/12/"


def test_the_digest_counts_only_what_there_is() -> None:
    words = words_of("day.digest")
    assert words is not None
    with translation.override("en"):
        assert words.line(DATA) == "2 tasks today, the first at 12:00, 1 overdue, 3 unread notices"
        assert words.line(DATA | {"today": 0, "first_at": None, "unread": 0}) == "0 tasks today, 1 overdue"


@pytest.mark.parametrize(
    ("today", "words"),
    [(7, "in 7 days"), (8, "in 6 days"), (13, "tomorrow"), (14, "today")],
)
def test_a_warning_counts_from_the_day_it_is_read(today: int, words: str) -> None:
    told = words_of("hold.ending")
    assert told is not None
    with translation.override("en"), time_machine.travel(datetime(2026, 5, today, 9, tzinfo=UTC), tick=False):
        assert told.heading(DATA) == f"Go back to the base {words}"
        assert told.line(DATA) == "goes back to the base on 14\u00a0May 2026"


def test_an_unknown_kind_has_none() -> None:
    assert words_of("planet.born") is None
