"""Base facts of a deal."""

from datetime import date, datetime

from django.utils import timezone

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deal.fact_rows import fact_rows
from vedu.web.shell.clock import Clock


def facts(deal: Deal) -> dict[str, str]:
    return {row.name: row.value for row in fact_rows(deal, Clock.here())}


def test_only_what_is_known_is_said(cast: Cast) -> None:
    known = facts(cast.deal())
    assert set(known) == {"Pipeline", "Opened", "Talked"}
    assert known["Pipeline"] == "Wholesale, active"
    assert known["Talked"] == "not yet"


def test_dates_are_whole(cast: Cast) -> None:
    deal = cast.deal()
    deal.opened_at = deal.last_two_way_at = timezone.make_aware(datetime(2026, 3, 12, 9))  # noqa: DTZ001
    deal.expected_on, deal.source = date(2026, 12, 18), "autumn fair"
    known = facts(deal)
    assert known["Opened"] == known["Talked"] == "12\u00a0March 2026"
    assert (known["Expected"], known["Source"]) == ("18\u00a0December 2026", "autumn fair")


def test_steps_back_are_counted(cast: Cast) -> None:
    deal = cast.deal()
    deal.back_moves = 1
    assert facts(deal)["Steps back"] == "1 time"
    deal.back_moves = 3
    assert facts(deal)["Steps back"] == "3 times"
