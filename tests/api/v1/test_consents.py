"""/consents, /consent-texts."""

import pytest

from tests.api.caller import Body, Caller
from tests.cast import Cast
from tests.clients.consent.world import TEXT, agree, publish
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact

SAID = {"channels": ["call", "email"], "purpose": "offers", "source": "paper", "note": "Folder 7"}


@pytest.fixture
def contact(cast: Cast) -> Contact:
    publish(cast)
    return cast.contact(cast.deal().client)


def given(caller: Caller, contact: Contact, **more: object) -> tuple[int, Body]:
    answer = caller.post("/consents", {"contact": contact.pk} | SAID | more)
    return answer.status, answer.body


def test_consent_is_written_down_for_each_channel(contact: Contact, anna: Caller) -> None:
    status, body = given(anna, contact)
    assert status == 201
    assert [(item["channel"], item["text_version"], item["note"]) for item in body["items"]] == [
        ("call", 1, "Folder 7"),
        ("email", 1, "Folder 7"),
    ]


def test_another_ground_and_the_client_itself(contact: Contact, anna: Caller) -> None:
    said = SAID | {"company": contact.client_id, "ground": "contract", "given_at": "2026-01-10T09:00:00Z"}
    item = anna.post("/consents", said).body["items"][0]
    assert (item["contact"], item["ground"], item["text"], item["given_at"]) == (
        None, "contract", None, "2026-01-10T09:00:00Z",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("said", "code"),
    [
        ({"channels": []}, "channel-needed"),
        ({"channels": ["meeting"]}, "unknown-word"),
        ({"purpose": "data"}, "text-needed"),
        ({"text": 987_654}, "unknown-id"),
        ({"contact": None}, "needed"),
        ({"contact": 987_654}, "unknown-id"),
        ({"company": 987_654}, "contact-elsewhere"),
    ],
)
def test_what_cannot_be_is_refused(contact: Contact, anna: Caller, said: Body, code: str) -> None:
    answer = anna.post("/consents", {"contact": contact.pk} | SAID | said)
    assert code in (answer.codes or [error["code"] for error in answer.body.get("errors", [])]), answer.body
    assert answer.status == 422


def test_only_the_one_who_leads_writes_it_down(
    contact: Contact, igor: Caller, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    assert given(igor, contact)[0] == 409
    assert given(olga, contact)[0] == 422
    assert given(boris, contact)[0] == 403
    assert given(stranger, contact)[0] == 401
    assert not Consent.objects.exists()


def test_it_is_taken_back(cast: Cast, contact: Contact, igor: Caller, olga: Caller, boris: Caller) -> None:
    consent = agree(cast, Subject.of(contact))[0]
    path = f"/consents/{consent.pk}/withdrawal"
    assert (olga.post(path).status, boris.post(path).status) == (404, 403)
    answer = igor.post(path, {"why": "Changed her mind"})
    assert (answer.status, answer.body["withdrawn_by"], answer.body["withdrawn_why"]) == (
        201, cast.igor.pk, "Changed her mind",
    )  # fmt: skip
    assert igor.post(path).codes == ["already-withdrawn"]


def test_they_are_listed_as_far_as_one_sees(cast: Cast, contact: Contact, anna: Caller, olga: Caller) -> None:
    call, email = agree(cast, Subject.of(contact), "call", "email")
    call.withdraw(by=cast.anna)
    assert anna.get("/consents", contact=contact.pk).ids == [email.pk, call.pk]
    assert anna.get("/consents", standing="true").ids == [email.pk]
    assert anna.get("/consents", channel="call", company=contact.client_id).ids == [call.pk]
    assert olga.get("/consents").ids == []


def test_texts_have_versions(cast: Cast, anna: Caller) -> None:
    adam = Caller(cast.adam)
    first = adam.post("/consent-texts", {"purpose": "offers", "text": TEXT})
    second = adam.post("/consent-texts", {"purpose": "offers", "text": "Another"})
    assert (first.status, first.body["version"], second.body["version"]) == (201, 1, 2)
    assert len(first.body["sha256"]) == 64
    assert anna.get("/consent-texts").ids == [second.body["id"], first.body["id"]]


def test_nobody_else_writes_texts(anna: Caller, sergey: Caller, boris: Caller) -> None:
    for caller in (anna, sergey, boris):
        assert caller.post("/consent-texts", {"purpose": "offers", "text": TEXT}).codes == ["terms-not-yours"]
