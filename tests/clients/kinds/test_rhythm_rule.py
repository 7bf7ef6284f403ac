"""Who decides what is usual, and for whom it counts."""

from decimal import Decimal

import pytest
from django.utils import translation

from tests.cast import Cast
from tests.clients.kinds.night import NOON
from vedu.clients.kinds.rhythm import Usual
from vedu.clients.kinds.rhythm_rule import Decided, RhythmRule, usual_of
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture
def persons(cast: Cast) -> Segment:
    return Segment.define("Persons", [{"field": "kind", "op": "in", "values": ["person"]}], by=None)


def test_without_a_rule_it_is_ninety_days_and_a_half_more(cast: Cast) -> None:
    client = cast.client()
    assert usual_of([client.pk], NOON) == {client.pk: Usual(90, Decimal("1.5"))}


def test_the_first_rule_whose_segment_it_belongs_to_decides(cast: Cast, persons: Segment) -> None:
    RhythmRule.decide([Decided(persons, 14, Decimal(2)), Decided(None, 60)], by=cast.vera)
    person, company = cast.client("Ivan"), cast.client("Bakery")
    type(person).objects.filter(pk=person.pk).update(kind="person")
    found = usual_of([person.pk, company.pk], NOON)
    assert found == {person.pk: Usual(14, Decimal(2)), company.pk: Usual(60, Decimal("1.5"))}


def test_a_median_counts_before_the_fallback_and_after_the_heads_word(cast: Cast, persons: Segment) -> None:
    RhythmRule.decide([Decided(persons), Decided(None, fallback_days=45)], by=cast.vera)
    segment, others = RhythmRule.in_force()
    assert segment.usual(others).days == 90
    others.median_days = 33
    assert (segment.usual(others).days, others.usual(others).days) == (33, 33)
    segment.median_days = 12
    assert segment.usual(others).days == 12
    segment.days = 7
    assert segment.usual(others).days == 7


def test_a_dropped_segment_takes_its_rule_along(cast: Cast, persons: Segment) -> None:
    RhythmRule.decide([Decided(persons, 14), Decided(None, 60)], by=cast.vera)
    persons.drop(by=cast.vera)
    assert [rule.days for rule in RhythmRule.in_force()] == [60]


def test_all_the_others_always_have_a_rule(cast: Cast, persons: Segment) -> None:
    RhythmRule.decide([Decided(persons, 14)], by=cast.vera)
    assert [rule.segment for rule in RhythmRule.in_force()] == [persons, None]


def test_the_decision_is_told(cast: Cast) -> None:
    RhythmRule.decide([Decided(None, 60)], by=cast.adam)
    event = Event.objects.get(kind="rhythms.decided")
    assert (event.actor, event.data["rules"]) == (cast.adam, [[None, 60, "1.5"]])


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "olga", "boris"])
def test_only_those_who_run_the_company_decide(cast: Cast, who: str) -> None:
    with translation.override("en"), pytest.raises(NotAllowed) as refused:
        RhythmRule.decide([Decided(None, 60)], by=getattr(cast, who))
    assert refused.value.codes == ["rhythm-not-yours"]
    assert not RhythmRule.objects.exists()


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        (Decided(None, 0), "days-wrong"),
        (Decided(None, 4000), "days-wrong"),
        (Decided(None, fallback_days=0), "days-wrong"),
        (Decided(None, 60, Decimal("0.9")), "stretch-wrong"),
        (Decided(None, 60, Decimal(10)), "stretch-wrong"),
    ],
)
def test_what_cannot_be(cast: Cast, rule: Decided, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        RhythmRule.decide([rule], by=cast.vera)
    assert refused.value.codes == [code]
