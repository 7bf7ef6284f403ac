"""The people of a client in the order in which they matter to a deal."""

from django.utils import translation
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.sales.talk.committee import CommitteeMember
from vedu.web.deal.people import people_of


def test_those_who_decide_come_first_and_only_roles_make_the_committee(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    deal = cast.deal()
    gatekeeper, olga, nobody = (cast.contact(deal.client, name) for name in ("Svetlana", "Olga", "Pavel"))
    CommitteeMember.name_role(deal, gatekeeper, "gatekeeper", note="till eleven", by=cast.anna)
    CommitteeMember.name_role(deal, olga, "decision_maker", by=cast.anna)
    people_of(deal)
    with django_assert_num_queries(2):
        people = people_of(deal)
    assert [person.name for person in people.all] == ["Olga", "Svetlana", "Pavel"]
    assert [person.name for person in people.committee] == ["Olga", "Svetlana"]
    assert people.all[0].decides
    assert people.all[1].what == "commercial director, till eleven"
    with translation.override("en"):
        assert people.all[1].role_name == "gatekeeper"
    assert people.named(nobody.pk) is people.all[2]
    assert people.to_talk_to(None) is people.all[0]


def test_roles_in_another_deal_do_not_count(cast: Cast) -> None:
    deal, other = cast.deal(), cast.deal(client=cast.client("Another", owner=cast.anna))
    CommitteeMember.name_role(other, cast.contact(other.client), "decision_maker", by=cast.anna)
    again = cast.deal(client=other.client)
    assert people_of(again).committee == []
    assert people_of(deal).all == []
    assert people_of(deal).to_talk_to(None) is None
