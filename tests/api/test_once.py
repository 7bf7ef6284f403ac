"""Idempotency-Key, and requests that are whole or nothing."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.foundation.events import Event
from vedu.foundation.idempotency import KeptReply
from vedu.sales.deals.move import Move

REPLAYED = "Idempotency-Replayed"


def test_a_repeated_request_gets_the_first_answer_and_does_nothing(anna: Caller) -> None:
    first = anna.post("/companies", {"name": "Bakery"}, key="one")
    again = anna.post("/companies", {"name": "Bakery"}, key="one")
    assert (first.status, first.body) == (again.status, again.body)
    assert REPLAYED not in first.headers
    assert again.headers[REPLAYED] == "true"
    assert Client.objects.count() == Event.objects.filter(kind="client.added").count() == 1


def test_without_a_key_every_request_is_a_new_one(anna: Caller) -> None:
    anna.post("/companies", {"name": "Bakery"})
    anna.post("/companies", {"name": "Bakery"})
    assert Client.objects.count() == 2
    assert not KeptReply.objects.exists()


def test_another_request_with_the_same_key_is_refused(cast: Cast, anna: Caller) -> None:
    anna.post("/companies", {"name": "Bakery"}, key="one")
    for path, body in (("/companies", {"name": "Butcher"}), ("/contacts", {"company": 1, "name": "Bakery"})):
        refused = anna.post(path, body, key="one")
        assert (refused.status, refused.codes) == (422, ["key-reused"])
        assert refused.body["errors"][0]["field"] == "Idempotency-Key"
    assert Client.objects.count() == 1


def test_a_key_is_each_persons_own(anna: Caller, igor: Caller) -> None:
    anna.post("/companies", {"name": "Bakery"}, key="one")
    assert REPLAYED not in igor.post("/companies", {"name": "Bakery"}, key="one").headers
    assert Client.objects.count() == 2


def test_a_refusal_is_kept_as_well(cast: Cast, anna: Caller) -> None:
    deal, body = cast.deal(), {"stage": cast.stage(4).pk}
    first = anna.post(f"/deals/{deal.pk}/moves", body, key="one")
    cast.ready_for(deal, 4)
    again = anna.post(f"/deals/{deal.pk}/moves", body, key="one")
    assert (first.status, again.status, again.body) == (422, 422, first.body)
    assert again.headers["Content-Type"] == "application/problem+json"
    assert anna.post(f"/deals/{deal.pk}/moves", body, key="two").status == 201


def test_a_refusal_leaves_nothing_half_done(anna: Caller) -> None:
    assert anna.post("/companies", {"name": "Bakery", "phones": ["12"]}, key="one").status == 422
    assert not Client.objects.exists()
    assert not Event.objects.exists()
    assert KeptReply.objects.get().status == 422


def test_a_patch_and_a_delete_are_done_once(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    changed = anna.patch(f"/companies/{client.pk}", {"city": "Kirov"}, key="one")
    assert anna.patch(f"/companies/{client.pk}", {"city": "Kirov"}, key="one").body == changed.body
    assert Event.objects.filter(kind="client.described").count() == 1
    assert anna.delete(f"/companies/{client.pk}/ownership", key="two").status == 204
    again = anna.delete(f"/companies/{client.pk}/ownership", key="two")
    assert (again.status, again.headers[REPLAYED]) == (204, "true")
    assert Ownership.objects.filter(client=client, till_at__isnull=False).count() == 1


def test_the_query_belongs_to_the_request(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    anna.delete(f"/companies/{client.pk}/ownership", key="one", why="Mistake")
    assert anna.delete(f"/companies/{client.pk}/ownership", key="one").codes == ["key-reused"]


def test_a_key_that_is_too_long_is_refused(anna: Caller) -> None:
    assert anna.post("/companies", {"name": "Bakery"}, key="x" * 201).codes == ["key-wrong"]
    assert not Client.objects.exists()


def test_reading_takes_no_notice_of_a_key(cast: Cast, anna: Caller) -> None:
    anna.call("GET", "/deals", key="one")
    assert not KeptReply.objects.exists()


def test_a_failure_of_the_server_is_not_kept(cast: Cast, anna: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    deal, body = cast.deal(), {"stage": cast.stage(1).pk}
    with monkeypatch.context() as broken:
        broken.setattr("vedu.api.v1.moves.move", lambda _row: 1 / 0)
        with pytest.raises(ZeroDivisionError):
            anna.post(f"/deals/{deal.pk}/moves", body, key="one")
    assert Move.objects.filter(deal=deal).count() == 1
    assert anna.post(f"/deals/{deal.pk}/moves", body, key="one").status == 201


def test_nobody_unknown_leaves_a_key(stranger: Caller) -> None:
    assert stranger.post("/companies", {"name": "Bakery"}, key="one").status == 401
    assert not KeptReply.objects.exists()
