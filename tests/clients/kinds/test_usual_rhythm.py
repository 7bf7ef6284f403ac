"""The medians of the night and the rhythms that hang on them."""

from datetime import timedelta

import pytest

from tests.cast import Cast
from tests.clients.kinds.night import NOON, buyer, fresh, on
from vedu.clients.client import Client
from vedu.clients.kinds import usual_rhythm
from vedu.clients.kinds.nightly import reckon
from vedu.clients.kinds.rhythm_rule import Decided, RhythmRule
from vedu.clients.kinds.usual_rhythm import follow_rules, reckon_medians
from vedu.clients.segments.segment import Segment

TEN = (10, 20, 20, 30, 30, 31, 40, 50, 60, 90)


@pytest.fixture
def buyers(cast: Cast) -> list[Client]:
    return [buyer(number, 5, interval_days=days) for number, days in enumerate(TEN)]


def test_the_median_of_the_company(buyers: list[Client]) -> None:
    reckon_medians(NOON)
    assert [(rule.segment, rule.median_days) for rule in RhythmRule.objects.all()] == [(None, 30)]


def test_nine_tell_nothing(buyers: list[Client]) -> None:
    buyers[0].delete()
    reckon_medians(NOON)
    assert RhythmRule.objects.get().median_days is None


def test_a_segment_has_its_own(buyers: list[Client], cast: Cast) -> None:
    for number in range(10):
        buyer(100 + number, 5, interval_days=7, kind="person")
    persons = Segment.define("Persons", [{"field": "kind", "op": "in", "values": ["person"]}], by=None)
    RhythmRule.decide([Decided(persons), Decided(None)], by=cast.vera)
    reckon_medians(NOON)
    assert [rule.median_days for rule in RhythmRule.objects.all()] == [7, 30]


def test_who_bought_once_follows_the_median(buyers: list[Client]) -> None:
    once = buyer(50, 5)
    reckon_medians(NOON)
    assert follow_rules(NOON) == 11
    assert (fresh(once).rhythm_days, fresh(once).rhythm_ends_at) == (30, on(-5) + timedelta(days=45))
    assert fresh(buyers[0]).rhythm_days == 10


def test_only_what_differs_is_written(buyers: list[Client]) -> None:
    reckon_medians(NOON)
    assert [follow_rules(NOON), follow_rules(NOON)] == [10, 0]


def test_who_has_not_bought_has_no_rhythm(cast: Cast) -> None:
    client = cast.client()
    reckon_medians(NOON)
    assert follow_rules(NOON) == 0
    assert fresh(client).rhythm_days is None


def test_a_longer_rhythm_wakes_the_dormant(cast: Cast) -> None:
    once = buyer(1, 140, base_kind="current", base_kind_since=on(-140))
    reckon(NOON)
    assert fresh(once).base_kind == "dormant"
    RhythmRule.decide([Decided(None, 120)], by=cast.vera)
    reckon(NOON)
    assert fresh(once).base_kind == "current"


def test_a_base_of_several_pages_is_gone_through_to_its_end(
    buyers: list[Client], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(usual_rhythm, "PAGE", 3)
    assert follow_rules(NOON) == 10
