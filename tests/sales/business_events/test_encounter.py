"""Whom to meet at an event, and what came of it."""

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from tests.sales.business_events.fairs import fair
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.newcomer import Newcomer
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.business_events.acquaintance import get_acquainted
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


@pytest.fixture
def event(cast: Cast) -> BusinessEvent:
    return fair(cast)


def test_a_client_is_put_on_the_list_once(cast: Cast, event: BusinessEvent) -> None:
    client = cast.client()
    planned = Encounter.plan(event, client, by=cast.anna, why=" The contract ends ", offer="A trial lot")
    assert (planned.name, planned.why, planned.assignee, planned.is_open) == (
        client.name,
        "The contract ends",
        cast.anna,
        True,
    )
    assert Event.objects.get(kind="encounter.planned").client_id == client.pk
    with pytest.raises(Refused) as refused:
        Encounter.plan(event, client, by=cast.igor)
    assert refused.value.codes == ["already-on-the-list"]
    assert Encounter.objects.count() == 1


def test_a_client_whom_a_colleague_leads_is_refused_as_elsewhere(cast: Cast, event: BusinessEvent) -> None:
    client = cast.deal().client
    with pytest.raises(ClientIsLed) as refused:
        Encounter.plan(event, client, by=cast.igor)
    with pytest.raises(ClientIsLed) as elsewhere:
        Touch.log(client, by=cast.igor, channel="meeting")
    assert str(refused.value) == str(elsewhere.value)


def test_a_head_sends_his_seller_to_his_client(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.deal(owner=cast.igor).client, by=cast.sergey, assignee=cast.igor)
    assert planned.assignee == cast.igor
    assert event.participants.filter(person=cast.igor).exists()
    with pytest.raises(NotAllowed) as refused:
        Encounter.plan(event, company="Bakery", by=cast.anna, assignee=cast.igor)
    assert refused.value.codes == ["not-your-person"]


def test_a_stranger_needs_a_name(cast: Cast, event: BusinessEvent) -> None:
    assert Encounter.plan(event, by=cast.anna, person="Pavel Ilyin", phone="+7 912").name == "Pavel Ilyin"
    with pytest.raises(Invalid) as refused:
        Encounter.plan(event, by=cast.anna, phone="+7 912")
    assert refused.value.codes == ["name-empty"]
    with pytest.raises(Invalid) as refused:
        Encounter.plan(event, by=cast.anna, company="Bakery", why="x" * 2001)
    assert refused.value.codes == ["too-long"]


def test_who_does_not_see_the_event_plans_nothing_there(cast: Cast, event: BusinessEvent) -> None:
    for person, code in ((cast.olga, "event-not-seen"), (cast.boris, "role-only-looks")):
        with pytest.raises(NotAllowed) as refused:
            Encounter.plan(event, company="Bakery", by=person)
        assert refused.value.codes == [code]


def test_met_is_a_touch_on_the_only_open_deal_with_a_next_step(cast: Cast, event: BusinessEvent) -> None:
    deal = cast.deal()
    planned = Encounter.plan(event, deal.client, by=cast.anna, contact=cast.contact(deal.client))
    touch = planned.meet(by=cast.anna, note="Wants samples", next_step=step(1, "email", "Send the offer"))
    assert (touch.channel, touch.two_way, touch.text, touch.deal) == ("event", True, "Wants samples", deal)
    planned.refresh_from_db()
    assert (planned.result, planned.touch, planned.is_new_client, planned.decided_by) == (
        "met",
        touch,
        False,
        cast.anna,
    )
    assert touch.contact == planned.contact
    assert Task.objects.get(title="Send the offer").deal == deal
    deal.client.refresh_from_db()
    assert deal.client.last_two_way_at == touch.at
    assert Event.objects.get(kind="encounter.met").client_id == deal.client_id


def test_what_is_written_is_written_once(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.anna)
    again = Encounter.objects.get()
    planned.meet(by=cast.anna)
    for verb in (planned.meet, again.meet, again.miss, planned.drop):
        with pytest.raises(Refused) as refused:
            verb(by=cast.anna)
        assert refused.value.codes[0] in ("already-met", "already-decided")
    assert Touch.objects.count() == 1


def test_who_was_missed_may_be_met_on_the_next_day(cast: Cast, event: BusinessEvent) -> None:
    client = cast.client()
    planned = Encounter.plan(event, client, by=cast.anna)
    planned.miss(by=cast.anna, note="Left before noon", next_step=step(2))
    assert (planned.result, Touch.objects.count(), Task.objects.get().client) == ("missed", 0, client)
    planned.meet(by=cast.anna)
    planned.refresh_from_db()
    assert planned.result == "met"


