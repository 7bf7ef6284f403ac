"""/visits/7/: a list as it is walked."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from tests.sales.visits.ways import client_at, day, way
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.contact_point import ContactPoint
from vedu.clients.preparation.brief import Brief
from vedu.foundation.values.working_calendar import add_working_days
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.visit import Visit
from vedu.sales.visits.visit_list import VisitList


@pytest.fixture
def visits(cast: Cast) -> VisitList:
    """A client with all that is known, then three doors."""
    made, client = way(cast), client_at(cast, "ул. Тукая, 5")
    ContactPoint.add(client, kind="phone", value="8 912 640-18-22", by=cast.anna)
    Brief.write(client, by=cast.anna, problem="Cakes arrive crushed", hook="A new shop opens")
    Task.plan(client, step(2, "call", "Ask about the shop"), by=cast.anna)
    made.add_clients([client], by=cast.anna, why="Show the samples")
    made.add_doors("ул. Ленина 1–3", by=cast.anna, city="Казань")
    return made


def page_url(visits: VisitList) -> str:
    return reverse("visits:list", args=[visits.pk])


def stop(visits: VisitList, number: int = 0) -> Visit:
    return list(visits.visits.all())[number]


def url(visit: Visit, name: str = "visit") -> str:
    return reverse(f"visits:{name}", args=[visit.pk])


def test_the_stop_in_hand_has_all_that_one_needs(cast: Cast, visits: VisitList) -> None:
    page = text_of(visitor(cast.anna).get(page_url(visits)))
    assert f'hx-get="/clients/{stop(visits).client_id}/step-hint"' in page
    for words in (
        "0 of 4",
        "Northern Bakery",
        "ул. Тукая, 5",
        "tel:+79126401822",
        "Show the samples",
        "Cakes arrive crushed",
        "A new shop opens",
        "Ask about the shop",
        "Казань, ул. Ленина",
        "Nobody there",
    ):
        assert words in page
    assert "Interested" in text_of(visitor(cast.anna).get(f"{page_url(visits)}?stop={stop(visits, 1).pk}"))


def test_who_asked_not_to_be_called_is_not_dialled(cast: Cast, visits: VisitList) -> None:
    object_to(Subject(Client.objects.get()), by=cast.anna, channels=["call"])
    page = text_of(visitor(cast.anna).get(page_url(visits)))
    assert ("Asked not to be called" in page, "tel:" in page) == (True, False)


def test_one_press_writes_the_touch_and_the_step_of_the_button(cast: Cast, visits: VisitList) -> None:
    answer = visitor(cast.anna).post(url(stop(visits)), {"outcome": "absent", "note": "Closed", "step_kind": "usual"})
    assert answer.headers["Location"] == page_url(visits)
    touch = Touch.objects.get()
    assert (touch.channel, touch.outcome, touch.text) == ("visit", "no_answer", "Closed")
    planned = Task.objects.get(kind="visit")
    assert (planned.has_time, planned.due_at.date()) == (False, planned.due_at.date())
    assert planned.due_at.astimezone().date() >= day(1)


def test_by_htmx_the_next_stop_comes(cast: Cast, visits: VisitList) -> None:
    answer = visitor(cast.anna).post(url(stop(visits)), {"outcome": "talked"}, headers=HTMX)
    page = text_of(answer)
    assert "<html" not in page
    assert "1 of 4" in page
    assert f'action="{url(stop(visits, 1))}"' in page
    call = Task.objects.order_by("-pk").first()
    assert (call.kind, call.has_time) == ("call", True)
    assert call.due_at.astimezone().date() == add_working_days(day(), 2)


def test_another_step_or_none_is_chosen(cast: Cast, visits: VisitList) -> None:
    said = {"outcome": "talked", "step_kind": "meeting", "step_on": "2030-05-13", "step_title": "Show"}
    visitor(cast.anna).post(url(stop(visits)), said)
    assert Task.objects.get(title="Show").kind == "meeting"
    assert stop(visits).has_appointment
    before = Task.objects.count()
    visits.add_clients([cast.client("Second", owner=cast.anna)], by=cast.anna)
    visitor(cast.anna).post(url(stop(visits, 4)), {"outcome": "talked", "step_kind": ""})
    assert Task.objects.count() == before


def test_come_again_plans_a_visit_on_that_day(cast: Cast, visits: VisitList) -> None:
    visitor(cast.anna).post(url(stop(visits)), {"outcome": "again", "again_on": "2030-05-13"})
    assert Task.objects.get(kind="visit").due_at.astimezone().date().isoformat() == "2030-05-13"
    visitor(cast.anna).post(url(stop(visits, 1)), {"outcome": "again", "again_on": str(day(3))})
    assert VisitList.objects.get(on=day(3)).visits.get().address == "ул. Ленина, 1"


def test_an_interested_door_becomes_a_client(cast: Cast, visits: VisitList) -> None:
    door = stop(visits, 1)
    said = {"outcome": "interested", "name": "Rye and Co", "person": "Pavel Ilyin", "phone": "8 912 640-18-23"}
    visitor(cast.anna).post(url(door), said | {"lead": "on", "step_kind": "usual"})
    client = Client.objects.get(name="Rye and Co")
    assert (client.owner, client.city, client.requisites.address) == (cast.anna, "Казань", "ул. Ленина, 1")
    assert Task.objects.filter(client=client, kind="call").exists()
    visitor(cast.anna).post(url(stop(visits, 2)), said | {"name": "Oats", "phone": ""})
    assert Client.objects.get(name="Oats").owner is None


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"outcome": "interested", "name": "Rye", "phone": "12"}, "not a whole phone number"),
        ({"outcome": "interested"}, "Write down the company or the person"),
        ({"outcome": "again", "again_on": "x"}, "Choose the day on which to come again."),
        ({"outcome": "again", "again_on": "2020-01-01"}, "a day that is still ahead"),
        ({}, "Choose how the visit ended."),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_was_typed_survives_a_refusal(
    cast: Cast, visits: VisitList, said: dict[str, str], sentence: str, headers: dict[str, str]
) -> None:
    answer = visitor(cast.anna).post(url(stop(visits, 1)), said | {"note": "Asked for a price"}, headers=headers)
    page = text_of(answer)
    assert answer.status_code == 422
    assert sentence in page
    assert "Asked for a price</textarea>" in page
    assert not stop(visits, 1).outcome


def test_a_client_led_by_a_colleague_by_now_is_refused_as_elsewhere(cast: Cast, visits: VisitList) -> None:
    client = Client.objects.get()
    client.release(by=cast.anna)
    cast.deal(owner=cast.igor, client=client)
    answer = visitor(cast.anna).post(url(stop(visits)), {"outcome": "talked"})
    assert answer.status_code == 409
    assert "has been led by Igor Belov since" in text_of(answer)


def test_stops_are_moved_by_hand(cast: Cast, visits: VisitList) -> None:
    anna, first = visitor(cast.anna), stop(visits)
    anna.post(url(first, "moves"), {"way": "down"})
    assert stop(visits, 1) == first
    page = text_of(anna.post(url(first, "moves"), {"way": "up"}, headers=HTMX))
    assert ("<html" in page, stop(visits) == first) == (False, True)
    ids = [one.pk for one in visits.visits.all()][::-1]
    assert "v-way" in text_of(anna.post(reverse("visits:order", args=[visits.pk]), {"stop": ids}, headers=HTMX))
    assert [one.pk for one in visits.visits.all()] == ids
    anna.post(reverse("visits:order", args=[visits.pk]), {"stop": ["x", *ids[::-1]]})
    anna.post(reverse("visits:arrangement", args=[visits.pk]))
    assert stop(visits).address == "ул. Ленина, 1"


def test_an_address_is_mended_and_a_stop_dropped(cast: Cast, visits: VisitList) -> None:
    anna, door = visitor(cast.anna), stop(visits, 1)
    anna.post(url(door, "stop"), {"address": "ул. Мира, 7", "why": "A bakery"})
    door.refresh_from_db()
    assert (door.street, door.why) == ("ул. Мира", "A bakery")
    assert anna.post(url(door, "stop"), {"address": "", "why": ""}).status_code == 422
    anna.post(url(door, "stop_drop"))
    assert visits.visits.count() == 3


def test_the_end_of_the_way_says_so(cast: Cast) -> None:
    empty = way(cast)
    assert "Nobody to visit yet" in text_of(visitor(cast.anna).get(page_url(empty)))
    empty.add_doors("A 1", by=cast.anna)
    page = text_of(visitor(cast.anna).post(url(stop(empty)), {"outcome": "refused"}, headers=HTMX))
    assert "The list is walked" in page


def test_who_sees_and_who_writes(cast: Cast, visits: VisitList) -> None:
    door = stop(visits, 1)
    reads = {cast.anna: 200, cast.igor: 200, cast.sergey: 200, cast.boris: 200, cast.olga: 404}
    assert {one: visitor(one).get(page_url(visits)).status_code for one in reads} == reads
    assert url(door) not in text_of(visitor(cast.igor).get(f"{page_url(visits)}?stop={door.pk}"))
    posts = {
        url(door): {"outcome": "absent"},
        url(door, "moves"): {"way": "up"},
        url(door, "stop"): {"address": "B 1"},
        url(door, "stop_drop"): {},
    }
    for address, said in posts.items():
        for person, status in ((cast.igor, 403), (cast.boris, 403), (cast.olga, 404)):
            assert visitor(person).post(address, said).status_code == status
        assert is_sign_in(visitor().post(address, said))
    assert is_sign_in(visitor().get(page_url(visits)))
    visitor(cast.sergey).post(url(door), {"outcome": "absent"})
    assert stop(visits, 1).visited_by == cast.sergey


def test_a_long_way_costs_no_more(
    cast: Cast, visits: VisitList, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    visits.add_doors("ул. Мира 1–60", by=cast.anna)
    visits.add_clients([cast.client(f"Shop {number}") for number in range(10)], by=cast.anna)
    anna = visitor(cast.anna)
    anna.get(page_url(visits))
    with django_assert_max_num_queries(12):
        anna.get(page_url(visits))
