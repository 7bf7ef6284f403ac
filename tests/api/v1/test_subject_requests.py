"""/subject-requests, /request-terms, /contacts/{id}/dossier, /erasures."""

import hashlib
from io import BytesIO
from zipfile import ZipFile

import pytest

from tests.api.caller import ROOT, Body, Caller
from tests.cast import Cast
from tests.clients.consent.world import NAME, World, full_world
from vedu.clients.client import Client
from vedu.clients.consent.erasure_act import ErasureAct
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.contact import Contact
from vedu.foundation.idempotency import KeptReply


@pytest.fixture
def world(cast: Cast) -> World:
    return full_world(cast)


@pytest.fixture
def waiting(cast: Cast, world: World) -> SubjectRequest:
    return SubjectRequest.receive(world.subject, "erasure", by=cast.anna)


def test_a_request_is_written_down_with_its_last_day(world: World, igor: Caller) -> None:
    said = {"contact": world.contact.pk, "kind": "access", "words": "What?", "received_at": "2026-10-30T09:00:00Z"}
    answer = igor.post("/subject-requests", said)
    assert (answer.status, answer.body["due_on"], answer.body["done_at"]) == (201, "2026-11-16", None)


def test_a_company_does_not_ask(world: World, anna: Caller, olga: Caller, boris: Caller, stranger: Caller) -> None:
    said = {"company": world.client.pk, "kind": "access"}
    assert anna.post("/subject-requests", said).codes == ["not-a-person"]
    statuses = [caller.post("/subject-requests", said).status for caller in (olga, boris, stranger)]
    assert statuses == [409, 403, 401]


def test_a_head_answers(waiting: SubjectRequest, anna: Caller, sergey: Caller, olga: Caller) -> None:
    path, said = f"/subject-requests/{waiting.pk}/completion", {"result": "Sent"}
    assert (anna.post(path, said).status, olga.post(path, said).status) == (403, 404)
    done = sergey.post(path, said)
    assert (done.status, done.body["result"]) == (201, "Sent")
    assert sergey.post(path, said).codes == ["already-answered"]


def test_they_are_listed(waiting: SubjectRequest, igor: Caller, olga: Caller) -> None:
    assert igor.get("/subject-requests", open="true", kind="erasure").ids == [waiting.pk]
    assert igor.get("/subject-requests", open="false").ids == []
    assert olga.get("/subject-requests").ids == []


def test_days_are_data(cast: Cast, anna: Caller, sergey: Caller) -> None:
    said = {"kind": "access", "days": 5, "working": False}
    assert sergey.post("/request-terms", said).codes == ["terms-not-yours"]
    assert Caller(cast.vera).post("/request-terms", said).status == 201
    assert said in anna.get("/request-terms").body["terms"]


def dossier(caller: Caller, path: str) -> tuple[int, bytes]:
    response = caller.client.get(f"{ROOT}/{path}", headers=caller.headers)
    return response.status_code, response.content


def test_a_head_downloads_everything(cast: Cast, world: World, sergey: Caller) -> None:
    status, content = dossier(sergey, f"contacts/{world.contact.pk}/dossier?language=ru")
    assert status == 200
    with ZipFile(BytesIO(content)) as archive:
        page = archive.read("dossier.html").decode()
    assert NAME in page
    assert '<html lang="ru">' in page
    private = Client.add(name="Rita", kind="person", by=cast.anna)
    assert dossier(sergey, f"companies/{private.pk}/dossier")[0] == 200
    assert not KeptReply.objects.exclude(key="once").exists()


def test_nobody_else_does(world: World, anna: Caller, olga: Caller, boris: Caller, stranger: Caller) -> None:
    path = f"contacts/{world.contact.pk}/dossier"
    assert [dossier(caller, path)[0] for caller in (anna, olga, boris, stranger)] == [403, 404, 403, 401]


def test_a_head_is_told_what_will_go_and_erases(world: World, waiting: SubjectRequest, sergey: Caller) -> None:
    told = sergey.get(f"/contacts/{world.contact.pk}/erasure").body
    said = {"contact": world.contact.pk, "ground": "request", "request": waiting.pk}
    act = sergey.post("/erasures", said)
    assert (act.status, act.body["request"]) == (201, waiting.pk)
    assert rows_of(act.body) == rows_of(told)
    assert Contact.objects.get(pk=world.contact.pk).erased_at is not None
    assert sergey.post("/erasures", said).codes == ["erased"]
    assert sergey.get("/erasures").ids == [act.body["id"]]
    log = sergey.client.get(f"{ROOT}/erasures/{act.body['id']}/log", headers=sergey.headers).content
    assert hashlib.sha256(log).hexdigest() == sergey.get(f"/erasures/{act.body['id']}").body["log_sha256"]


def rows_of(body: Body) -> dict[str, int]:
    """The titles of an act are in the language of the installation, those of the question in the person's."""
    return {category["table"]: category["rows"] for category in body["categories"]}


def test_others_neither_look_nor_erase(
    world: World, anna: Caller, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    said = {"contact": world.contact.pk, "ground": "request"}
    for caller, status in ((anna, 403), (igor, 403), (olga, 422), (boris, 403), (stranger, 401)):
        assert caller.post("/erasures", said).status == status
        assert caller.get(f"/contacts/{world.contact.pk}/erasure").status in {401, 403, 404}
        assert caller.get("/erasures").status in {401, 403}
    assert not ErasureAct.objects.exists()


def test_a_company_is_not_erased(world: World, sergey: Caller) -> None:
    assert sergey.get(f"/companies/{world.client.pk}/erasure").codes == ["not-a-person"]
    assert sergey.post("/erasures", {"company": world.client.pk, "ground": "request"}).codes == ["not-a-person"]
