"""Minutes a day for the clients of a segment (DAY-3)."""

import pytest

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.time_budgets.time_budget import SegmentBudget, TimeBudget, budgets_of, kept_budgets


def segment(cast: Cast, city: str) -> Segment:
    return Segment.define(city, [{"field": "city", "op": "in", "values": [city]}], by=cast.vera)


def living(cast: Cast, city: str) -> Client:
    client = cast.client(f"Bakery of {city}")
    client.describe(by=cast.anna, city=city)
    return client


def test_budgets_are_decided_all_at_once_in_their_order(cast: Cast) -> None:
    kirov, samara = segment(cast, "Kirov"), segment(cast, "Samara")
    TimeBudget.decide([(kirov, 60), (samara, 0)], by=cast.sergey)
    TimeBudget.decide([(samara, 30), (kirov, 90)], by=cast.vera)
    assert kept_budgets() == [SegmentBudget(samara, 30), SegmentBudget(kirov, 90)]
    told = Event.objects.filter(kind="time_budgets.decided").latest("pk")
    assert told.data["before"] == [["Kirov", 60], ["Samara", 0]]
    assert told.data["budgets"] == [["Samara", 30], ["Kirov", 90]]
    assert told.actor == cast.vera


def test_the_first_budget_that_a_client_belongs_to_counts(cast: Cast, django_assert_num_queries) -> None:
    kirov = segment(cast, "Kirov")
    everybody = Segment.define("Companies", [{"field": "kind", "op": "in", "values": ["company"]}], by=cast.vera)
    ours, other = living(cast, "Kirov"), living(cast, "Samara")
    budgets = [SegmentBudget(kirov, 10), SegmentBudget(everybody, 20)]
    with django_assert_num_queries(1):
        found = budgets_of([ours.pk, other.pk], budgets)
    assert {pk: one.minutes for pk, one in found.items()} == {ours.pk: 10, other.pk: 20}


def test_without_budgets_nobody_is_asked_for(cast: Cast, django_assert_num_queries) -> None:
    with django_assert_num_queries(0):
        assert budgets_of([1], []) == {}


def test_who_belongs_to_none_is_free(cast: Cast) -> None:
    other = living(cast, "Samara")
    assert budgets_of([other.pk], [SegmentBudget(segment(cast, "Kirov"), 10)]) == {}


def test_everything_wrong_is_told_and_nothing_changes(cast: Cast) -> None:
    kirov, samara = segment(cast, "Kirov"), segment(cast, "Samara")
    TimeBudget.decide([(kirov, 60)], by=cast.sergey)
    with pytest.raises(Invalid) as invalid:
        TimeBudget.decide([(kirov, -1), (samara, 601)], by=cast.sergey)
    assert [reason.facts["field"] for reason in invalid.value.reasons] == ["budgets.0.minutes", "budgets.1.minutes"]
    with pytest.raises(Refused) as refused:
        TimeBudget.decide([(kirov, 10), (kirov, 20)], by=cast.sergey)
    assert refused.value.codes == ["segment-twice"]
    assert [one.minutes for one in kept_budgets()] == [60]


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_they_are_for_heads(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        TimeBudget.decide([], by=getattr(cast, who))


def test_a_dropped_segment_takes_its_budget_along(cast: Cast) -> None:
    kirov = segment(cast, "Kirov")
    TimeBudget.decide([(kirov, 60)], by=cast.sergey)
    kirov.drop(by=cast.sergey)
    assert kept_budgets() == []
