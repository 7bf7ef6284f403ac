from collections.abc import Iterator

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.preparation.brief_rule import USUAL_READY, BriefRule, industry_of
from vedu.clients.preparation.part import Part
from vedu.foundation.events import Event
from vedu.foundation.people.installation import Installation
from vedu.foundation.refusal import Invalid, NotAllowed


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def test_without_a_rule_all_parts_weigh_the_same(db: None) -> None:
    rule = BriefRule.current()
    assert rule.asked == dict.fromkeys(Part, 1)
    assert rule.ready_percent == USUAL_READY


def test_the_owner_of_the_business_decides_what_counts(cast: Cast) -> None:
    BriefRule.decide({"hook": 3, "audit": 0}, ready_percent=50, industry="agency", by=cast.vera)
    rule = BriefRule.current()
    assert Part.AUDIT not in rule.asked
    assert (rule.asked[Part.HOOK], rule.asked[Part.PROBLEM], rule.ready_percent) == (3, 1, 50)
    event = Event.objects.get(kind="brief.rule_decided")
    assert (event.actor, event.data["industry"]) == (cast.vera, "agency")


def test_a_second_decision_takes_the_place_of_the_first(cast: Cast) -> None:
    BriefRule.decide({"hook": 3}, ready_percent=50, by=cast.vera)
    BriefRule.decide({"hook": 0}, ready_percent=70, by=cast.adam)
    assert BriefRule.objects.get().ready_percent == 70


def test_sellers_and_heads_of_teams_do_not_decide(cast: Cast) -> None:
    for person in (cast.anna, cast.sergey, cast.boris):
        with pytest.raises(NotAllowed):
            BriefRule.decide({}, ready_percent=50, by=person)


@pytest.mark.parametrize(
    ("weights", "ready", "industry"),
    [
        ({"hook": 11}, 50, ""),
        ({"hook": -1}, 50, ""),
        ({"shoes": 1}, 50, ""),
        (dict.fromkeys(Part.values, 0), 50, ""),
        ({}, 0, ""),
        ({}, 101, ""),
        ({}, 50, "piracy"),
    ],
)
def test_what_cannot_be_meant_is_refused(cast: Cast, weights: dict[str, int], ready: int, industry: str) -> None:
    with pytest.raises(Invalid):
        BriefRule.decide(weights, ready_percent=ready, industry=industry, by=cast.vera)
    assert not BriefRule.objects.exists()


def test_questions_are_those_of_the_business_that_the_company_began_with(db: None) -> None:
    assert industry_of(BriefRule.current()) == "own"
    Installation.objects.create(pk=1, language="en", time_zone="UTC", business="insurance")
    assert industry_of(BriefRule.current()) == "insurance"
    assert industry_of(BriefRule(industry="agency")) == "agency"
