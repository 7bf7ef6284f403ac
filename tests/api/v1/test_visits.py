"""Visit lists and their stops."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.sales.visits.ways import client_at, day, way
from vedu.clients.client import Client
from vedu.sales.touches.touch import Touch
from vedu.sales.visits.visit_list import VisitList


@pytest.fixture
def visits(cast: Cast) -> VisitList:
    made = way(cast)
    made.add_clients([client_at(cast, "ул. Тукая, 5")], by=cast.anna)
    made.add_doors("ул. Ленина 1–3", by=cast.anna, city="Казань")
    return made


def test_a_list_is_made_changed_and_dropped(cast: Cast, anna: Caller, sergey: Caller) -> None:
    made = anna.post("/visit-lists", {"on": str(day(1)), "title": "Kazan"})
    assert (made.status, made.body["owner"], made.body["numbers"]["stops"]) == (201, cast.anna.pk, 0)
    path = f"/visit-lists/{made.body['id']}"
    assert anna.patch(path, {"title": "Samara"}).body["title"] == "Samara"
    assert anna.get("/visit-lists", on=str(day(1))).ids == [made.body["id"]]
    assert sergey.post("/visit-lists", {"on": str(day()), "owner": cast.anna.pk}).body["owner"] == cast.anna.pk
    assert sergey.post("/visit-lists", {"on": str(day()), "owner": cast.olga.pk}).codes == ["not-your-person"]
    assert anna.delete(path).status == 204


def test_stops_are_added_and_the_refused_are_told(cast: Cast, visits: VisitList, anna: Caller) -> None:
    led, free = cast.deal(owner=cast.igor).client, cast.client("Free")
    path = f"/visit-lists/{visits.pk}/visits"
    added = anna.post(path, {"companies": [led.pk, free.pk], "addresses": "ул. Мира 1-2", "why": "A new price"})
    assert (added.status, added.body["added"]) == (201, 3)
    assert [(one["company"], one["code"]) for one in added.body["refused"]] == [(led.pk, "client-led")]
    assert anna.post(path, {"companies": [987_654]}).codes == ["unknown-id"]
    assert anna.post(path, {"addresses": "ул. Мира 1-999"}).codes == ["too-many-doors"]
    items = anna.get(path).body["items"]
    assert [one["position"] for one in items] == [1, 2, 3, 4, 5, 6, 7]
    assert (items[0]["street"], items[1]["is_door"]) == ("ул. Тукая", True)


def test_the_order_is_by_hand_or_by_address(visits: VisitList, anna: Caller) -> None:
    path = f"/visit-lists/{visits.pk}"
    ids = anna.get(f"{path}/visits").ids
    anna.call("PUT", f"{path}/order", {"visits": ids[::-1]})
    assert anna.get(f"{path}/visits").ids == ids[::-1]
    anna.call("PUT", f"{path}/order", {"visits": []})
    assert anna.get(f"{path}/visits").ids == [*ids[1:], ids[0]]


def test_how_it_ended(cast: Cast, visits: VisitList, anna: Caller) -> None:
    client, *doors = [f"/visits/{pk}" for pk in anna.get(f"/visit-lists/{visits.pk}/visits").ids]
    step = {"kind": "meeting", "due_on": "2030-05-13"}
    done = anna.post(f"{client}/outcomes", {"outcome": "talked", "note": "Wants samples", "next_step": step})
    assert (done.status, done.body["touch"], done.body["has_appointment"]) == (201, Touch.objects.get().pk, True)
    assert anna.post(f"{client}/outcomes", {"outcome": "absent"}).codes == ["already-visited"]
    again = anna.post(f"{doors[0]}/outcomes", {"outcome": "again", "again_on": str(day(2))})
    assert again.body["again_on"] == str(day(2))
    assert anna.post(f"{doors[1]}/outcomes", {"outcome": "again"}).codes == ["day-needed"]
    wrong = {"outcome": "interested", "newcomer": {"name": "Rye"}, "next_step": step | {"contact": 987}}
    assert anna.post(f"{doors[1]}/outcomes", wrong).codes == ["contact-elsewhere"]
    won = anna.post(f"{doors[1]}/outcomes", wrong | {"next_step": step})
    assert (won.body["name"], won.body["company"]) == ("Rye", Client.objects.get(name="Rye").pk)
    assert anna.delete(doors[2]).status == 204
    numbers = anna.get(f"/visit-lists/{visits.pk}").body["numbers"]
    assert (numbers["stops"], numbers["done"], numbers["interested"], numbers["appointments"]) == (3, 3, 1, 3)
    assert anna.delete(f"/visit-lists/{visits.pk}").codes == ["list-begun"]


def test_who_sees_and_who_writes(
    cast: Cast, visits: VisitList, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    root, stop = f"/visit-lists/{visits.pk}", f"/visits/{visits.visits.first().pk}"
    reads = [root, f"{root}/visits"]
    assert {caller.get(path).status for path in reads for caller in (igor, boris)} == {200}
    assert {olga.get(path).status for path in reads} == {404}
    assert olga.get("/visit-lists").ids == []
    assert {stranger.get(path).status for path in [*reads, "/visit-lists"]} == {401}
    for caller, status in ((igor, 403), (boris, 403), (olga, 404), (stranger, 401)):
        answers = [
            caller.patch(root, {"title": "Mine"}),
            caller.post(f"{root}/visits", {"addresses": "A 1"}),
            caller.call("PUT", f"{root}/order", {"visits": []}),
            caller.post(f"{stop}/outcomes", {"outcome": "absent"}),
            caller.delete(stop),
            caller.delete(root),
        ]
        assert {one.status for one in answers} == {status}
    assert boris.post("/visit-lists", {"on": str(day())}).status == 403


def test_the_next_page_of_lists_begins_behind_their_day(cast: Cast, anna: Caller) -> None:
    made = [VisitList.plan(by=cast.anna, title="Around", on=day(days)).pk for days in range(3)]
    first = anna.get("/visit-lists", limit=2)
    assert first.ids + anna.get("/visit-lists", limit=2, cursor=first.body["next_cursor"]).ids == made[::-1]