def test_nothing_is_marked_before_the_event_begins(cast: Cast) -> None:
    planned = Encounter.plan(fair(cast, starts=3), cast.client(), by=cast.anna)
    for verb in (planned.meet, planned.miss):
        with pytest.raises(Refused) as refused:
            verb(by=cast.anna)
        assert refused.value.codes == ["event-ahead"]
    assert not Touch.objects.exists()


def test_a_stranger_who_was_met_becomes_a_client_from_the_event(cast: Cast, event: BusinessEvent) -> None:
    words = {"company": "Rye and Co", "person": "Pavel Ilyin", "job_title": "buyer", "phone": "8 912 640-18-22"}
    planned = Encounter.plan(event, by=cast.anna, **words)
    with pytest.raises(Invalid):
        planned.miss(by=cast.anna, next_step=step())
    planned.meet(by=cast.anna, note="Buys from two", next_step=step())
    client = Client.objects.get()
    assert (client.name, client.source, client.owner) == ("Rye and Co", "FoodExpo", cast.anna)
    assert (client.contacts.get().name, client.contacts.get().job_title) == ("Pavel Ilyin", "buyer")
    assert ContactPoint.objects.get().value == "+79126401822"
    planned.refresh_from_db()
    assert (planned.client, planned.contact, planned.is_new_client) == (client, client.contacts.get(), True)
    assert Task.objects.get().client == client


def test_what_is_wrong_leaves_nothing_half_written(cast: Cast, event: BusinessEvent) -> None:
    who = Newcomer(company="Rye and Co", phone="12", email="nobody")
    with pytest.raises(Invalid) as refused:
        get_acquainted(event, who, by=cast.anna)
    assert refused.value.codes == ["phone-wrong", "email-wrong"]
    assert not (Client.objects.exists())
    assert not (Encounter.objects.exists())
    assert not (Touch.objects.exists())


def test_a_new_acquaintance_stands_on_no_list(cast: Cast, event: BusinessEvent) -> None:
    who = Newcomer(person="Pavel Ilyin", phone="8 912 640-18-22", lead=False)
    met = get_acquainted(event, who, by=cast.anna, note="At our stand")
    assert (met.is_planned, met.result, met.is_new_client) == (False, "met", True)
    assert (met.client.kind, met.client.owner, met.contact) == ("person", None, None)
    known = get_acquainted(event, cast.client("Old friend"), by=cast.anna)
    assert (known.is_planned, known.is_new_client) == (False, False)
    with pytest.raises(ClientIsLed):
        get_acquainted(event, cast.deal().client, by=cast.igor)


def test_the_place_passes_to_somebody_of_ones_own(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.anna)
    planned.describe(by=cast.sergey, assignee=cast.igor, why="He knows them")
    planned.refresh_from_db()
    assert (planned.assignee, planned.why) == (cast.igor, "He knows them")
    with pytest.raises(NotAllowed) as refused:
        planned.describe(by=cast.igor, assignee=cast.anna)
    assert refused.value.codes == ["not-your-person"]


def test_who_may_mark_and_drop(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.igor)
    for person in (cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            planned.drop(by=person)
    other = Encounter.plan(event, company="Bakery", by=cast.anna)
    with pytest.raises(NotAllowed) as refused:
        other.meet(by=cast.igor)
    assert refused.value.codes == ["not-your-encounter"]
    planned.drop(by=cast.anna)  # who makes the event
    other.drop(by=cast.sergey)
    assert not Encounter.objects.exists()
    assert Event.objects.filter(kind="encounter.dropped").count() == 2


def test_each_sees_what_he_may(cast: Cast, event: BusinessEvent) -> None:
    event.send(cast.olga, by=cast.sergey)
    hers = Encounter.plan(event, cast.client("South", owner=cast.olga), by=cast.olga)
    stranger = Encounter.plan(event, company="Bakery", by=cast.anna)
    free = Encounter.plan(event, cast.client("Free"), by=cast.anna)
    led = Encounter.plan(event, cast.deal().client, by=cast.anna)
    seen = Encounter.objects.visible_to
    assert set(seen(cast.igor)) == {stranger, free, led}
    assert set(seen(cast.olga)) == {hers, free}
    assert set(seen(cast.vera)) == {hers, stranger, free, led}


def test_a_touch_has_the_moment_of_the_meeting(cast: Cast, event: BusinessEvent) -> None:
    at = timezone.now()
    touch = Encounter.plan(event, cast.client(), by=cast.anna).meet(by=cast.anna, at=at)
    assert (touch.at, Encounter.objects.get().decided_at) == (at, at)
