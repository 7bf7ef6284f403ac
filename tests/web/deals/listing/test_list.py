"""GET /deals/list/: the list of deals."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.web.deals.rows import plain
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal


def names(user: User, address: str = "/deals/list/") -> list[str]:
    """Clients of the rows, in their order."""
    page = text_of(visitor(user).get(address))
    return re.findall(r'<td class="who"><a href="[^"]+">([^<]+)</a>', page)


@pytest.fixture
def deals(cast: Cast) -> list[Deal]:
    """Three of Anna's, the last one opened first."""
    made = [
        cast.deal(client=cast.client(name, owner=cast.anna), amount=amount)
        for name, amount in (("Ash", 100_000), ("Birch", 300_000), ("Cedar", 200_000))
    ]
    for number, deal in enumerate(made):
        Deal.objects.filter(pk=deal.pk).update(opened_at=timezone.now() - timedelta(days=number))
    return made


def test_the_owner_sees_a_row_with_the_step_and_the_norm(cast: Cast, deals: list[Deal]) -> None:
    page = plain(text_of(visitor(cast.anna).get("/deals/list/")))
    assert "Ash" in page
    assert "100,000 ₽" in page
    assert "Call · tomorrow" in page
    assert "0 of 2 days" in page
    assert "Found: 3" in page


def test_a_teammate_sees_them_among_the_teams(cast: Cast, deals: list[Deal]) -> None:
    assert names(cast.igor) == []
    assert names(cast.igor, "/deals/list/?scope=team") == ["Ash", "Birch", "Cedar"]


def test_an_outsider_does_not(cast: Cast, deals: list[Deal]) -> None:
    assert names(cast.olga, "/deals/list/?scope=team") == []


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get("/deals/list/"))


def test_the_orders(cast: Cast, deals: list[Deal]) -> None:
    assert names(cast.anna) == ["Ash", "Birch", "Cedar"]
    assert names(cast.anna, "/deals/list/?sort=amount") == ["Birch", "Cedar", "Ash"]
    for days, deal in zip((3, 1), deals, strict=False):
        assert deal.next_step is not None
        deal.next_step.move_due(timezone.now() + timedelta(days=days), by=cast.anna)
    Deal.objects.filter(pk=deals[2].pk).update(next_step=None, next_step_at=None, step_late_at=None)
    assert names(cast.anna, "/deals/list/?sort=step") == ["Birch", "Ash", "Cedar"]


def test_closed_deals_have_their_own_list(cast: Cast, deals: list[Deal]) -> None:
    deals[1].lose(by=cast.anna, reason=cast.reason())
    assert names(cast.anna) == ["Ash", "Cedar"]
    assert names(cast.anna, "/deals/list/?state=lost&sort=closed") == ["Birch"]
    assert names(cast.anna, "/deals/list/?state=won") == []


def test_filters(cast: Cast, deals: list[Deal]) -> None:
    deals[0].move_to(cast.stage(1), by=cast.anna)
    assert names(cast.anna, f"/deals/list/?stage={cast.stage(1).pk}") == ["Ash"]
    assert names(cast.anna, "/deals/list/?low=150 000&high=250000") == ["Cedar"]
    assert names(cast.anna, f"/deals/list/?pipeline={cast.shop.pk}") == []
    assert names(cast.sergey, f"/deals/list/?owner={cast.igor.pk}") == []
    assert names(cast.sergey, f"/deals/list/?owner={cast.anna.pk}") == ["Ash", "Birch", "Cedar"]


def test_words_find_the_client_or_the_deal(cast: Cast, deals: list[Deal]) -> None:
    assert names(cast.anna, "/deals/list/?q=birch") == ["Birch"]
    assert len(names(cast.anna, "/deals/list/?q=cake")) == 3
    assert names(cast.anna, "/deals/list/?q=nothing") == []


def test_the_chips_are_those_of_the_board(cast: Cast, deals: list[Deal]) -> None:
    Deal.objects.filter(pk=deals[2].pk).update(next_step=None, next_step_at=None, step_late_at=None)
    assert names(cast.anna, "/deals/list/?chip=none") == ["Cedar"]


def test_what_is_not_known_counts_as_not_said(cast: Cast, deals: list[Deal]) -> None:
    address = "/deals/list/?state=x&sort=x&chip=x&low=x&stage=x&after=x&scope=x&owner=-1"
    assert names(cast.anna, address) == ["Ash", "Birch", "Cedar"]


def test_fifty_rows_at_a_time(cast: Cast) -> None:
    made = [cast.deal(client=cast.client(f"Client {number}", owner=cast.anna)) for number in range(52)]
    browser = visitor(cast.anna)
    page = text_of(browser.get("/deals/list/"))
    address = re.search(r'href="(/deals/list/\?[^"]*after[^"]+)"', page)
    assert address is not None
    rest = text_of(browser.get(address[1].replace("&amp;", "&"), headers=HTMX))
    shown = [int(found) for found in re.findall(r'<tr id="deal-(\d+)"', page + rest)]
    assert shown == [deal.pk for deal in reversed(made)]
    assert "Show 50 more" not in rest
    assert "<thead>" not in rest


def test_an_empty_list_says_what_to_do(cast: Cast) -> None:
    assert "/deals/new/" in text_of(visitor(cast.anna).get("/deals/list/"))
    assert "Take off a filter" in text_of(visitor(cast.anna).get("/deals/list/?q=nothing"))
    assert "come here by themselves" in text_of(visitor(cast.anna).get("/deals/list/?state=lost"))


def test_what_people_typed_is_escaped(cast: Cast) -> None:
    cast.deal(client=cast.client("<b>Bread", owner=cast.anna))
    page = text_of(visitor(cast.anna).get("/deals/list/"))
    assert "&lt;b&gt;Bread" in page
    assert "<b>Bread" not in page


def test_the_accountant_has_nothing_to_do_with_them(cast: Cast, deals: list[Deal]) -> None:
    assert 'formaction="/deals/batches/moves"' in text_of(visitor(cast.anna).get("/deals/list/"))
    page = text_of(visitor(cast.boris).get("/deals/list/"))
    assert "Birch" in page
    assert "v-bulk" not in page


def test_the_page_asks_the_database_a_few_times(cast: Cast, deals: list[Deal], django_assert_max_num_queries) -> None:
    for who in (cast.anna, cast.sergey):
        browser = visitor(who)
        for address in ("/deals/list/", "/deals/list/?sort=step&q=birch", "/deals/list/?state=lost&sort=closed"):
            with django_assert_max_num_queries(12):
                browser.get(address)
