"""OWN-8: which clients a rule means, whom it may give to, who may change it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.assignment.method import Method
from vedu.clients.assignment.rule import AssignmentRule, Terms
from vedu.clients.assignment.specialisation import specialise
from vedu.clients.assignment.territory import Territory
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.people.staffing import dismiss
from vedu.foundation.people.substitution import plan_absence
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed


def rule_of(cast: Cast, *, by: User | None = None, **terms: object) -> AssignmentRule:
    return AssignmentRule.define(Terms(**{"name": "Shops", "people": [cast.anna], **terms}), by=by or cast.sergey)  # type: ignore[arg-type]


def takers(rule: AssignmentRule) -> set[User]:
    return set(rule.takers())


def test_a_new_rule_stands_last_and_is_off(cast: Cast) -> None:
    first, second = rule_of(cast), rule_of(cast, name="Others")
    assert (first.position, second.position, second.is_on) == (0, 1, False)
    assert Event.objects.filter(kind="rule.defined").count() == 2


def test_every_condition_has_to_hold(cast: Cast) -> None:
    segment = Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Samara"]}], by=cast.sergey)
    territory = Territory.define("Volga", by=cast.sergey, regions=["63"])
    rule = rule_of(cast, segment=segment, territory=territory, sources=["Site", ""])
    facts = {"city": "Samara", "region": "63", "source": "Site"}
    meant = Client.add(name="Meant", by=cast.anna, **facts)
    for name in facts:
        Client.add(name=f"Other {name}", by=cast.anna, **(facts | {name: "64"}))
    assert list(Client.objects.filter(rule.where())) == [meant]


def test_a_rule_without_conditions_means_all(cast: Cast) -> None:
    cast.client()
    assert Client.objects.filter(rule_of(cast).where()).count() == 1


def test_it_gives_to_people_of_a_team_with_a_specialisation(cast: Cast) -> None:
    specialise(cast.igor, ["regional"], by=cast.sergey)
    specialise(cast.olga, ["regional"], by=cast.adam)
    assert takers(rule_of(cast, people=[], team=cast.north)) == {cast.anna, cast.igor}
    assert takers(rule_of(cast, people=[cast.sergey])) == {cast.sergey}
    assert takers(rule_of(cast, people=[], team=cast.north, specialisation="regional")) == {cast.igor}
    everywhere = rule_of(cast, by=cast.adam, people=[], specialisation="regional")
    assert takers(everywhere) == {cast.igor, cast.olga}


def test_it_gives_to_the_people_of_its_territory(cast: Cast) -> None:
    territory = Territory.define("Volga", by=cast.sergey, regions=["63"], people=[cast.igor])
    rule = rule_of(cast, territory=territory, people=[], team=cast.north, method=Method.TERRITORY)
    assert takers(rule) == {cast.igor}


def test_who_is_away_or_has_left_gets_nothing(cast: Cast) -> None:
    rule = rule_of(cast, people=[cast.anna, cast.igor])
    plan_absence(cast.anna, by=cast.anna, from_on=timezone.localdate())
    assert takers(rule) == {cast.igor}
    dismiss(cast.igor, by=cast.sergey)
    assert takers(rule) == set()


def test_a_rule_that_makes_no_sense_is_refused(cast: Cast) -> None:
    wrong: list[dict[str, object]] = [
        {"name": " "},
        {"method": "lottery"},
        {"method": Method.ONE, "people": [cast.anna, cast.igor]},
        {"method": Method.ONE, "people": []},
        {"method": Method.TERRITORY},
    ]
    for terms in wrong:
        with pytest.raises(Invalid):
            rule_of(cast, **terms)
    assert not AssignmentRule.objects.exists()


def test_switching_on_remembers_since_when(cast: Cast) -> None:
    rule, moment = rule_of(cast), timezone.now() - timedelta(days=3)
    rule.switch(on=True, by=cast.sergey, at=moment)
    rule.switch(on=True, by=cast.sergey)
    assert (rule.is_on, rule.on_since) == (True, moment)
    rule.switch(on=False, by=cast.sergey)
    assert (rule.is_on, rule.on_since) == (False, None)
    kinds = Event.objects.filter(kind__startswith="rule.switched").values_list("kind", flat=True)
    assert list(kinds) == ["rule.switched_on", "rule.switched_off"]


def test_rules_change_places(cast: Cast) -> None:
    names = ["A", "B", "C"]
    rules = [rule_of(cast, name=name) for name in names]
    rules[2].stand_at(0, by=cast.sergey)
    assert [rule.name for rule in AssignmentRule.objects.all()] == ["C", "A", "B"]
    rules[2].stand_at(99, by=cast.sergey)
    assert [rule.name for rule in AssignmentRule.objects.all()] == names


def test_a_change_tells_what_it_was(cast: Cast) -> None:
    rule = rule_of(cast, sources=["Site"])
    rule.redefine(Terms("Fairs", sources=["Fair"], people=[cast.igor]), by=cast.sergey)
    assert (rule.name, rule.sources, list(rule.people.all())) == ("Fairs", ["Fair"], [cast.igor])
    before = Event.objects.get(kind="rule.redefined").data["before"]
    assert (before["name"], before["sources"], before["people"]) == ("Shops", ["Site"], [cast.anna.pk])


def test_it_goes_with_its_segment(cast: Cast) -> None:
    segment = Segment.define("Samara", [{"field": "city", "op": "in", "values": ["Samara"]}], by=cast.sergey)
    rule_of(cast, segment=segment)
    segment.drop(by=cast.sergey)
    assert not AssignmentRule.objects.exists()


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_only_heads_make_and_change_rules(cast: Cast, who: str) -> None:
    user, rule = getattr(cast, who), rule_of(cast)
    with pytest.raises(NotAllowed):
        rule_of(cast, by=user)
    for verb in (
        lambda: rule.redefine(Terms("Mine", people=[user]), by=user),
        lambda: rule.switch(on=True, by=user),
        lambda: rule.stand_at(0, by=user),
        lambda: rule.drop(by=user),
    ):
        with pytest.raises(NotAllowed):
            verb()


def test_a_head_rules_over_his_own_people_alone(cast: Cast) -> None:
    for terms in ({"people": [cast.olga]}, {"people": [], "team": cast.south}, {"people": []}):
        with pytest.raises(NotAllowed) as refusal:
            rule_of(cast, **terms)
        assert refusal.value.codes == ["rule-not-yours"]
    theirs = rule_of(cast, by=cast.adam, people=[cast.olga])
    with pytest.raises(NotAllowed):
        theirs.switch(on=True, by=cast.sergey)
    assert AssignmentRule.objects.count() == 1
