"""/reassignments: previewed, carried out in the background, taken back."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.reassignment.jobs import work_on
from vedu.clients.reassignment.reassignment import Reassignment


@pytest.fixture
def sergey(cast: Cast) -> Caller:
    return Caller(cast.sergey)


def body_of(cast: Cast, **changes: object) -> dict[str, object]:
    return {"person": cast.anna.pk, "people": [cast.igor.pk], "why": "She leaves", **changes}


def test_a_preview_writes_nothing(cast: Cast, sergey: Caller) -> None:
    client = cast.client(owner=cast.anna)
    answer = sergey.post("/reassignments", body_of(cast, preview=True))
    assert answer.status == 200
    assert answer.body["lines"] == [
        {"company": client.pk, "company_name": client.name, "before": cast.anna.pk, "after": cast.igor.pk}
    ]
    assert answer.body["receivers"][0]["companies"] == 1
    assert not Reassignment.objects.exists()


def test_a_preview_says_what_cannot_pass(cast: Cast, sergey: Caller) -> None:
    client = cast.client(owner=cast.igor)
    answer = sergey.post("/reassignments", body_of(cast, preview=True, person=None, companies=[client.pk]))
    assert [left["code"] for left in answer.body["left"]] == ["already-owner"]


def test_it_is_carried_out_and_taken_back(cast: Cast, sergey: Caller) -> None:
    client = cast.client(owner=cast.anna)
    ordered = sergey.post("/reassignments", body_of(cast))
    assert (ordered.status, ordered.body["phase"], ordered.body["total"]) == (202, "running", 1)
    path = f"/reassignments/{ordered.body['id']}"
    work_on.func(ordered.body["id"])
    assert sergey.get(path).body["passed"] == 1
    assert Client.objects.get(pk=client.pk).owner_id == cast.igor.pk
    assert sergey.post(f"{path}/undoing").status == 202
    work_on.func(ordered.body["id"])
    assert sergey.get(path).body["given_back"] == 1
    assert sergey.post(f"{path}/undoing").codes == ["reassignment-phase"]
    assert sergey.get("/reassignments").ids == [ordered.body["id"]]


def test_a_repeated_order_is_carried_out_once(cast: Cast, sergey: Caller) -> None:
    cast.client(owner=cast.anna)
    first, again = (sergey.post("/reassignments", body_of(cast), key="once") for _ in range(2))
    assert first.body == again.body
    assert Reassignment.objects.count() == 1


def test_what_cannot_be_meant_is_refused(cast: Cast, sergey: Caller) -> None:
    cast.client(owner=cast.anna)
    assert sergey.post("/reassignments", body_of(cast, why=" ")).codes == ["reason-needed"]
    assert sergey.post("/reassignments", body_of(cast, people=[])).codes == ["one-needed"]
    assert sergey.post("/reassignments", body_of(cast, person=None)).codes == ["selection-needed"]
    assert sergey.post("/reassignments", body_of(cast, person=cast.olga.pk)).codes == ["not-your-person"]


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_it_is_for_heads(cast: Cast, who: str) -> None:
    caller = Caller(getattr(cast, who))
    assert caller.post("/reassignments", body_of(cast)).codes == ["head-only"]
    assert caller.get("/reassignments").status == 403


def test_a_head_does_not_see_that_of_another(cast: Cast, sergey: Caller) -> None:
    cast.client(owner=cast.anna)
    ordered = Caller(cast.adam).post("/reassignments", body_of(cast))
    assert sergey.get(f"/reassignments/{ordered.body['id']}").status == 404
