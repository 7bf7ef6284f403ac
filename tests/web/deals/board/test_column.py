"""GET /deals/columns/<stage>/: the next cards of a column."""

import re

import pytest

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal


@pytest.fixture
def many(cast: Cast) -> list[Deal]:
    return [cast.deal(client=cast.client(f"Client {number}", owner=cast.anna)) for number in range(45)]


def shown(page: str) -> set[int]:
    return {int(found) for found in re.findall(r'id="deal-(\d+)"', page)}


def next_address(page: str) -> str:
    found = re.search(r'hx-get="(/deals/columns/[^"]+)"', page)
    return found[1].replace("&amp;", "&") if found else ""


def test_twenty_cards_at_a_time_till_the_end(cast: Cast, many: list[Deal]) -> None:
    browser = visitor(cast.anna)
    page = text_of(browser.get("/deals/"))
    assert len(shown(page)) == 20
    assert "25 more" in page
    second = text_of(browser.get(next_address(page), headers=HTMX))
    assert len(shown(second)) == 20
    assert "5 more" in second
    third = text_of(browser.get(next_address(second), headers=HTMX))
    assert shown(page) | shown(second) | shown(third) == {deal.pk for deal in many}
    assert next_address(third) == ""
    assert 'hx-swap-oob="delete"' in third


def test_a_column_of_twenty_has_no_more(cast: Cast, many: list[Deal]) -> None:
    Deal.objects.filter(pk__in=[deal.pk for deal in many[20:]]).update(state="lost")
    assert next_address(text_of(visitor(cast.anna).get("/deals/"))) == ""


def test_behind_a_chip_the_next_cards_stand_behind_it_too(cast: Cast, many: list[Deal]) -> None:
    Deal.objects.filter(pk__in=[deal.pk for deal in many[:25]]).update(
        next_step=None, next_step_at=None, step_late_at=None
    )
    browser = visitor(cast.anna)
    page = text_of(browser.get("/deals/?chip=none"))
    assert "5 more" in page
    assert len(shown(text_of(browser.get(next_address(page), headers=HTMX)))) == 5


@pytest.mark.parametrize(("who", "count"), [("anna", 20), ("igor", 20), ("olga", 0)])
def test_one_sees_what_he_sees_on_the_board(cast: Cast, many: list[Deal], who: str, count: int) -> None:
    person: User = getattr(cast, who)
    page = text_of(visitor(person).get(f"/deals/columns/{cast.stage(0).pk}/?scope=team", headers=HTMX))
    assert len(shown(page)) == count


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get(f"/deals/columns/{cast.stage(0).pk}/"))


def test_a_stage_that_is_not_there(cast: Cast) -> None:
    assert visitor(cast.anna).get("/deals/columns/99999/").status_code == 404


def test_a_broken_mark_begins_anew(cast: Cast, many: list[Deal]) -> None:
    page = text_of(visitor(cast.anna).get(f"/deals/columns/{cast.stage(0).pk}/?after=junk&left=junk"))
    assert len(shown(page)) == 20
