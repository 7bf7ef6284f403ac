"""Business events and whom we meet there."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.sales.business_events.fairs import day, fair
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.touches.touch import Touch


@pytest.fixture
def event(cast: Cast) -> BusinessEvent:
    return fair(cast)


def test_one_is_made_and_changed(cast: Cast, anna: Caller) -> None:
    sent = {"name": "AgroProd", "kind": "seminar", "starts_on": str(day(3)), "cost": {"amount": "1000.50"}}
    made = anna.post("/business-events", sent)
    assert made.status == 201
    assert (made.body["ends_on"], made.body["participants"]) == (str(day(3)), [cast.anna.pk])
    assert made.body["cost"] == {"amount": "1000.50", "currency": "RUB"}
    path = f"/business-events/{made.body['id']}"
    changed = anna.patch(path, {"window_days": 10, "city": "Kazan"})
    assert (changed.body["window_days"], changed.body["name"]) == (10, "AgroProd")
    assert anna.get(path).body == changed.body
    assert anna.patch(path, {"ends_on": str(day(1))}).codes == ["days-reversed"]
    assert anna.post("/business-events", sent | {"name": ""}).codes == ["name-empty"]


def test_the_list_is_narrowed(cast: Cast, anna: Caller, olga: Caller) -> None:
    past, ahead = fair(cast, starts=-9), fair(cast, starts=9, kind="breakfast")
    assert anna.get("/business-events").ids == [ahead.pk, past.pk]
    assert anna.get("/business-events", since=str(day())).ids == [ahead.pk]
    assert anna.get("/business-events", until=str(day())).ids == [past.pk]
    assert anna.get("/business-events", kind="breakfast").ids == [ahead.pk]
    assert olga.get("/business-events").ids == []


def test_who_goes(cast: Cast, event: BusinessEvent, anna: Caller, igor: Caller) -> None:
    path = f"/business-events/{event.pk}/participants"
    sent = anna.post(path, {"person": cast.olga.pk})
    assert sent.status == 201
    assert igor.post(path, {"person": cast.vera.pk}).codes == ["not-your-event"]
    assert len(anna.get(path).body["items"]) == 2
    assert igor.delete(f"/event-participants/{sent.body['id']}").status == 403
    assert anna.delete(f"/event-participants/{sent.body['id']}").status == 204


def test_meetings_are_planned_and_marked(cast: Cast, event: BusinessEvent, anna: Caller) -> None:
    path, client = f"/business-events/{event.pk}/encounters", cast.client(owner=cast.anna)
    person = cast.contact(client)
    planned = anna.post(path, {"company": client.pk, "contact": person.pk, "why": "Grows", "offer": "Boxes"})
    assert (planned.status, planned.body["name"], planned.body["result"]) == (201, client.name, "planned")
    assert anna.post(path, {"company": client.pk}).codes == ["already-on-the-list"]
    assert anna.post(path, {}).codes == ["name-empty"]
    results = f"/encounters/{planned.body['id']}/results"
    step = {"kind": "call", "due_on": "2030-05-13", "contact": person.pk}
    assert anna.post(results, {"result": "planned"}).codes == ["unknown-word"]
    met = anna.post(results, {"result": "met", "note": "Wants samples", "next_step": step})
    assert (met.status, met.body["result"], met.body["touch"]) == (201, "met", Touch.objects.get().pk)
    assert anna.post(results, {"result": "missed"}).codes == ["already-met"]
    assert anna.get(path, result="met").ids == [planned.body["id"]]
    assert anna.get(path, assignee=cast.igor.pk).ids == []


def test_a_stranger_becomes_a_company(cast: Cast, event: BusinessEvent, anna: Caller) -> None:
    path = f"/business-events/{event.pk}/encounters"
    planned = anna.post(path, {"stranger": {"name": "Rye", "person": "Pavel"}}).body
    assert (planned["company"], planned["stranger"]["person"]) == (None, "Pavel")
    missed = anna.post(f"/encounters/{planned['id']}/results", {"result": "missed"})
    assert missed.body["result"] == "missed"
    newcomer = {"name": "Rye and Co", "phone": "8 912 640-18-22", "lead": False}
    step = {"kind": "call", "due_on": "2030-05-13"}
    sent = {"result": "met", "newcomer": newcomer, "next_step": step}
    wrong = sent | {"next_step": step | {"contact": 987}}
    assert anna.post(f"/encounters/{planned['id']}/results", wrong).codes == ["contact-elsewhere"]
    met = anna.post(f"/encounters/{planned['id']}/results", sent)
    assert (met.body["name"], met.body["is_new_company"]) == ("Rye and Co", True)


def test_a_new_acquaintance(cast: Cast, event: BusinessEvent, anna: Caller) -> None:
    path = f"/business-events/{event.pk}/acquaintances"
    new = anna.post(path, {"newcomer": {"name": "Rye and Co", "phone": "8 912 640-18-22"}, "note": "At our stand"})
    assert (new.status, new.body["is_planned"], new.body["result"]) == (201, False, "met")
    assert anna.post(path, {"company": cast.client("Known").pk}).body["is_new_company"] is False
    assert anna.post(path, {"newcomer": {"name": "Oats", "phone": "8"}}).codes == ["phone-wrong"]
    assert anna.post(path, {}).codes == ["name-empty"]


def test_a_company_that_a_colleague_leads_is_refused(cast: Cast, event: BusinessEvent, igor: Caller) -> None:
    client = cast.deal().client
    for path in ("encounters", "acquaintances"):
        assert igor.post(f"/business-events/{event.pk}/{path}", {"company": client.pk}).codes == ["client-led"]


def test_results_and_deals(cast: Cast, event: BusinessEvent, anna: Caller) -> None:
    deal, other = cast.deal(), cast.deal(client=cast.client("Other", owner=cast.anna))
    Encounter.plan(event, deal.client, by=cast.anna).meet(by=cast.anna)
    path = f"/business-events/{event.pk}"
    found = anna.get(f"{path}/results").body
    assert (found["met"], found["deals_opened"], found["deals_won"]) == (1, 1, 0)
    assert found["cost_of_meeting"] == {"amount": "90000.00", "currency": "RUB"}
    linked = anna.post(f"{path}/deals", {"deal": other.pk})
    assert linked.status == 201
    deals = anna.get(f"{path}/deals").body["items"]
    assert {one["id"]: one["link"] for one in deals} == {deal.pk: None, other.pk: linked.body["id"]}
    again = fair(cast, name="Other")
    assert anna.post(f"/business-events/{again.pk}/deals", {"deal": other.pk}).codes == ["deal-counted"]
    assert anna.delete(f"/event-deals/{linked.body['id']}").status == 204


def test_who_sees_and_who_writes(
    cast: Cast, event: BusinessEvent, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    planned = Encounter.plan(event, cast.client(owner=cast.anna), by=cast.anna)
    deal = cast.deal(client=cast.client("Other", owner=cast.anna))
    link = EventDeal.link(deal, event, by=cast.anna)
    going = event.participants.get()
    root = f"/business-events/{event.pk}"
    reads = [root, *(f"{root}/{name}" for name in ("results", "participants", "encounters", "deals"))]
    assert {caller.get(path).status for path in reads for caller in (igor, boris)} == {200}
    assert {olga.get(path).status for path in reads} == {404}
    assert {stranger.get(path).status for path in [*reads, "/business-events"]} == {401}
    for caller, status in ((igor, 403), (boris, 403), (olga, 404), (stranger, 401)):
        answers = [
            caller.patch(root, {"name": "Mine"}),
            caller.post(f"{root}/participants", {"person": cast.vera.pk}),
            caller.delete(f"/event-participants/{going.pk}"),
            caller.post(f"/encounters/{planned.pk}/results", {"result": "met"}),
            caller.delete(f"/encounters/{planned.pk}"),
            caller.delete(f"/event-deals/{link.pk}"),
        ]
        assert {one.status for one in answers} == {status}
    for caller, status in ((boris, 403), (olga, 404), (stranger, 401)):
        answers = [
            caller.post(f"{root}/encounters", {"stranger": {"name": "Rye"}}),
            caller.post(f"{root}/acquaintances", {"newcomer": {"name": "Rye"}}),
            caller.post(f"{root}/deals", {"deal": deal.pk}),
        ]
        assert {one.status for one in answers} == {status}
    assert boris.post("/business-events", {"name": "x", "starts_on": str(day())}).status == 403
