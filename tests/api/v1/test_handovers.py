"""/companies/{id}/handovers, /handovers, /handovers/{id}/acceptance and /refusal."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.handover import Handover


@pytest.fixture
def asked(cast: Cast) -> Handover:
    """Olga asked Anna for a client."""
    return Handover.request(cast.deal().client, by=cast.olga, why="I know the director")


def test_an_outsider_asks_the_owner_for_a_company(cast: Cast, olga: Caller) -> None:
    client = cast.deal().client
    request = olga.post(f"/companies/{client.pk}/handovers", {"why": "I know the director"})
    assert request.status == 201
    assert (request.body["giver_name"], request.body["receiver_name"]) == ("Anna Kotova", "Olga Orlova")
    assert request.body["is_request"] is True


def test_an_owner_offers_a_company_to_a_colleague(cast: Cast, anna: Caller) -> None:
    offer = anna.post(f"/companies/{cast.deal().client_id}/handovers", {"to": cast.igor.pk, "why": "I am leaving"})
    assert (offer.status, offer.body["is_request"], offer.body["receiver"]) == (201, False, cast.igor.pk)


def test_nobody_offers_what_is_not_his(cast: Cast, igor: Caller) -> None:
    refused = igor.post(f"/companies/{cast.deal().client_id}/handovers", {"to": cast.olga.pk, "why": "Take it"})
    assert (refused.status, refused.codes) == (403, ["not-yours"])


def test_a_free_company_is_not_asked_for_but_claimed(cast: Cast, olga: Caller) -> None:
    refused = olga.post(f"/companies/{cast.client().pk}/handovers", {"why": "I want it"})
    assert (refused.status, refused.codes) == (409, ["client-free"])


def test_a_request_says_why(cast: Cast, olga: Caller) -> None:
    path = f"/companies/{cast.deal().client_id}/handovers"
    assert olga.post(path, {"why": " "}).codes == ["reason-needed"]
    assert olga.post(path, {}).codes == ["needed"]


def test_acceptance_moves_the_company(cast: Cast, asked: Handover, anna: Caller) -> None:
    accepted = anna.post(f"/handovers/{asked.pk}/acceptance")
    assert (accepted.status, accepted.body["accepted"]) == (201, True)
    asked.client.refresh_from_db()
    assert asked.client.owner == cast.olga


def test_a_refusal_keeps_the_company_and_its_words(cast: Cast, asked: Handover, anna: Caller) -> None:
    declined = anna.post(f"/handovers/{asked.pk}/refusal", {"why": "We are about to sign"})
    assert (declined.status, declined.body["accepted"], declined.body["answer"]) == (201, False, "We are about to sign")
    asked.client.refresh_from_db()
    assert asked.client.owner == cast.anna
    again = anna.post(f"/handovers/{asked.pk}/acceptance")
    assert (again.status, again.codes) == (409, ["already-answered"])


def test_who_asks_cannot_answer_for_the_owner(asked: Handover, olga: Caller) -> None:
    assert olga.post(f"/handovers/{asked.pk}/acceptance").codes == ["not-your-answer"]


def test_a_handover_of_others_is_not_seen(asked: Handover, igor: Caller, stranger: Caller) -> None:
    assert igor.post(f"/handovers/{asked.pk}/acceptance").status == 404
    assert igor.post(f"/handovers/{asked.pk}/refusal").status == 404
    assert stranger.post(f"/handovers/{asked.pk}/refusal").status == 401


def test_both_sides_and_their_head_list_it(
    asked: Handover, anna: Caller, olga: Caller, sergey: Caller, igor: Caller
) -> None:
    for side in (anna, olga, sergey):
        assert side.get("/handovers", pending="true").ids == [asked.pk]
    assert igor.get("/handovers").ids == []
    anna.post(f"/handovers/{asked.pk}/refusal")
    assert anna.get("/handovers", pending="true").ids == []
    assert anna.get("/handovers", company=asked.client_id).ids == [asked.pk]
