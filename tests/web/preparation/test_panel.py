from collections.abc import Iterator
from datetime import UTC, datetime

import pytest
from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.preparation.part import Part
from vedu.web.preparation.panel import Link, brief_panel, links_of

NOW = datetime(2026, 11, 27, 9, tzinfo=UTC)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_without_a_brief_there_is_only_the_way_to_it(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.client()
    with django_assert_num_queries(1):
        panel = brief_panel(client.pk, NOW)
    assert (panel.is_begun, panel.words, panel.url) == (False, "", f"/clients/{client.pk}/brief")


def test_it_says_how_much_is_there_what_is_missing_and_whose_words_they_are(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.client()
    Brief.write(client, by=cast.anna, at=NOW, hook="A fair", problem="Returns", audit="No prices")
    with django_assert_num_queries(1):
        panel = brief_panel(client.pk, NOW)
    assert (panel.words, panel.percent, panel.is_ready) == ("3 of 6", 50, False)
    assert panel.missing == "our help, the client's competitors, the first words"
    assert panel.written == "Anna Kotova, 27\u00a0November"
    assert [text.words for text in panel.texts] == ["Returns", "A fair", "No prices"]


def test_a_ready_one_is_marked_by_the_rule_of_the_company(cast: Cast) -> None:
    client = cast.client()
    Brief.write(client, by=cast.anna, hook="A fair")
    assert not brief_panel(client.pk, NOW).is_ready
    others = {part: 0 for part in Part.values if part != Part.HOOK}
    BriefRule.decide(others, ready_percent=100, by=cast.vera)
    panel = brief_panel(client.pk, NOW)
    assert (panel.words, panel.is_ready, panel.missing) == ("1 of 1", True, "")


def test_only_addresses_of_the_web_become_links() -> None:
    lines = "https://a.example\nhttp://b.example\n\n javascript:alert(1)\ncatalogue at the reception"
    assert links_of(Brief(links=lines)) == [
        Link("https://a.example", "https://a.example"),
        Link("http://b.example", "http://b.example"),
        Link("javascript:alert(1)", ""),
        Link("catalogue at the reception", ""),
    ]
