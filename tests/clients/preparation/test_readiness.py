import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import BriefRule
from vedu.clients.preparation.part import Part
from vedu.clients.preparation.readiness import present_with_rule, readiness_of, score, score_needed


def test_nothing_written_is_nothing_ready(db: None) -> None:
    readiness = readiness_of(None, BriefRule.current())
    assert (readiness.filled, readiness.total, readiness.percent, readiness.is_ready) == (0, 6, 0, False)
    assert readiness.missing == tuple(Part)


def test_it_counts_the_filled_and_names_the_missing(cast: Cast) -> None:
    brief = Brief.write(cast.client(), by=cast.anna, problem="Returns", hook="A fair", icebreakers="Cakes", links="x")
    readiness = readiness_of(brief, BriefRule.current())
    assert (readiness.filled, readiness.total, readiness.percent) == (3, 6, 50)
    assert readiness.missing == (Part.OFFER, Part.AUDIT, Part.RIVALS)


def test_weights_make_the_percent_and_the_edge_makes_it_ready(cast: Cast) -> None:
    brief = Brief.write(cast.client(), by=cast.anna, problem="Returns", hook="A fair")
    rule = BriefRule(weights={"problem": 4, "hook": 4, "audit": 0}, ready_percent=72)
    readiness = readiness_of(brief, rule)
    assert (readiness.filled, readiness.total, readiness.percent) == (2, 5, 72)
    assert readiness.is_ready
    rule.ready_percent = 73
    assert not readiness_of(brief, rule).is_ready


@pytest.mark.every_case
@pytest.mark.parametrize("ready", [1, 33, 50, 60, 66, 67, 83, 84, 100])
def test_the_base_counts_as_python_does(cast: Cast, ready: int) -> None:
    rule = BriefRule(weights={"problem": 2, "rivals": 0, "icebreakers": 3}, ready_percent=ready)
    texts: dict[str, str] = {}
    for part in Part:
        texts[part.value] = "known"
        Brief.write(cast.client(part.value), by=cast.anna, **texts)
    ready_ones = set(Brief.objects.alias(score=score(rule)).filter(score__gte=score_needed(rule)))
    assert ready_ones == {brief for brief in Brief.objects.all() if readiness_of(brief, rule).is_ready}


def test_a_card_asks_for_the_brief_and_the_rule_at_once(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.client()
    assert present_with_rule(client.pk) is None
    brief = Brief.write(client, by=cast.anna, hook="A fair")
    known = present_with_rule(client.pk)
    assert known is not None
    assert readiness_of(*known) == readiness_of(brief, BriefRule.current())
    BriefRule.decide({"hook": 9, "audit": 0}, ready_percent=30, by=cast.vera)
    with django_assert_num_queries(1):
        known = present_with_rule(client.pk)
    assert known is not None
    assert known[0].by.name == "Anna Kotova"
    assert readiness_of(*known) == readiness_of(brief, BriefRule.current())
