"""Templates of messages and sequences by the API."""

import time_machine

from tests.api.caller import Answer, Caller
from tests.cast import Cast
from tests.sales.sequences.world import TUESDAY, begin, sequence, template
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.touches.touch import Touch

WORDS = {"name": "A note", "channel": "messenger", "language": "en", "text": "Hello {contact.first_name}, {price}"}
STEPS = {"name": "Calls", "steps": [{"after_days": 0, "purpose": "Call"}, {"after_days": 3, "purpose": "Again"}]}


def put(user: User, path: str, body: object) -> Answer:
    return Caller(user).call("PUT", path, body)


def test_templates_are_read_by_all_and_kept_by_their_keepers(cast: Cast) -> None:
    made = Caller(cast.anna).post("/message-templates", WORDS)
    assert (made.status, made.body["version"], made.body["is_team"]) == (201, 1, False)
    assert made.body["fields"] == ["contact.first_name", "price"]
    path = f"/message-templates/{made.body['id']}"
    changed = put(cast.anna, path, WORDS | {"text": "Only today: 900 ₽"})
    assert changed.body["version"] == 2
    assert [one["code"] for one in changed.body["warnings"]] == ["typed-price", "false-urgency"]
    for user in (cast.igor, cast.olga, cast.vera, cast.boris):
        assert Caller(user).get(path).status == 404
        assert made.body["id"] not in Caller(user).get("/message-templates").ids
    team = Caller(cast.sergey).post("/message-templates", WORDS | {"is_team": True}).body["id"]
    assert Caller(cast.olga).get(f"/message-templates/{team}").status == 200
    for user in (cast.anna, cast.olga, cast.boris):
        assert put(user, f"/message-templates/{team}", WORDS).codes == ["head-only"]
        assert Caller(user).post(f"/message-templates/{team}/retirement").codes == ["head-only"]
    assert Caller(cast.anna).post("/message-templates", WORDS | {"is_team": True}).codes == ["head-only"]
    assert Caller(cast.sergey).post(f"/message-templates/{team}/retirement").body["is_retired"]
    assert team in Caller(cast.anna).get("/message-templates", is_retired=True).ids
    assert not Caller(cast.sergey).delete(f"/message-templates/{team}/retirement").body["is_retired"]
    assert Caller(cast.anna).post("/message-templates", WORDS | {"text": "{boss}"}).codes == ["field-unknown"]
    assert Caller(None).get("/message-templates").status == 401
    assert "price" in [one["field"] for one in Caller(cast.boris).get("/message-templates/fields").body["items"]]


def test_a_message_is_filled_and_logged_by_the_policy(cast: Cast) -> None:
    deal = cast.deal()
    contact = cast.contact(deal.client).pk
    anna = Caller(cast.anna)
    made = anna.post("/message-templates", WORDS).body["id"]
    said = anna.get(f"/message-templates/{made}/filled", deal=deal.pk, contact=contact).body
    assert said["text"] == "Hello Olga, {price}"
    assert [(one["field"], one["source"]) for one in said["missing"]] == [("price", "product")]
    body = {"template": made, "deal": deal.pk, "contact": contact, "text": "Hello Olga"}
    with time_machine.travel(TUESDAY, tick=False):
        assert anna.post("/messages", body | {"text": said["text"]}).codes == ["hole-left"]
        logged = anna.post("/messages", body)
        assert (logged.status, logged.body["version"], logged.body["advice"]) == (201, 1, [])
        assert anna.post("/messages", body).codes == ["too-soon"]
        assert Caller(cast.igor).post("/messages", body).status == 422  # the template is Anna's own
        assert Caller(cast.olga).get(f"/message-templates/{made}/filled", deal=deal.pk).status == 404
    assert Touch.objects.get().pk == logged.body["touch"]


def test_how_one_signs(cast: Cast) -> None:
    anna = Caller(cast.anna)
    assert anna.get("/me/profile").body["signed"] == ""
    kept = put(cast.anna, "/me/profile", {"job_title": "key accounts", "phone": "+7 912 640-18-22"})
    assert kept.body["signed"] == "Anna Kotova\nkey accounts\n+7 912 640-18-22"
    assert put(cast.anna, "/me/profile", {"phone": "12"}).codes == ["phone-wrong"]
    assert Caller(cast.igor).get("/me/profile").body["signed"] == ""
    assert Caller(None).get("/me/profile").status == 401


