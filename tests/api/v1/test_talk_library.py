"""The library, actions, signals, checklists and habits of talk by the API."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.talk.objection import Objection

WORDS = {"title": "Count", "steps": ["Take paper", "Count together"], "question": "What do you lose?"}


@pytest.fixture
def objection(cast: Cast) -> Objection:
    return cast.object_to(cast.deal())


def put(user, path: str, body: object):  # type: ignore[no-untyped-def]
    return Caller(user).call("PUT", path, body)


def test_the_library_is_read_by_all_and_written_by_heads(cast: Cast) -> None:
    listed = Caller(cast.boris).get("/rebuttals", kind="price")
    assert {item["kind"] for item in listed.body["items"]} == {"price"}
    assert listed.body["items"][0]["rates"] == {"used": 0, "removed": None, "won": None}
    made = Caller(cast.sergey).post("/rebuttals", WORDS | {"kind": "price", "against": "indecision"})
    assert (made.status, made.body["version"], made.body["against"]) == (201, 1, "indecision")
    path = f"/rebuttals/{made.body['id']}"
    changed = put(cast.sergey, path, WORDS | {"title": "Count again"})
    assert (changed.body["version"], changed.body["title"]) == (2, "Count again")
    assert Caller(cast.sergey).post(f"{path}/retirement").body["is_retired"]
    assert Caller(cast.sergey).post(f"{path}/retirement").codes == ["already-done"]
    assert made.body["id"] in Caller(cast.anna).get("/rebuttals", is_retired=True).ids
    assert not Caller(cast.sergey).delete(f"{path}/retirement").body["is_retired"]
    for user in (cast.anna, cast.olga, cast.boris):
        assert Caller(user).post("/rebuttals", WORDS | {"kind": "price"}).codes == ["head-only"]
        assert put(user, path, WORDS).codes == ["head-only"]
    assert Caller(None).get("/rebuttals").status == 401
    assert Caller(cast.sergey).post("/rebuttals", WORDS | {"kind": "price", "steps": []}).codes == ["words-needed"]


def test_an_objection_is_answered_from_the_library(cast: Cast, objection: Objection) -> None:
    anna, path = Caller(cast.anna), f"/objections/{objection.pk}"
    offered = anna.get(f"{path}/rebuttals").ids
    answered = anna.post(f"{path}/reply", {"rebuttal": offered[1], "result": "stands", "cause": "Fears the director"})
    assert (answered.status, answered.body["result"], answered.body["cause"]) == (201, "stands", "Fears the director")
    anna.post(f"{path}/reply", {"answer": "Gave a sample", "is_indecision": True})
    replies = anna.get(f"{path}/replies").body["items"]
    assert [(one["rebuttal"], one["version"], one["result"]) for one in replies] == [
        (None, None, "answered"),
        (offered[1], 1, "stands"),
    ]
    assert anna.post(f"{path}/reply", {"rebuttal": 999}).codes == ["unknown-id"]
    assert anna.post(f"{path}/reply", {}).codes == ["words-needed"]
    Rebuttal.objects.get(pk=offered[0]).retire(by=cast.sergey)
    assert anna.post(f"{path}/reply", {"rebuttal": offered[0]}).codes == ["rebuttal-retired"]
    for tail in ("rebuttals", "replies"):
        assert Caller(cast.igor).get(f"{path}/{tail}").status == 200
        assert Caller(cast.olga).get(f"{path}/{tail}").status == 404


def test_what_is_given_has_a_day_and_an_end(cast: Cast, objection: Objection) -> None:
    path, day = f"/deals/{objection.deal_id}/objection-actions", timezone.localdate() + timedelta(days=3)
    said = {"kind": "trial", "until_on": day, "note": "One shop", "objection": objection.pk}
    given = Caller(cast.anna).post(path, said)
    assert (given.status, given.body["is_running"], given.body["objection"]) == (201, True, objection.pk)
    assert Caller(cast.anna).get(f"/tasks/{given.body['task']}").body["kind"] == "call"
    ending = f"/objection-actions/{given.body['id']}/ending"
    assert Caller(cast.olga).post(ending, {"outcome": "done"}).status == 404
    assert Caller(cast.igor).post(ending, {"outcome": "done"}).status == 403
    ended = Caller(cast.anna).post(ending, {"outcome": "returned"})
    assert (ended.body["outcome"], ended.body["is_running"]) == ("returned", False)
    assert Caller(cast.anna).post(ending, {}).codes == ["already-ended"]
    assert len(Caller(cast.igor).get(path).ids) == 1
    assert Caller(cast.olga).get(path).status == 404
    assert Caller(cast.anna).post(path, said | {"until_on": "2020-01-01"}).codes == ["until-wrong"]
    assert Caller(cast.anna).post(path, said | {"objection": 999}).codes == ["unknown-id"]


def test_signals_are_marked_and_taken_back(cast: Cast) -> None:
    deal, papers = cast.deal(), BuyingSignal.objects.get(preset="papers")
    path, anna = f"/deals/{deal.pk}/signals", Caller(cast.anna)
    marked = anna.post(path, {"signal": papers.pk})
    assert (marked.status, marked.body["readiness"]) == (201, 40)
    assert marked.body["chance_with_signals"] == round(deal.chance + (100 - deal.chance) * 0.4 / 2)
    assert [mark["weight"] for mark in Caller(cast.igor).get(path).body["marks"]] == [40]
    assert Caller(cast.igor).post(path, {"signal": papers.pk}).status == 403
    assert Caller(cast.olga).get(path).status == 404
    assert anna.delete(path, signal=papers.pk).body["readiness"] == 0
    assert anna.delete(path, signal=papers.pk).codes == ["signal-not-marked"]
    assert anna.post(path, {"signal": 999}).codes == ["unknown-id"]


def test_heads_keep_the_signals(cast: Cast) -> None:
    head = Caller(cast.sergey)
    added = head.post("/signals", {"name": "Calls himself", "weight": 35})
    path = f"/signals/{added.body['id']}"
    assert put(cast.sergey, path, {"name": "Calls", "weight": 20}).body["weight"] == 20
    assert put(cast.sergey, path, {"name": "Calls", "weight": 95}).codes == ["weight-wrong"]
    assert head.post(f"{path}/retirement").body["is_retired"]
    assert added.body["id"] not in Caller(cast.anna).get("/signals", is_retired=False).ids
    assert not head.delete(f"{path}/retirement").body["is_retired"]
    assert Caller(cast.anna).post("/signals", {"name": "Calls", "weight": 5}).codes == ["head-only"]


def test_checklists_are_kept_by_heads_and_filled_in_by_sellers(cast: Cast) -> None:
    head, first = Caller(cast.sergey), Checklist.objects.get(preset="first_impression")
    made = head.post("/checklists", {"name": "Visit", "items": [{"text": "Looked at the store"}]})
    line = made.body["items"][0]
    path = f"/checklists/{made.body['id']}"
    changed = put(cast.sergey, path, {"name": "Visit", "items": [line | {"text": "Looked around"}]})
    assert changed.body["items"] == [{"key": line["key"], "text": "Looked around"}]
    assert head.post(f"{path}/retirement").body["is_retired"]
    assert not head.delete(f"{path}/retirement").body["is_retired"]
    assert Caller(cast.anna).post("/checklists", {"name": "Mine", "items": []}).codes == ["head-only"]
    assert made.body["id"] in Caller(cast.anna).get("/checklists").ids
    talk = cast.deal().log_touch(by=cast.anna, channel="call")
    filling = f"/touches/{talk.pk}/checklists"
    filled = Caller(cast.anna).post(filling, {"checklist": first.pk, "done": ["reason"]})
    assert (filled.status, [one["done"] for one in filled.body["items"]].count(True)) == (201, 1)
    assert Caller(cast.igor).post(filling, {"checklist": first.pk, "done": []}).codes == ["not-your-talk"]
    assert Caller(cast.olga).post(filling, {"checklist": first.pk, "done": []}).status == 404
    assert Caller(cast.anna).post(filling, {"checklist": first.pk, "done": ["x"]}).codes == ["item-unknown"]
    assert len(Caller(cast.sergey).get(filling).ids) == 1


def test_habits_of_talk_are_seen_as_far_as_the_work(cast: Cast) -> None:
    talk = cast.deal().log_touch(by=cast.anna, channel="call")
    first = Checklist.objects.get(preset="first_impression")
    Caller(cast.anna).post(f"/touches/{talk.pk}/checklists", {"checklist": first.pk, "done": ["reason", "by-name"]})
    habits = {row["name"]: row for row in Caller(cast.sergey).get("/talk-habits", days=30).body["items"]}
    assert (habits["Anna Kotova"]["talks"], habits["Anna Kotova"]["kept"]["count"]) == (1, 2)
    assert "Olga Orlova" not in habits
    assert [row["name"] for row in Caller(cast.olga).get("/talk-habits").body["items"]] == ["Olga Orlova"]
    assert Caller(None).get("/talk-habits").status == 401
