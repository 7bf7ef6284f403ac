from decimal import Decimal

import pytest

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deals.listing.choice import ListChoice
from vedu.web.shell.clock import Clock

EVERYTHING = {
    "scope": "team",
    "pipeline": "1",
    "stage": "2",
    "state": "lost",
    "owner": "3",
    "q": "cake boxes",
    "low": "100",
    "high": "200",
    "sort": "amount",
    "after": "100~7",
}


def test_what_an_address_says_is_read_back(cast: Cast) -> None:
    assert ListChoice.of(EVERYTHING, cast.anna).words == EVERYTHING


def test_what_goes_without_saying_is_not_said(cast: Cast) -> None:
    choice = ListChoice.of({"state": "open", "sort": "newest"}, cast.anna)
    assert choice.words == {"scope": "mine"}


@pytest.mark.parametrize(
    ("wrong", "right"), [({"state": "gone"}, "open"), ({"state": "won", "chip": "none"}, "won"), ({}, "open")]
)
def test_chips_are_for_open_deals_alone(cast: Cast, wrong: dict[str, str], right: str) -> None:
    choice = ListChoice.of(wrong, cast.anna)
    assert (choice.state, choice.chip) == (right, "")


def test_an_order_that_the_state_has_not_is_the_usual_one(cast: Cast) -> None:
    assert ListChoice.of({"state": "won", "sort": "step"}, cast.anna).sort == "newest"
    assert ListChoice.of({"sort": "closed"}, cast.anna).sort == "newest"


def test_a_change_begins_at_the_first_page(cast: Cast) -> None:
    choice = ListChoice.of(EVERYTHING, cast.anna)
    assert "after" not in choice.address(sort="newest")
    assert "after=5" in choice.address(after="5~7")


def test_spaces_around_words_go(cast: Cast) -> None:
    assert ListChoice.of({"q": "  cake   boxes "}, cast.anna).q == "cake boxes"


def test_its_deals(cast: Cast) -> None:
    small, large = (
        cast.deal(client=cast.client(name, owner=cast.anna), amount=amount)
        for name, amount in (("Ash", 100), ("Oak", 900))
    )

    def found(**said: object) -> set[Deal]:
        return set(ListChoice(scope="mine", **said).deals(cast.anna, Clock.here()))  # type: ignore[arg-type]

    assert found() == {small, large}
    assert found(low="500") == {large}
    assert found(high="500") == {small}
    assert found(low="500", high="much") == {large}
    assert found(q="oak") == {large}
    assert found(state="won") == set()
    assert found(stage=cast.stage(1).pk) == set()
    assert found(chip="none") == set()
    assert {deal.amount for deal in found()} == {Decimal(100), Decimal(900)}
