"""Kinds of values that come in, and rows out of objects."""

from decimal import Decimal

import pytest
from pydantic import BaseModel, ValidationError

from tests.cast import Cast
from vedu.api.v1.shapes.values import Currency, Day, Id, In, Moment, MoneyIn, person, row_of
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal


class Everything(BaseModel):
    day: Day | None = None
    moment: Moment | None = None
    currency: Currency = "RUB"
    id: Id = 1


class Body(In):
    one: int = 1
    two: int = 2


@pytest.mark.parametrize(
    "facts",
    [
        {"day": "1969-12-31"},
        {"day": "2200-01-01"},
        {"day": "2026-02-30"},
        {"moment": "2026-11-24T09:00:00"},
        {"moment": "0001-01-01T00:00:00+14:00"},
        {"moment": "9999-12-31T23:59:59-14:00"},
        {"currency": "rub"},
        {"currency": "BTC"},
        {"id": 0},
        {"id": -1},
        {"id": "seven"},
    ],
)
def test_what_cannot_be_kept_does_not_come_in(facts: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        Everything.model_validate(facts)


def test_a_moment_comes_with_any_zone() -> None:
    moment = Everything.model_validate({"moment": "2026-11-24T12:00:00+03:00"}).moment
    assert moment is not None
    assert moment.utctimetuple()[:5] == (2026, 11, 24, 9, 0)


@pytest.mark.parametrize("amount", ["1000.00", "1000", 1000, 1000.5, "0", "99999999999999.99"])
def test_a_sum_comes_as_text_or_number(amount: object) -> None:
    assert MoneyIn.model_validate({"amount": amount}).money == Money(Decimal(str(amount)), "RUB")


@pytest.mark.parametrize("amount", ["1 000", "1e400", "NaN", "Infinity", "0.001", "999999999999999.99", None, ""])
def test_what_is_no_sum_does_not_come_in(amount: object) -> None:
    with pytest.raises(ValidationError):
        MoneyIn.model_validate({"amount": amount})


def test_only_what_was_sent_is_given() -> None:
    assert Body.model_validate({"two": 2}).given() == {"two": 2}
    with pytest.raises(ValidationError):
        Body.model_validate({"three": 3})


def test_a_person_is_called_by_name_else_by_login() -> None:
    columns = {"by__first_name": "Anna", "by__last_name": "Kotova", "by__username": "anna"}
    assert person(columns, "by") == "Anna Kotova"
    assert person(columns | {"by__first_name": "", "by__last_name": ""}, "by") == "anna"
    assert person(dict.fromkeys(columns), "by") == ""


def test_a_row_out_of_an_object_is_the_row_of_the_database(cast: Cast) -> None:
    columns = ("id", "name", "client__name", "owner__first_name", "next_step__title", "next_step_id", "state")
    deal = cast.deal()
    assert row_of(deal, columns) == Deal.objects.values(*columns).get(pk=deal.pk)


def test_a_relation_that_leads_nowhere_is_none(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    deal.refresh_from_db()
    assert row_of(deal, ["next_step__title"]) == {"next_step__title": None}
