import pytest

from tests.cast import Cast
from vedu.clients.hold_rule import Hold, HoldRule
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture
def samara(cast: Cast) -> Segment:
    return Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Самара"]}], by=cast.vera)


def test_rules_stand_in_their_order(cast: Cast, samara: Segment) -> None:
    HoldRule.decide([Hold(samara, None), Hold(None, 60)], by=cast.vera)
    assert [(rule.segment, rule.days) for rule in HoldRule.objects.all()] == [(samara, None), (None, 60)]


def test_new_rules_take_the_place_of_the_old_ones(cast: Cast, samara: Segment) -> None:
    HoldRule.decide([Hold(samara, 30), Hold(None, 60)], by=cast.vera)
    HoldRule.decide([Hold(None, 90)], by=cast.adam)
    assert [rule.days for rule in HoldRule.objects.all()] == [90]
    assert Event.objects.filter(kind="holds.decided").latest("pk").data == {"rules": [[None, 90]]}


@pytest.mark.parametrize("days", [0, 4000])
def test_days_that_make_no_sense_are_refused_and_nothing_changes(cast: Cast, days: int) -> None:
    HoldRule.decide([Hold(None, 60)], by=cast.vera)
    with pytest.raises(Invalid) as refusal:
        HoldRule.decide([Hold(None, days)], by=cast.vera)
    assert refusal.value.codes == ["days-wrong"]
    assert HoldRule.objects.get().days == 60


def test_only_those_who_run_the_company_decide(cast: Cast) -> None:
    for person in (cast.anna, cast.sergey, cast.boris):
        with pytest.raises(NotAllowed):
            HoldRule.decide([Hold(None, 60)], by=person)


def test_a_rule_goes_with_its_segment(cast: Cast, samara: Segment) -> None:
    HoldRule.decide([Hold(samara, 30), Hold(None, 60)], by=cast.vera)
    samara.drop(by=cast.vera)
    assert [rule.days for rule in HoldRule.objects.all()] == [60]
