from urllib.parse import parse_qs, urlsplit

import pytest

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deals.board.choice import BoardChoice
from vedu.web.deals.chip import Chip
from vedu.web.shell.clock import Clock


def said(address: str) -> dict[str, list[str]]:
    return parse_qs(urlsplit(address).query)


def test_an_address_is_read(cast: Cast) -> None:
    choice = BoardChoice.of({"pipeline": "7", "scope": "team", "chip": "none"}, cast.anna)
    assert choice == BoardChoice(7, "team", "none")


@pytest.mark.parametrize("wrong", [{"pipeline": "x"}, {"scope": "all"}, {"chip": "blue"}, {}])
def test_what_is_not_known_counts_as_not_said(cast: Cast, wrong: dict[str, str]) -> None:
    assert BoardChoice.of(wrong, cast.anna) == BoardChoice(0, "mine", "")


def test_an_address_says_what_was_chosen(cast: Cast) -> None:
    choice = BoardChoice(7, "team", "none")
    assert said(choice.address()) == {"pipeline": ["7"], "scope": ["team"], "chip": ["none"]}
    assert said(choice.address(chip="")) == {"pipeline": ["7"], "scope": ["team"]}
    assert urlsplit(choice.address("deals:list")).path == "/deals/list/"
    assert urlsplit(choice.address("deals:column", 5)).path == "/deals/columns/5/"


def test_what_an_address_says_is_read_back(cast: Cast) -> None:
    choice = BoardChoice(7, "team", "over")
    assert BoardChoice.of(choice.words, cast.anna) == choice


def test_its_deals_are_open_and_of_the_pipeline(cast: Cast) -> None:
    own, closed = (cast.deal(client=cast.client(name, owner=cast.anna)) for name in ("Ash", "Oak"))
    closed.lose(by=cast.anna, reason=cast.reason())
    Deal.open(cast.client("Elm", owner=cast.anna), cast.shop, name="Bags", by=cast.anna)
    choice = BoardChoice(cast.pipeline.pk, "mine")
    assert list(choice.everything(cast.anna)) == [own]
    assert list(choice.deals(cast.anna, Clock.here())) == [own]


def test_a_chip_narrows_them(cast: Cast) -> None:
    cast.deal(client=cast.client("Ash", owner=cast.anna))
    bare = Deal.open(cast.client("Elm", owner=cast.anna), cast.pipeline, name="Bags", by=cast.anna)
    choice = BoardChoice(cast.pipeline.pk, "mine", Chip.STEPLESS)
    assert list(choice.deals(cast.anna, Clock.here())) == [bare]
    assert choice.everything(cast.anna).count() == 2
