"""POST /deals/<id>/description: the value and the base facts, edited in place."""

from datetime import date
from decimal import Decimal

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.totals import StageTotal


def describe(user: User | None, deal: Deal, **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/description", said, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def test_the_value_is_read_as_people_write_it(cast: Cast, deal: Deal) -> None:
    page = text_of(describe(cast.anna, deal, value="1 250 000,50 ₽"))
    deal.refresh_from_db()
    assert (deal.amount, deal.currency) == (Decimal("1250000.50"), "RUB")
    assert "1,250,000.50" in page.split('id="deal-head"')[1]
    assert StageTotal.objects.get(deals=1).amount == Decimal("1250000.50")


def test_name_day_and_source_change_and_the_title_with_them(cast: Cast, deal: Deal) -> None:
    page = text_of(describe(cast.anna, deal, name="Lids", expected_on="2031-02-03", source="fair"))
    deal.refresh_from_db()
    assert (deal.name, deal.expected_on, deal.source) == ("Lids", date(2031, 2, 3), "fair")
    assert "Lids" in page.split('id="deal-name"')[1]


def test_fields_that_were_not_sent_stay(cast: Cast, deal: Deal) -> None:
    describe(cast.anna, deal, source="fair")
    deal.refresh_from_db()
    assert (deal.amount, deal.name) == (Decimal(480_000), "Cake boxes")


def test_the_value_and_the_day_can_be_cleared(cast: Cast, deal: Deal) -> None:
    describe(cast.anna, deal, value="", expected_on="")
    deal.refresh_from_db()
    assert (deal.amount, deal.expected_on) == (Decimal(0), None)
    assert "Set the value" in text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))


def test_the_log_tells_what_it_was(cast: Cast, deal: Deal) -> None:
    page = text_of(describe(cast.anna, deal, value="500000"))
    assert "The value is changed, it was 480,000" in page


def test_what_cannot_be_right_is_refused(cast: Cast, deal: Deal) -> None:
    for said in ({"value": "a lot"}, {"value": "-5"}, {"name": " "}, {"expected_on": "soon"}):
        assert describe(cast.anna, deal, **said).status_code == 422, said
    deal.refresh_from_db()
    assert deal.amount == Decimal(480_000)


def test_others_may_not(cast: Cast, deal: Deal) -> None:
    assert describe(cast.igor, deal, value="1").status_code == 403
    assert describe(cast.boris, deal, value="1").status_code == 403
    assert describe(cast.olga, deal, value="1").status_code == 404
    assert is_sign_in(describe(None, deal, value="1"))
    deal.refresh_from_db()
    assert deal.amount == Decimal(480_000)
