"""The law in the verb: who opted out of a channel is not planned to be reached by it, whoever plans."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from vedu.clients.client import Client
from vedu.clients.consent.address_digest import digest
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.refusal import Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

PHONE = "+79123456789"


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def to(person: Contact | None, kind: str = "call") -> NextStep:
    return NextStep(kind=kind, due_at=timezone.now() + timedelta(days=1), contact=person)


def refused(client: Client, plan: NextStep, cast: Cast) -> bool:
    try:
        Task.plan(client, plan, by=cast.anna)
    except Refused as refusal:
        return refusal.codes == ["opted-out"]
    return False


def test_who_asked_not_to_be_called_is_not_planned_to_be_called(cast: Cast, client: Client) -> None:
    person, other = cast.contact(client), cast.contact(client, "Pavel Petrov")
    object_to(Subject(client, person), by=cast.anna, channels=["call"], why="asked")
    assert refused(client, to(person), cast)
    assert not Task.objects.exists()
    assert not refused(client, to(person, "email"), cast)
    assert not refused(client, to(person, "meeting"), cast)
    assert not refused(client, to(other), cast)
    assert not refused(client, to(None), cast)


def test_what_a_company_forbids_holds_for_its_people(cast: Cast, client: Client) -> None:
    object_to(Subject(client), by=cast.anna, why="asked")
    for kind in ("call", "email", "messenger"):
        assert refused(client, to(cast.contact(client), kind), cast)
        assert refused(client, to(None, kind), cast)


def test_a_number_on_the_list_is_not_called_at_any_client(cast: Cast, client: Client) -> None:
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    OptOut.put("phone", PHONE, by=cast.olga)
    assert refused(client, to(None), cast)
    assert not refused(client, to(None, "email"), cast)


def test_a_number_kept_as_a_hash_is_known_too(cast: Cast, client: Client) -> None:
    person = cast.contact(client)
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna, contact=person)
    OptOut.objects.create(kind="phone", digest=digest("phone", PHONE))
    assert refused(client, to(person), cast)
    assert not refused(client, to(None), cast)


def test_nothing_overrides_it(cast: Cast, client: Client) -> None:
    object_to(Subject(client), by=cast.anna, channels=["call"], why="asked")
    with pytest.raises(Refused) as refusal:
        Task.plan(client, to(None), by=cast.sergey, override_reason="It is urgent")
    assert refusal.value.codes == ["opted-out"]


def test_every_way_to_plan_asks(cast: Cast, client: Client) -> None:
    deal = cast.deal(client=client)
    object_to(Subject(client), by=cast.anna, channels=["call"], why="asked")
    for verb in (
        lambda: deal.plan(step(), by=cast.anna),
        lambda: deal.log_touch(by=cast.anna, channel="email", next_step=step()),
        lambda: deal.tasks.get().complete(by=cast.anna, next_step=step()),
        lambda: Deal.open(client, cast.pipeline, name="More", by=cast.anna, next_step=step()),
    ):
        with pytest.raises(Refused) as refusal:
            verb()
        assert refusal.value.codes == ["opted-out"]
    assert (deal.tasks.filter(done_at=None).count(), Deal.objects.count(), deal.touches.count()) == (1, 1, 0)


def test_when_it_is_lifted_he_may_be_called_again(cast: Cast, client: Client) -> None:
    listed = object_to(Subject(client), by=cast.anna, channels=["call"], why="asked")
    listed[0].lift(by=cast.sergey, why="He changed his mind")
    assert not refused(client, to(None), cast)


def test_it_costs_one_query_and_none_for_work_of_our_own(cast: Cast, client: Client, django_assert_num_queries) -> None:
    person = cast.contact(client)
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna, contact=person)
    Task.plan(client, to(None, "document"), by=cast.anna)
    with django_assert_num_queries(own := 2):
        Task.plan(client, to(None, "document"), by=cast.anna)
    Task.plan(client, to(person), by=cast.anna)
    with django_assert_num_queries(own + 1):
        Task.plan(client, to(person), by=cast.anna)
