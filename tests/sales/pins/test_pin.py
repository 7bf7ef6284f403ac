"""Deals at hand (DAY-2)."""

import pytest

from tests.cast import Cast
from vedu.foundation.refusal import Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.pins.pin import MOST_PINS, Pin


def pinned(cast: Cast, name: str = "anna") -> list[Deal]:
    return [pin.deal for pin in Pin.objects.of(getattr(cast, name)).select_related("deal")]


def test_a_pin_is_once_and_in_its_order(cast: Cast) -> None:
    first, second = cast.deal(), cast.deal()
    for deal in (second, first, second):
        Pin.put(deal, by=cast.anna)
    assert pinned(cast) == [second, first]


def test_each_has_his_own(cast: Cast) -> None:
    deal = cast.deal()
    Pin.put(deal, by=cast.anna)
    Pin.put(deal, by=cast.sergey)
    Pin.take_off(deal, by=cast.anna)
    assert (pinned(cast), pinned(cast, "sergey")) == ([], [deal])
    Pin.take_off(deal, by=cast.anna)


def test_seven_are_enough(cast: Cast) -> None:
    deals = [cast.deal() for _number in range(MOST_PINS + 1)]
    for deal in deals[:MOST_PINS]:
        Pin.put(deal, by=cast.anna)
    with pytest.raises(Refused) as refused:
        Pin.put(deals[-1], by=cast.anna)
    assert refused.value.codes == ["too-many-pins"]
    Pin.take_off(deals[0], by=cast.anna)
    Pin.put(deals[-1], by=cast.anna)
    assert len(pinned(cast)) == MOST_PINS


def test_what_he_sees_no_more_is_not_there(cast: Cast) -> None:
    deal = cast.deal()
    Pin.put(deal, by=cast.anna)
    Deal.objects.filter(pk=deal.pk).update(owner=cast.olga)
    assert (pinned(cast), Pin.objects.count()) == ([], 1)
    assert Pin.objects.of(cast.vera).count() == 0
