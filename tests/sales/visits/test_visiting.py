"""How a visit ended: at a client, at a door."""

from typing import Any

import pytest
from django.utils import translation

from tests.cast import Cast, step
from tests.sales.visits.ways import client_at, day, way
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.newcomer import Newcomer
from vedu.clients.protection import ClientIsLed
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.statistics import of_lists, of_people
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList

WHO = Newcomer(company="Rye and Co", person="Pavel Ilyin", phone="8 912 640-18-22")


def stop(cast: Cast, client: Client) -> Visit:
    visits = way(cast)
    visits.add_clients([client], by=cast.anna)
    return visits.visits.select_related("client", "visit_list").get()


def door(cast: Cast, visits: VisitList | None = None) -> Visit:
    visits = visits or way(cast)
    visits.add_doors("ул. Ленина, 5", by=cast.anna, city="Казань")
    return visits.visits.last()


@pytest.mark.parametrize(
    ("outcome", "touch", "two_way"),
    [
        ("talked", "talked", True),
        ("absent", "no_answer", False),
        ("refused", "refused", True),
        ("again", "talked", True),
        ("interested", "talked", True),
    ],
)
def test_at_a_client_it_is_a_touch(cast: Cast, outcome: str, touch: str, two_way: bool) -> None:
    deal = cast.deal()
    visit = stop(cast, deal.client)
    visit.finish(outcome, by=cast.anna, note=" Saw the store ")
    logged = Touch.objects.get()
    assert (logged.channel, logged.outcome, logged.two_way) == ("visit", touch, two_way)
    assert (logged.text, logged.deal, logged.at) == ("Saw the store", deal, visit.visited_at)
    visit.refresh_from_db()
    assert (visit.outcome, visit.touch, visit.visited_by) == (outcome, logged, cast.anna)


def test_the_next_step_stands_on_the_deal(cast: Cast) -> None:
    deal = cast.deal()
    stop(cast, deal.client).finish("talked", by=cast.anna, next_step=step(0, "visit", "Bring samples"))
    deal.refresh_from_db()
    assert deal.next_step.title == "Bring samples"
    deal.client.refresh_from_db()
    assert deal.client.last_two_way_at == Touch.objects.get().at
    assert deal.client.contact_due_at > Touch.objects.get().at


def test_of_two_deals_none_is_meant(cast: Cast) -> None:
    client = cast.deal().client
    Deal.open(client, cast.pipeline, name="Second", by=cast.anna)
    stop(cast, client).finish("talked", by=cast.anna)
    assert Touch.objects.get().deal is None


def test_a_visit_that_was_planned_is_done_with_it(cast: Cast) -> None:
    deal = cast.deal()
    planned = deal.plan(step(0, "visit", "Drive there"), by=cast.anna)
    later = deal.plan(step(3, "visit", "Drive there again"), by=cast.anna)
    call = deal.plan(step(0, "call", "Call"), by=cast.anna)
    stop(cast, deal.client).finish("talked", by=cast.anna)
    assert Task.objects.get(pk=planned.pk).is_done
    assert not (Task.objects.get(pk=later.pk).is_done)
    assert not (Task.objects.get(pk=call.pk).is_done)
    deal.refresh_from_db()
    assert deal.next_step == call


def test_a_press_too_many_writes_nothing_twice(cast: Cast) -> None:
    visit = stop(cast, cast.client())
    again = Visit.objects.get()
    visit.finish("talked", by=cast.anna)
    with pytest.raises(Refused) as refused:
        again.finish("absent", by=cast.anna)
    assert refused.value.codes == ["already-visited"]
    assert Touch.objects.count() == 1


def test_a_client_whom_a_colleague_leads_by_now_is_refused(cast: Cast) -> None:
    client = cast.client()
    visit = stop(cast, client)
    client.claim(by=cast.igor)
    cast.deal(owner=cast.igor, client=client)
    visit.client.refresh_from_db()
    with pytest.raises(ClientIsLed):
        visit.finish("talked", by=cast.anna)
    visit.refresh_from_db()
    assert visit.outcome == ""


def test_at_a_door_nobody_is_touched_and_a_slip_is_put_right(cast: Cast) -> None:
    visit = door(cast)
    visit.finish("absent", by=cast.anna)
    visit.finish("refused", by=cast.anna, note="Never again")
    visit.refresh_from_db()
    assert (visit.outcome, visit.note, visit.client, Touch.objects.count()) == ("refused", "Never again", None, 0)


