"""Whom to meet and what came of it: /business-events/7/plan/, /business-events/encounters/7/."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.business_events.fairs import fair
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

STEP = {"step_kind": "call", "step_on": "2030-05-13", "step_time": "10:00", "step_title": "Agree on a trial"}


@pytest.fixture
def event(cast: Cast) -> BusinessEvent:
    return fair(cast)


def url(name: str, one: BusinessEvent | Encounter) -> str:
    return reverse(f"business_events:{name}", args=[one.pk])


def test_clients_are_put_on_the_list_with_why_and_what(cast: Cast, event: BusinessEvent) -> None:
    mine, led = cast.client("Mine", owner=cast.anna), cast.deal(owner=cast.igor).client
    anna = visitor(cast.anna)
    assert "<b>Mine</b>" in text_of(anna.get(url("plan", event)))
    said = {"client": [mine.pk, led.pk], "why": "The contract ends", "offer": "A trial lot"}
    answer = anna.post(url("plan", event), said)
    assert answer.status_code == 422
    assert "has been led by Igor Belov since" in text_of(answer)
    planned = Encounter.objects.get()
    assert (planned.client, planned.why, planned.offer) == (mine, "The contract ends", "A trial lot")
    assert anna.post(url("plan", event), {"client": [mine.pk]}).status_code == 422
    assert "Tick at least one client." in text_of(anna.post(url("plan", event), {}))


def test_a_new_name_is_written_down(cast: Cast, event: BusinessEvent) -> None:
    anna = visitor(cast.anna)
    said = {"name": "Rye and Co", "person": "Pavel Ilyin", "phone": "8 912", "why": "Grows", "offer": "Boxes"}
    assert anna.post(url("strangers", event), said).headers["Location"] == url("plan", event)
    assert (Encounter.objects.get().name, Encounter.objects.get().why) == ("Rye and Co", "Grows")
    wrong = anna.post(url("strangers", event), {"phone": "8 912 640", "why": "Grows"})
    assert wrong.status_code == 422
    assert "8 912 640" in text_of(wrong)


def test_met_by_one_press_with_a_note_and_a_step(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.client("Mine", owner=cast.anna), by=cast.anna, why="The contract ends")
    anna = visitor(cast.anna)
    assert "The contract ends" in text_of(anna.get(url("encounter", planned)))
    answer = anna.post(url("encounter", planned), {"result": "met", "note": "Wants samples", **STEP})
    assert answer.headers["Location"] == url("event", event)
    assert (Touch.objects.get().channel, Touch.objects.get().text) == ("event", "Wants samples")
    assert Task.objects.get().title == "Agree on a trial"
    assert anna.post(url("encounter", planned), {"result": "missed"}).status_code == 409


def test_the_step_of_a_known_client_is_held_against_the_policy(cast: Cast, event: BusinessEvent) -> None:
    client = cast.client(owner=cast.anna)
    planned = Encounter.plan(event, client, by=cast.anna)
    page = text_of(visitor(cast.anna).get(url("encounter", planned)))
    assert f'hx-get="/clients/{client.pk}/step-hint"' in page


def test_a_stranger_is_met_and_mended_on_the_spot(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, company="Rye", by=cast.anna)
    anna, said = visitor(cast.anna), {"result": "met", "name": "Rye and Co", "phone": "12", "note": "At the stand"}
    wrong = anna.post(url("encounter", planned), said)
    assert wrong.status_code == 422
    page = text_of(wrong)
    assert ("not a whole phone number" in page, 'value="Rye and Co"' in page, "At the stand" in page) == (True,) * 3
    anna.post(url("encounter", planned), said | {"phone": "8 912 640-18-22", "lead": "on", **STEP})
    client = Client.objects.get()
    assert (client.name, client.source, client.owner) == ("Rye and Co", "FoodExpo", cast.anna)


def test_not_met_may_call_afterwards(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.anna)
    stranger = Encounter.plan(event, company="Rye", by=cast.anna)
    anna = visitor(cast.anna)
    for one in (planned, stranger):
        anna.post(url("encounter", one), {"result": "missed", **STEP})
    assert {one.result for one in Encounter.objects.all()} == {"missed"}
    assert (Touch.objects.count(), Task.objects.count()) == (0, 1)
    assert "Met after all" in text_of(anna.get(url("event", event)))


def test_a_wrong_day_of_the_step_keeps_the_note(cast: Cast, event: BusinessEvent) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.anna)
    said = {"result": "met", "note": "Wants samples", "step_kind": "call", "step_on": "someday"}
    answer = visitor(cast.anna).post(url("encounter", planned), said)
    assert answer.status_code == 422
    assert "Wants samples" in text_of(answer)
    assert not Touch.objects.exists()


def test_a_new_acquaintance_in_one_go(cast: Cast, event: BusinessEvent) -> None:
    anna = visitor(cast.anna)
    assert "I lead this client" in text_of(anna.get(url("acquaintance", event)))
    said = {
        "name": "Rye and Co",
        "person": "Pavel",
        "phone": "8 912 640-18-22",
        "lead": "on",
        "note": "Boxes",
        **STEP,
    }
    anna.post(url("acquaintance", event), said)
    met = Encounter.objects.get()
    assert (met.client.name, met.is_planned, met.touch.text) == ("Rye and Co", False, "Boxes")
    wrong = anna.post(url("acquaintance", event), {"note": "Who was it", "phone": "8"})
    assert wrong.status_code == 422
    assert "Who was it" in text_of(wrong)


def test_why_and_who_are_changed(cast: Cast, event: BusinessEvent) -> None:
    client = cast.client(owner=cast.anna)
    planned, person = Encounter.plan(event, client, by=cast.anna), cast.contact(client)
    page = text_of(visitor(cast.sergey).get(url("encounter_edit", planned)))
    assert ("Igor Belov" in page, "Olga Ryabinina" in page) == (True, True)
    said = {"why": "Knows them", "offer": "", "contact": person.pk, "assignee": cast.igor.pk}
    visitor(cast.sergey).post(url("encounter_edit", planned), said)
    planned.refresh_from_db()
    assert (planned.why, planned.contact, planned.assignee) == ("Knows them", person, cast.igor)


@pytest.mark.parametrize("name", ["encounter", "encounter_edit", "encounter_drop"])
def test_who_may_do_what_with_a_meeting(cast: Cast, event: BusinessEvent, name: str) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.anna)
    said = {"result": "met", "why": "x"}
    for person, status in ((cast.igor, 403), (cast.boris, 403), (cast.olga, 404)):
        assert visitor(person).post(url(name, planned), said).status_code == status
    assert is_sign_in(visitor().post(url(name, planned), said))
    assert visitor(cast.sergey).post(url(name, planned), said).status_code == 302


@pytest.mark.parametrize("name", ["plan", "strangers", "acquaintance"])
def test_who_plans_and_who_gets_acquainted(cast: Cast, event: BusinessEvent, name: str) -> None:
    said = {"name": "Rye"}
    for person, status in ((cast.boris, 403), (cast.olga, 404)):
        assert visitor(person).post(url(name, event), said).status_code == status
    assert is_sign_in(visitor().post(url(name, event), said))
    assert not Encounter.objects.exists()
    assert visitor(cast.igor).post(url(name, event), said).status_code in (302, 422)


def test_mine_and_everybodys(cast: Cast, event: BusinessEvent) -> None:
    for person, name in ((cast.anna, "Hers"), (cast.igor, "His")):
        Encounter.plan(event, cast.client(name), by=person)
    page = text_of(visitor(cast.igor).get(url("event", event) + "?mine"))
    assert ("<b>His</b>" in page, "<b>Hers</b>" in page) == (True, False)
    assert "<b>Hers</b>" in text_of(visitor(cast.igor).get(url("event", event)))


def test_marking_costs_few_queries(
    cast: Cast, event: BusinessEvent, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    planned = Encounter.plan(event, cast.client(), by=cast.anna)
    anna = visitor(cast.anna)
    anna.get(url("encounter", planned))
    with django_assert_max_num_queries(8):
        anna.get(url("encounter", planned))


def test_the_history_of_the_client_tells_where_they_met(cast: Cast, event: BusinessEvent) -> None:
    client = cast.client("Mine", owner=cast.anna)
    Encounter.plan(event, client, by=cast.anna).meet(by=cast.anna, note="Wants samples")
    page = text_of(visitor(cast.anna).get(reverse("clients:card", args=[client.pk])))
    assert ("Met at “FoodExpo”" in page, "Wants samples" in page) == (True, True)


def test_what_was_typed_is_text(cast: Cast, event: BusinessEvent) -> None:
    typed = {"company": "<b>Rye</b> 5 %", "person": "<i>Ilyin</i>", "phone": "<u>1</u>", "why": "<s>a</s>"}
    Encounter.plan(event, by=cast.anna, offer="<q>b</q>", **typed)
    page = text_of(visitor(cast.anna).get(url("event", event)))
    for words in (
        *("&lt;b&gt;Rye&lt;/b&gt; 5 %", "&lt;i&gt;Ilyin&lt;/i&gt;", "&lt;u&gt;1&lt;/u&gt;"),
        *("&lt;s&gt;a&lt;/s&gt;", "&lt;q&gt;b&lt;/q&gt;"),
    ):
        assert words in page


def test_a_row_says_what_is_known_and_offers_what_may_be_done(cast: Cast, event: BusinessEvent) -> None:
    mine, other = cast.client("Mine", owner=cast.anna), cast.client("Other", owner=cast.anna)
    planned = Encounter.plan(event, mine, by=cast.anna, contact=cast.contact(mine), why="The contract ends")
    met = Encounter.plan(event, other, by=cast.anna, is_planned=False)
    met.meet(by=cast.anna, note="Wants samples")
    page = text_of(visitor(cast.anna).get(url("event", event)))
    first, second = page.index(f'id="encounter-{planned.pk}"'), page.index(f'id="encounter-{met.pk}"')
    open_row, met_row = page[first:second], page[second : page.index("</li>", second)]
    assert "The contract ends" in open_row
    assert (url("encounter", planned) in open_row, url("encounter_edit", planned) in open_row) == (True, True)
    assert ("Wants samples" in met_row, "not planned" in met_row) == (True, True)
    assert (url("encounter", met) in met_row, url("encounter_edit", met) in met_row) == (False, False)
    looking = text_of(visitor(cast.boris).get(url("event", event)))
    assert ("Mine" in looking, url("encounter", planned) in looking) == (True, False)
