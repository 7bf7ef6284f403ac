import pytest

from tests.cast import Cast
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.contact_policy.contact_rule import ContactRule, rules_of
from vedu.sales.contact_policy.rules import USUAL

STRICT, LOOSE = {"most_a_week": 1}, {"most_a_week": 9}


@pytest.fixture
def samara(cast: Cast) -> Segment:
    return Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Самара"]}], by=cast.vera)


def test_where_no_rule_is_written_good_manners_hold(cast: Cast) -> None:
    client = cast.client()
    assert rules_of([client.pk]) == {client.pk: USUAL}


def test_the_first_segment_that_a_client_belongs_to_decides(
    cast: Cast, samara: Segment, django_assert_num_queries
) -> None:
    ours, other = cast.client("Ours"), cast.client("Other")
    ours.describe(by=cast.anna, city="Самара")
    ContactRule.decide([(samara, STRICT), (None, LOOSE)], by=cast.sergey)
    with django_assert_num_queries(2):
        found = rules_of([ours.pk, other.pk])
    assert {pk: rules.most_a_week for pk, rules in found.items()} == {ours.pk: 1, other.pk: 9}


def test_who_belongs_to_no_segment_with_rules_has_the_usual_ones(cast: Cast, samara: Segment) -> None:
    client = cast.client()
    ContactRule.decide([(samara, STRICT)], by=cast.sergey)
    assert rules_of([client.pk]) == {client.pk: USUAL}


def test_new_rules_take_the_place_of_the_old_ones_and_the_log_keeps_them(cast: Cast, samara: Segment) -> None:
    ContactRule.decide([(samara, STRICT)], by=cast.sergey)
    ContactRule.decide([(None, LOOSE)], by=cast.vera)
    told = Event.objects.filter(kind="contact_rules.decided").latest("pk").data
    assert [(name, rules["most_a_week"]) for name, rules in told["before"]] == [("Samara", 1)]
    assert [(name, rules["most_a_week"]) for name, rules in told["rules"]] == [("", 9)]


def test_wrong_rules_change_nothing(cast: Cast) -> None:
    ContactRule.decide([(None, LOOSE)], by=cast.sergey)
    with pytest.raises(Invalid):
        ContactRule.decide([(None, {"most_a_week": "?"})], by=cast.sergey)
    assert ContactRule.objects.get().rules.most_a_week == 9


def test_one_segment_has_one_rule(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        ContactRule.decide([(None, STRICT), (None, LOOSE)], by=cast.sergey)
    assert refusal.value.codes == ["segment-twice"]


def test_rules_are_for_heads(cast: Cast) -> None:
    for person in (cast.anna, cast.boris):
        with pytest.raises(NotAllowed):
            ContactRule.decide([], by=person)