def test_an_interested_door_becomes_a_client_in_one_go(cast: Cast) -> None:
    visit = door(cast)
    visit.finish("interested", by=cast.anna, note="Wants a price", newcomer=WHO, next_step=step(1, "meeting", "Show"))
    client = Client.objects.get()
    assert (client.name, client.city, client.source, client.owner) == ("Rye and Co", "Казань", "Bakeries", cast.anna)
    assert client.requisites.address == "ул. Ленина, 5"
    assert client.contacts.get().name == "Pavel Ilyin"
    assert ContactPoint.objects.get().value == "+79126401822"
    touch = Touch.objects.get()
    assert (touch.channel, touch.text, touch.contact) == ("visit", "Wants a price", client.contacts.get())
    assert Task.objects.get().title == "Show"
    visit.refresh_from_db()
    assert (visit.client, visit.is_door, visit.has_appointment) == (client, True, True)


def test_one_without_a_list_name_came_door_to_door(cast: Cast) -> None:
    who = Newcomer(person="Pavel", lead=False)
    with translation.override("en"):
        door(cast, way(cast, title="")).finish("interested", by=cast.anna, newcomer=who)
    client = Client.objects.get()
    assert (client.source, client.kind, client.owner) == ("Door to door", "person", None)


@pytest.mark.parametrize(
    ("outcome", "said", "code"),
    [
        ("maybe", {}, "unknown-word"),
        ("again", {}, "day-needed"),
        ("again", {"again_on": 0}, "day-past"),
        ("talked", {"next_step": step()}, "client-needed"),
        ("interested", {}, "name-empty"),
        ("interested", {"newcomer": Newcomer(company="Rye", phone="12")}, "phone-wrong"),
    ],
)
def test_what_cannot_be_is_refused_whole(cast: Cast, outcome: str, said: dict[str, Any], code: str) -> None:
    said = said | ({"again_on": day()} if "again_on" in said else {})
    visit = door(cast)
    with pytest.raises(Invalid) as refused:
        visit.finish(outcome, by=cast.anna, **said)
    assert refused.value.codes == [code]
    visit.refresh_from_db()
    assert (visit.outcome, visit.client, Client.objects.count()) == ("", None, 0)


def test_come_again_puts_the_door_on_the_list_of_that_day(cast: Cast) -> None:
    visits, there = way(cast), way(cast, title="Thursday", days=3)
    visits.add_doors("ул. Ленина 1–3", by=cast.anna, city="Казань")
    first, second, third = visits.visits.all()
    first.finish("again", by=cast.anna, again_on=day(3))
    second.finish("absent", by=cast.anna, again_on=day(3))
    third.finish("again", by=cast.anna, again_on=day(5))
    assert [one.address for one in there.visits.all()] == ["ул. Ленина, 1", "ул. Ленина, 2"]
    made = VisitList.objects.get(on=day(5))
    assert (made.title, made.owner, made.visits.get().city) == ("Bakeries", cast.anna, "Казань")
    with pytest.raises(Refused) as refused:
        first.finish("refused", by=cast.anna)
    assert refused.value.codes == ["already-visited"]


def test_what_walking_brings_is_counted(cast: Cast) -> None:
    visits, empty = way(cast), way(cast)
    visits.add_doors("ул. Ленина 1–6", by=cast.anna, city="Казань")
    visits.add_clients([client_at(cast, "ул. Тукая, 5")], by=cast.anna)
    doors = list(visits.visits.select_related("client"))
    doors[0].finish("absent", by=cast.anna)
    doors[1].finish("refused", by=cast.anna)
    doors[2].finish("talked", by=cast.anna)
    doors[3].finish("interested", by=cast.anna, newcomer=WHO)
    doors[4].finish("again", by=cast.anna, again_on=day(2))
    doors[6].finish("talked", by=cast.anna, next_step=step(1, "meeting"))
    numbers = of_lists([visits.pk, empty.pk])
    assert numbers[visits.pk]._asdict() == {
        "stops": 7,
        "done": 6,
        "talks": 4,
        "interested": 1,
        "appointments": 2,
        "refused": 1,
        "absent": 1,
        "new_clients": 1,
    }
    assert numbers[empty.pk].stops == 0
    assert of_people(Visit.objects.done())[cast.anna.pk].done == 6
