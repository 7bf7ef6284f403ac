"""How a closed deal ended."""

from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deal.ending import Ending, ending_of
from vedu.web.shell.clock import Clock


def ending(deal: Deal) -> Ending:
    found = ending_of(deal, Clock.here())
    assert found is not None
    return found


def test_an_open_deal_has_none(cast: Cast) -> None:
    assert ending_of(cast.deal(), Clock.here()) is None


def test_a_refusal_with_all_that_was_said(cast: Cast) -> None:
    deal = cast.deal()
    day = timezone.localdate() + timedelta(days=1)
    said = {"objection": "Cheaper there", "competitor": "Karton", "note": "Spring"}
    deal.lose(by=cast.anna, reason=cast.reason(), return_on=day, **said)
    found = ending(deal)
    assert found.title == "Refusal: Expensive"
    assert found.details == ["Objection: Cheaper there", "Competitor: Karton", "Spring"]
    assert found.back == "A reminder to come back stands on tomorrow"
    assert found.who.endswith("Anna Kotova, stage “Preparation”")


def test_words_with_a_percent_sign_are_only_words(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason(), note="5 % off was not enough")
    assert ending(deal).details == ["5 % off was not enough"]


def test_not_to_come_back(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason("no_need"))
    assert ending(deal).back == "We do not come back to this deal"


def test_put_off_and_won_past_the_gates(cast: Cast) -> None:
    deal = cast.deal()
    deal.postpone(by=cast.anna, until=timezone.localdate() + timedelta(days=1))
    assert ending(deal).title == "The deal is put off"
    deal.reopen(by=cast.anna)
    deal.win(by=cast.sergey, override_reason="Paid in cash")
    found = ending(deal)
    assert (found.title, found.back) == ("The deal is won", "")
    assert found.details == ["Passed without evidence: Paid in cash"]


def test_the_last_ending_counts(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason())
    deal.reopen(by=cast.anna)
    deal.lose(by=cast.anna, reason=cast.reason("no_budget"))
    assert ending(deal).title == "Refusal: No budget"


def test_a_deal_closed_without_a_closing_is_just_closed(cast: Cast) -> None:
    deal = cast.deal()
    deal.state = "lost"
    assert ending_of(deal, Clock.here()) is None
