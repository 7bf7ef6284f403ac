"""Needs, objections and evidence by one query."""

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.sales.talk.need import Need
from vedu.web.deal.said import said_of


def test_what_waits_for_a_word_comes_first(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    deal = cast.at_stage(4)
    Need.note(deal, words="The store is full", problem="Rent", priority="critical", by=cast.anna)
    cast.object_to(deal, "Expensive").reply(answer="Count the returns", by=cast.anna)
    cast.object_to(deal, "We will think")
    deal.record_evidence("presentation_made", by=cast.anna)
    said_of(deal)
    with django_assert_num_queries(1):
        said = said_of(deal)
    assert [(need.words, need.is_confirmed) for need in said.needs] == [
        ("The store is full", False),
        ("Cakes arrive crushed", True),
    ]
    assert (said.needs[0].details, said.needs[0].priority, said.needs[0].is_critical) == (["Rent"], "critical", True)
    assert [(one.text, one.is_answered, one.result) for one in said.objections] == [
        ("We will think", False, "not answered yet"),
        ("Expensive", True, "answered"),
    ]
    assert said.recorded == {"presentation_made"}


def test_a_new_deal_has_heard_nothing(cast: Cast) -> None:
    assert said_of(cast.deal()) == ([], [], set(), [])
