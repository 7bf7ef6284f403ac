"""What a deal has of all that gates may ask for."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.gate_facts import GateFacts
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.sales.talk.need import Need

pytestmark = pytest.mark.django_db


def test_a_new_deal_lacks_everything_but_unanswered_objections(cast: Cast) -> None:
    facts = GateFacts.of(cast.deal())
    assert [kind for kind in EvidenceKind if facts.has(kind)] == [EvidenceKind.OBJECTIONS]


def test_a_deal_led_to_its_end_has_all(cast: Cast) -> None:
    facts = GateFacts.of(cast.ready_for(cast.deal(), 7))
    assert all(facts.has(kind) for kind in EvidenceKind)


def test_all_facts_come_with_one_query(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    deal = cast.at_stage(4)
    with django_assert_num_queries(1):
        GateFacts.of(deal)


def test_a_person_who_does_not_decide_is_no_decision_maker(cast: Cast) -> None:
    deal = cast.deal()
    CommitteeMember.name_role(deal, cast.contact(deal.client), CommitteeRole.GATEKEEPER, by=cast.anna)
    assert not GateFacts.of(deal).has(EvidenceKind.DECISION_MAKER)


def test_a_noted_need_is_counted_but_opens_nothing_until_confirmed(cast: Cast) -> None:
    deal = cast.deal()
    need = Need.note(deal, words="Cakes arrive crushed", by=cast.anna)
    assert GateFacts.of(deal).needs == [False]
    assert not GateFacts.of(deal).has(EvidenceKind.NEED)
    need.confirm(by=cast.anna)
    assert GateFacts.of(deal).has(EvidenceKind.NEED)


def test_one_open_objection_among_answered_ones_closes_the_gate(cast: Cast) -> None:
    deal = cast.deal()
    cast.object_to(deal).reply(answer="Compare the price of a spoiled cake", by=cast.anna)
    assert GateFacts.of(deal).has(EvidenceKind.OBJECTIONS)
    cast.object_to(deal, "We will think")
    assert not GateFacts.of(deal).has(EvidenceKind.OBJECTIONS)


def test_contact_is_known_from_the_deal_itself(cast: Cast) -> None:
    deal = cast.deal()
    deal.last_two_way_at = timezone.now()
    assert GateFacts.of(deal).has(EvidenceKind.CONTACT)


def test_an_unknown_kind_of_evidence_is_an_error(cast: Cast) -> None:
    with pytest.raises(ValueError, match="weather"):
        GateFacts().has("weather")
