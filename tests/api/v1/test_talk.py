"""Needs, objections, the committee and evidence of a deal."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.talk.need import Need

# Each list of a deal: its part of the address and a body that it takes.
NOTES = {
    "needs": {"words": "Cakes arrive crushed"},
    "objections": {"text": "Expensive", "kind": "price"},
    "committee": {"role": "decision_maker"},
    "evidence": {"kind": "paid"},
}


def body_of(part: str, cast: Cast, client_contact: int) -> dict[str, object]:
    return NOTES[part] | ({"contact": client_contact} if part == "committee" else {})


@pytest.mark.parametrize("part", NOTES)
def test_the_owner_notes_and_his_team_reads(cast: Cast, anna: Caller, igor: Caller, part: str) -> None:
    deal = cast.deal()
    path = f"/deals/{deal.pk}/{part}"
    noted = anna.post(path, body_of(part, cast, cast.contact(deal.client).pk))
    assert (noted.status, noted.body["deal"]) == (201, deal.pk)
    assert anna.get(path).body["items"] == igor.get(path).body["items"] == [noted.body]


@pytest.mark.parametrize("part", NOTES)
def test_nobody_else_notes_anything(cast: Cast, igor: Caller, olga: Caller, stranger: Caller, part: str) -> None:
    deal = cast.deal()
    path, body = f"/deals/{deal.pk}/{part}", body_of(part, cast, cast.contact(deal.client).pk)
    assert igor.post(path, body).codes == ["not-your-deal"]
    assert olga.post(path, body).status == olga.get(path).status == 404
    assert stranger.post(path, body).status == 401


@pytest.mark.parametrize("part", NOTES)
def test_nothing_is_noted_on_a_closed_deal(cast: Cast, anna: Caller, part: str) -> None:
    deal = cast.deal()
    body = body_of(part, cast, cast.contact(deal.client).pk)
    deal.lose(by=cast.anna, reason=cast.reason())
    assert anna.post(f"/deals/{deal.pk}/{part}", body).codes == ["deal-closed"]


def test_a_need_is_confirmed_once(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    need = Need.note(cast.deal(), words="Cakes arrive crushed", by=cast.anna)
    path = f"/needs/{need.pk}/confirmation"
    assert igor.post(path).codes == ["not-your-deal"]
    assert olga.post(path).status == 404
    confirmed = anna.post(path)
    assert (confirmed.status, confirmed.body["is_confirmed"]) == (201, True)
    assert confirmed.body["confirmed_by"] == cast.anna.pk
    assert anna.post(path).codes == ["already-confirmed"]


def test_a_need_is_in_the_clients_words(cast: Cast, anna: Caller) -> None:
    path = f"/deals/{cast.deal().pk}/needs"
    assert anna.post(path, {"words": " "}).codes == ["words-needed"]
    assert anna.post(path, {"words": "x", "priority": "huge"}).codes == ["unknown-word"]


def test_an_objection_is_answered(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    objection = cast.object_to(cast.deal())
    path, body = f"/objections/{objection.pk}/reply", {"answer": "Count a year", "result": "answered"}
    assert igor.post(path, body).codes == ["not-your-deal"]
    assert olga.post(path, body).status == 404
    replied = anna.post(path, body)
    assert (replied.status, replied.body["result"]) == (201, "answered")
    assert anna.post(path, {"answer": ""}).codes == ["words-needed"]


def test_a_second_word_on_a_person_replaces_the_first(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    path, contact = f"/deals/{deal.pk}/committee", cast.contact(deal.client).pk
    anna.post(path, {"contact": contact, "role": "gatekeeper"})
    anna.post(path, {"contact": contact, "role": "decision_maker", "note": "signs"})
    assert [(each["role"], each["note"]) for each in anna.get(path).body["items"]] == [("decision_maker", "signs")]


def test_a_person_of_another_company_has_no_say(cast: Cast, anna: Caller) -> None:
    elsewhere = cast.contact(cast.client())
    refused = anna.post(f"/deals/{cast.deal().pk}/committee", {"contact": elsewhere.pk, "role": "user"})
    assert (refused.status, refused.codes) == (422, ["contact-elsewhere"])


def test_a_presentation_names_the_needs_it_answered(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    path = f"/deals/{deal.pk}/evidence"
    refused = anna.post(path, {"kind": "presentation_made"})
    assert (refused.status, refused.codes) == (422, ["need_confirmed"])
    need = Need.note(deal, words="Cakes arrive crushed", by=cast.anna)
    need.confirm(by=cast.anna)
    assert anna.post(path, {"kind": "presentation_made", "needs": [need.pk]}).body["needs"] == [need.pk]
    assert anna.post(path, {"kind": "presentation_made", "needs": [987_654]}).codes == ["unknown-id"]


def test_evidence_that_appears_by_itself_is_not_recorded(cast: Cast, anna: Caller) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/evidence", {"kind": "contact_established"})
    assert refused.codes == ["evidence-not-recorded"]


def test_the_api_alone_leads_a_deal_to_its_presentation(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    path = f"/deals/{deal.pk}"
    anna.post(f"{path}/committee", {"contact": cast.contact(deal.client).pk, "role": "decision_maker"})
    anna.post("/touches", {"deal": deal.pk, "channel": "call"})
    assert anna.post(f"{path}/moves", {"stage": cast.stage(4).pk}).codes == ["need_confirmed"]
    need = anna.post(f"{path}/needs", NOTES["needs"]).body["id"]
    assert anna.post(f"{path}/moves", {"stage": cast.stage(4).pk}).codes == ["need_confirmed"]
    anna.post(f"/needs/{need}/confirmation")
    assert anna.post(f"{path}/moves", {"stage": cast.stage(4).pk}).status == 201
