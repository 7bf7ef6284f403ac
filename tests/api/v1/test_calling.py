"""Calling lists, leases and attempts."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.sales.calling.queues import callable_client, queue
from vedu.clients.segments.segment import Segment
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

LISTS = "/calling-lists"


@pytest.fixture
def calls(cast: Cast) -> CallingList:
    return queue(cast, 3, team=True)


def test_a_list_is_previewed_made_closed_and_opened(cast: Cast, anna: Caller, sergey: Caller) -> None:
    conditions = [{"field": "city", "op": "in", "values": ["Kazan"]}]
    segment = Segment.define("Kazan", conditions, by=cast.sergey)
    callable_client(cast, city="Kazan")
    cast.client("No phone").describe(by=cast.anna, city="Kazan")
    seen = anna.post(f"{LISTS}/previews", {"segment": segment.pk})
    assert (seen.status, seen.body) == (200, {"clients": 1, "now": 1, "later": {}, "left_out": {"no-phone": 1}})
    made = anna.post(LISTS, {"name": "Kazan", "segment": segment.pk, "most_attempts": 3})
    assert (made.status, made.body["caller"], made.body["total"], made.body["source"]) == (
        201,
        cast.anna.pk,
        1,
        "segment",
    )
    assert anna.post(LISTS, {"name": "Team", "segment": segment.pk, "team": cast.north.pk}).status == 403
    assert (
        sergey.post(LISTS, {"name": "Team", "segment": segment.pk, "team": cast.north.pk}).body["team"] == cast.north.pk
    )
    assert anna.post(LISTS, {"name": "Empty", "companies": []}).codes == ["nobody-to-call"]
    path = f"{LISTS}/{made.body['id']}"
    assert anna.post(f"{path}/closings", {}).body["is_open"] is False
    assert anna.post(f"{path}/leases", {}).codes == ["list-closed"]
    assert anna.post(f"{path}/openings", {}).body["is_open"] is True


def test_a_run_by_the_api(cast: Cast, calls: CallingList, anna: Caller, igor: Caller) -> None:
    leases = f"{LISTS}/{calls.pk}/leases"
    first = anna.post(leases, {}).body["queued"]
    assert anna.post(leases, {}).body["queued"]["id"] == first["id"]
    second = igor.post(leases, {}).body["queued"]
    assert (first["name"], second["name"], first["in_hands_of"]) == ("Bakery 1", "Bakery 2", cast.anna.pk)
    assert anna.post(f"/queued/{first['id']}/leases", {}).body["lease_till"] >= first["lease_till"]
    assert igor.post(f"/queued/{first['id']}/leases", {}).codes == ["not-in-your-hands"]
    step = {"kind": "meeting", "due_on": "2030-05-13"}
    said = {"outcome": "decision_maker", "decision_maker": "Larisa", "has_permission": True, "next_step": step}
    done = anna.post(f"/queued/{first['id']}/attempts", said)
    assert (done.status, done.body["has_appointment"], done.body["touch"]) == (201, True, Touch.objects.get().pk)
    assert anna.post(f"/queued/{first['id']}/attempts", said).codes == ["not-in-your-hands"]
    assert Task.objects.get().kind == "meeting"
    assert igor.post(f"/queued/{second['id']}/attempts", {"outcome": "call_back"}).codes == ["due-needed"]
    assert igor.delete(f"/queued/{second['id']}/leases").status == 204
    assert not QueuedClient.objects.filter(in_hands_of=cast.igor).exists()
    numbers = anna.get(f"{LISTS}/{calls.pk}/statistics").body
    assert (numbers["total"]["attempts"], numbers["callers"][str(cast.anna.pk)]["appointments"]) == (1, 1)
    rows = anna.get(f"{LISTS}/{calls.pk}/queue").body["items"]
    assert [one["left"] for one in rows] == ["reached", "", ""]
    assert [one["outcome"] for one in anna.get(f"{LISTS}/{calls.pk}/attempts").body["items"]] == ["decision_maker"]
    assert anna.get(LISTS).body["items"][0]["numbers"]["decision_makers"] == 1


def test_nobody_may_be_called(cast: Cast, anna: Caller) -> None:
    calls = queue(cast, 1)
    QueuedClient.objects.update(left="refused")
    assert anna.post(f"{LISTS}/{calls.pk}/leases", {}).body == {"queued": None}


def test_who_sees_and_who_writes(
    cast: Cast, anna: Caller, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    calls = queue(cast, 2)
    row = anna.post(f"{LISTS}/{calls.pk}/leases", {}).body["queued"]["id"]
    root = f"{LISTS}/{calls.pk}"
    reads = [root, f"{root}/queue", f"{root}/attempts", f"{root}/statistics"]
    assert {caller.get(path).status for path in reads for caller in (anna, igor, boris)} == {200}
    assert {olga.get(path).status for path in reads} == {404}
    assert olga.get(LISTS).ids == []
    assert {stranger.get(path).status for path in [*reads, LISTS]} == {401}
    for caller, statuses in ((igor, {403, 409}), (boris, {403, 409}), (olga, {404}), (stranger, {401})):
        answers = [
            caller.post(f"{root}/leases", {}),
            caller.post(f"{root}/closings", {}),
            caller.post(f"{root}/openings", {}),
            caller.post(f"/queued/{row}/leases", {}),
            caller.post(f"/queued/{row}/attempts", {"outcome": "refused"}),
        ]
        assert {one.status for one in answers} <= statuses
    assert olga.delete(f"/queued/{row}/leases").status == 404
    assert igor.delete(f"/queued/{row}/leases").status == 204
    assert QueuedClient.objects.get(pk=row).in_hands_of == cast.anna


def test_an_outcome_is_taken_back(cast: Cast, calls: CallingList, anna: Caller, igor: Caller, olga: Caller) -> None:
    first = anna.post(f"{LISTS}/{calls.pk}/leases", {}).body["queued"]
    made = anna.post(f"/queued/{first['id']}/attempts", {"outcome": "refused"}).body["id"]
    assert igor.delete(f"/call-attempts/{made}").codes == ["not-your-call"]
    assert olga.delete(f"/call-attempts/{made}").status in (403, 404)
    back = anna.delete(f"/call-attempts/{made}")
    assert (back.status, back.body["id"], back.body["in_hands_of"]) == (200, first["id"], cast.anna.pk)
    assert not Touch.objects.exists()
    assert anna.delete(f"/call-attempts/{made}").status == 404
