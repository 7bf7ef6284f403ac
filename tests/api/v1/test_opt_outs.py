"""/opt-outs and /opt-outs/{id}/lifting."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from tests.clients.consent.world import EMAIL, PHONE, person_at
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact


@pytest.fixture
def contact(cast: Cast) -> Contact:
    return person_at(cast, cast.deal().client)


def test_a_person_goes_on_the_list_with_his_numbers(contact: Contact, igor: Caller) -> None:
    answer = igor.post("/opt-outs", {"contact": contact.pk, "why": "Said so"})
    assert answer.status == 201
    assert [(item["kind"], item["value"], item["channel"]) for item in answer.body["items"]] == [
        (None, "", None),
        ("phone", PHONE, None),
        ("email", EMAIL, None),
    ]


def test_a_company_and_one_channel(contact: Contact, anna: Caller) -> None:
    item = anna.post("/opt-outs", {"company": contact.client_id, "channels": ["call"]}).body["items"][0]
    assert (item["contact"], item["company"], item["channel"]) == (None, contact.client_id, "call")


def test_a_bare_number_is_put_on_it_and_found_by_all(anna: Caller, olga: Caller) -> None:
    assert anna.post("/opt-outs", {"phone": "8 343 222-00-00"}).body["items"][0]["value"] == "+73432220000"
    assert anna.post("/opt-outs", {"email": "Nobody@volga.example"}).status == 201
    found = olga.get("/opt-outs", value="+73432220000", standing="true")
    assert [item["kind"] for item in found.body["items"]] == ["phone"]


def test_what_is_no_number_and_what_is_listed_is_told(anna: Caller) -> None:
    assert anna.post("/opt-outs", {"phone": "12"}).codes == ["phone-wrong"]
    assert anna.post("/opt-outs", {}).codes == ["needed"]
    anna.post("/opt-outs", {"phone": PHONE})
    again = anna.post("/opt-outs", {"phone": PHONE})
    assert (again.status, again.codes) == (409, ["already-opted-out"])


def test_those_who_do_not_see_the_client_do_not_speak_for_it(
    contact: Contact, olga: Caller, boris: Caller, stranger: Caller
) -> None:
    statuses = [caller.post("/opt-outs", {"contact": contact.pk}).status for caller in (olga, boris, stranger)]
    assert statuses == [422, 403, 401]
    assert not OptOut.objects.exists()


def test_a_head_takes_it_off(cast: Cast, contact: Contact, anna: Caller, olga: Caller, sergey: Caller) -> None:
    row = object_to(Subject.of(contact), by=cast.anna)[0]
    path, why = f"/opt-outs/{row.pk}/lifting", {"why": "She asked"}
    assert (anna.post(path, why).codes, olga.post(path, why).status) == (["head-only"], 404)
    assert sergey.post(path, {}).codes == ["reason-needed"]
    lifted = sergey.post(path, why)
    assert (lifted.status, lifted.body["lifted_at"] is not None) == (201, True)
    assert sergey.get("/opt-outs", contact=contact.pk, standing="true").ids == []