def test_sequences_are_read_by_all_and_written_by_heads(cast: Cast) -> None:
    letter = template(cast, "email").pk
    steps = [{"after_days": 0, "channel": "email", "template": letter}, *STEPS["steps"]]
    made = Caller(cast.sergey).post("/sequences", STEPS | {"steps": steps})
    assert (made.status, made.body["version"], len(made.body["steps"])) == (201, 1, 3)
    path = f"/sequences/{made.body['id']}"
    assert put(cast.sergey, path, STEPS).body["version"] == 2
    assert Caller(cast.boris).get(path).body["steps"][1]["purpose"] == "Again"
    for user in (cast.anna, cast.olga, cast.boris):
        assert Caller(user).post("/sequences", STEPS).codes == ["head-only"]
        assert put(user, path, STEPS).codes == ["head-only"]
        assert Caller(user).post(f"{path}/retirement").codes == ["head-only"]
    assert Caller(cast.sergey).post("/sequences", STEPS | {"steps": []}).codes == ["steps-needed"]
    lost = STEPS | {"steps": [{"channel": "email", "template": 999}]}
    assert Caller(cast.sergey).post("/sequences", lost).codes == ["unknown-id"]
    assert Caller(cast.sergey).post(f"{path}/retirement").body["is_retired"]
    client = cast.client(owner=cast.anna)
    begun = {"sequence": made.body["id"], "company": client.pk}
    assert Caller(cast.anna).post("/enrolments", begun).codes == ["sequence-retired"]
    assert not Caller(cast.sergey).delete(f"{path}/retirement").body["is_retired"]
    assert Caller(None).get("/sequences").status == 401


def test_one_goes_through_it(cast: Cast) -> None:
    known, deal = sequence(cast), cast.deal()
    anna, said = Caller(cast.anna), {"sequence": known.pk, "deal": deal.pk, "contact": cast.contact(deal.client).pk}
    with time_machine.travel(TUESDAY, tick=False):
        begun = anna.post("/enrolments", said)
        assert (begun.status, begun.body["state"], len(begun.body["steps"])) == (201, "active", 1)
        assert anna.post("/enrolments", said).codes == ["already-enrolled"]
        assert Caller(cast.igor).post("/enrolments", said).codes == ["client-led"]
        path, step = f"/enrolments/{begun.body['id']}", begun.body["steps"][0]["id"]
        made = anna.post(f"/enrolment-steps/{step}/making", {"text": "Hello", "subject": "Hi"})
        assert [one["done_at"] is None for one in made.body["steps"]] == [False, True]
        again = anna.post(f"/enrolment-steps/{step}/making", {"text": "Hello", "subject": "Hi"})
        assert again.codes == ["step-made"]
        assert anna.post(f"{path}/pause").body["state"] == "paused"
        assert anna.delete(f"{path}/pause").body["state"] == "active"
    for user, status in ((cast.igor, 403), (cast.boris, 403), (cast.olga, 404)):
        assert Caller(user).post(f"{path}/stop").status == status
        assert Caller(user).post(f"{path}/pause").status == status
        assert Caller(user).post(f"/enrolment-steps/{step}/making", {"text": "Hello"}).status == status
    assert Caller(cast.igor).get(path).status == 200
    assert Caller(cast.olga).get(path).status == 404
    stopped = anna.post(f"{path}/stop", {"note": "Called himself"})
    assert (stopped.body["state"], stopped.body["stop"]["cause"]) == ("stopped", "hand")
    assert anna.get("/enrolments", state="stopped", sequence=known.pk).ids == [begun.body["id"]]
    counts = Caller(cast.boris).get(f"/sequences/{known.pk}/counts").body
    assert (counts["begun"], counts["stops"]) == (1, [{"cause": "hand", "count": 1}])


def test_many_begin_after_a_preview(cast: Cast) -> None:
    known, mine, theirs = sequence(cast), cast.client("Mine", owner=cast.anna), cast.client("Theirs", owner=cast.igor)
    path, said = f"/sequences/{known.pk}", {"companies": [mine.pk, theirs.pk]}
    seen = Caller(cast.anna).post(f"{path}/preview", said).body["items"]
    assert [(one["company"], one["may_begin"]) for one in seen] == [(mine.pk, True), (theirs.pk, False)]
    assert seen[1]["reasons"][0]["code"] == "client-led"
    assert not Enrolment.objects.exists()
    begun = Caller(cast.anna).post(f"{path}/enrolments", said).body
    assert (len(begun["enrolments"]), [one["company"] for one in begun["refused"]]) == (1, [theirs.pk])
    segment = Segment.define("All", [{"field": "kind", "op": "in", "values": ["company"]}], by=cast.vera)
    again = Caller(cast.sergey).post(f"{path}/enrolments", {"segment": segment.pk}).body
    assert len(again["enrolments"]) == 1
    assert Caller(cast.anna).post(f"{path}/preview", {}).codes == ["needed"]
    assert Caller(cast.boris).post(f"{path}/preview", said).status == 403
    assert Caller(None).post(f"{path}/preview", said).status == 401


def test_an_answer_by_the_api_stops_it(cast: Cast) -> None:
    enrolment = begin(cast)
    body = {"company": enrolment.client_id, "channel": "email", "direction": "in", "outcome": "replied"}
    Caller(cast.anna).post("/touches", body)
    assert Caller(cast.anna).get(f"/enrolments/{enrolment.pk}").body["stop"]["cause"] == "reply"
