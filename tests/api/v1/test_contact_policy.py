"""The contact policy over the API: the same answers as on the cards."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.segments.segment import Segment
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.touch_cost import TouchCost
from vedu.sales.touches.touch import Touch

DECISION = "/contact-policy/decision"
# A Tuesday, 11:30 in Moscow; 18:30 in Khabarovsk.
AT = "2026-11-24T08:30:00Z"


@pytest.fixture
def client(cast: Cast) -> Client:
    return cast.client(owner=cast.anna)


def asked(caller: Caller, client: Client, **more: object) -> dict[str, object]:
    answer = caller.get(DECISION, **{"company": client.pk, "channel": "call", "at": AT, **more})
    assert answer.status == 200
    return answer.body


def test_an_unknown_client_may_be_called_in_working_hours(client: Client, anna: Caller) -> None:
    body = asked(anna, client)
    assert (body["verdict"], body["reasons"], body["next_at"]) == ("allow", [], AT)


def test_the_answer_says_why_not_and_when(cast: Cast, client: Client, anna: Caller) -> None:
    client.describe(by=cast.anna, time_zone="Asia/Vladivostok")
    late = asked(anna, client, at="2026-11-24T15:00:00Z")
    assert (late["verdict"], late["next_at"], late["better_at"], late["time_zone"]) == (
        "block",
        "2026-11-24T22:00:00Z",
        "2026-11-24T23:00:00Z",
        "Asia/Vladivostok",
    )
    reason = late["reasons"][0]  # type: ignore[index]
    assert (reason["code"], reason["forbids"], reason["until"]) == ("quiet-hours", True, "2026-11-24T22:00:00Z")
    assert reason["sentence"].startswith("Quiet hours at the client")


def test_a_person_who_opted_out_is_not_to_be_called_at_any_hour(cast: Cast, client: Client, anna: Caller) -> None:
    person = cast.contact(client)
    object_to(Subject(client, person), by=cast.anna, channels=["call"], why="asked")
    body = asked(anna, client, contact=person.pk)
    assert (body["verdict"], body["next_at"], body["contact"]) == ("block", None, person.pk)
    assert asked(anna, client)["verdict"] == "allow"


def test_what_is_asked_wrongly_is_refused(client: Client, anna: Caller) -> None:
    base = {"company": client.pk, "channel": "call"}
    assert anna.get(DECISION, **base | {"channel": "pigeon"}).status == 422
    assert anna.get(DECISION, **base, contact=987_654).codes == ["unknown-id"]
    assert anna.get(DECISION, channel="call").status == 422


def test_pressure_counts_touches_and_answers(cast: Cast, client: Client, anna: Caller) -> None:
    for days in (1, 3, 12):
        at = timezone.now() - timedelta(days=days)
        Touch.log(client, by=cast.anna, channel=Channel.CALL, outcome="no_answer", at=at)
    ContactPreference.state(client, by=cast.anna, channel="email", hours=[11])
    body = anna.get(f"/companies/{client.pk}/pressure").body
    assert body["in_7_days"] == {"touches": 2, "most": 5}
    assert body["in_30_days"] == {"touches": 3, "most": 12}
    assert body["unanswered"] == {"touches": 3, "most": 6}
    assert (body["last_by"], body["is_awaited"]) == (cast.anna.pk, False)
    assert (body["said"]["channel"], body["said"]["hours"], body["learned"]["channel"]) == ("email", [11], "")
    assert body["answers"] == [{"channel": "call", "percent": 20, "deviation": 14, "attempts": 3}]


def test_a_preference_is_said_and_taken_back(cast: Cast, client: Client, anna: Caller) -> None:
    person = cast.contact(client)
    said = anna.call("PUT", f"/contacts/{person.pk}/preference", {"channel": "messenger", "hours": [16, 10, 16]})
    assert (said.body["contact"], said.body["said"]["hours"]) == (person.pk, [10, 16])
    assert anna.call("PUT", f"/companies/{client.pk}/preference", {"hours": [9]}).body["said"]["channel"] == ""
    assert ContactPreference.objects.count() == 2
    assert anna.call("PUT", f"/companies/{client.pk}/preference", {}).body["said"] is None
    assert ContactPreference.objects.get().contact == person


@pytest.mark.parametrize("said", [{"channel": "pigeon"}, {"hours": [24]}, {"hours": ["noon"]}])
def test_a_preference_that_cannot_be_is_refused(client: Client, anna: Caller, said: dict[str, object]) -> None:
    assert anna.call("PUT", f"/companies/{client.pk}/preference", said).status == 422
    assert not ContactPreference.objects.exists()


def test_heads_write_the_rules_in_their_order(cast: Cast, anna: Caller, sergey: Caller) -> None:
    kirov = Segment.define("In Kirov", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.sergey)
    assert sergey.get("/rules/contact").body == {"rules": []}
    strict = {"segment": kirov.pk, "most_a_week": 1, "usual": "10:00-17:00", "need_consent": ["call"]}
    decided = sergey.call("PUT", "/rules/contact", {"rules": [strict, {}]})
    assert decided.status == 200
    first, last = decided.body["rules"]
    assert {name: first[name] for name in strict} == strict
    assert (first["segment_name"], last["segment"], last["most_a_week"]) == ("In Kirov", None, 5)
    assert sergey.get("/rules/contact").body == decided.body
    for verb, body in (("GET", None), ("PUT", {"rules": []})):
        assert anna.call(verb, "/rules/contact", body).status == 403
    assert ContactRule.objects.count() == 2


def test_rules_that_cannot_be_change_nothing(sergey: Caller) -> None:
    sergey.call("PUT", "/rules/contact", {"rules": [{"most_a_week": 3}]})
    for rules, codes in (
        ([{"usual": "?", "most_a_day": 51}], ["hours-wrong", "number-wrong"]),
        ([{}, {}], ["segment-twice"]),
        ([{"segment": 987_654}], ["unknown-id"]),
    ):
        assert sergey.call("PUT", "/rules/contact", {"rules": rules}).codes == codes
    assert ContactRule.objects.get().rules.most_a_week == 3


def test_costs_of_touches_are_read_and_decided_by_heads(cast: Cast, anna: Caller, sergey: Caller) -> None:
    assert sergey.get("/rules/touch-costs").body["costs"]["call"] == 150
    decided = sergey.call("PUT", "/rules/touch-costs", {"costs": {"call": 200}, "margin_percent": 30})
    assert (decided.body["costs"]["call"], decided.body["margin_percent"], decided.body["currency"]) == (200, 30, "RUB")
    assert sergey.call("PUT", "/rules/touch-costs", {"costs": {"call": -1}, "margin_percent": 30}).status == 422
    assert anna.get("/rules/touch-costs").status == 403
    assert anna.call("PUT", "/rules/touch-costs", {"costs": {}, "margin_percent": 1}).status == 403
    assert TouchCost.known().costs["call"] == 200


@pytest.mark.parametrize(
    ("who", "seen", "said"),
    [("anna", 200, 200), ("igor", 200, 409), ("olga", 403, 403), ("boris", 200, 403), ("stranger", 401, 401)],
)
def test_who_may_ask_and_who_may_say(
    request: pytest.FixtureRequest, cast: Cast, client: Client, who: str, seen: int, said: int
) -> None:
    cast.deal(client=client)
    caller, person = request.getfixturevalue(who), cast.contact(client)
    assert caller.get(DECISION, company=client.pk, channel="call").status == seen
    assert caller.get(f"/companies/{client.pk}/pressure").status == seen
    assert caller.call("PUT", f"/companies/{client.pk}/preference", {"hours": [9]}).status == said
    expected = 404 if who == "olga" else said
    assert caller.call("PUT", f"/contacts/{person.pk}/preference", {"hours": [9]}).status == expected
    assert ContactPreference.objects.exists() == (said == 200)


def test_a_decision_costs_few_queries(client: Client, anna: Caller, django_assert_max_num_queries) -> None:
    with django_assert_max_num_queries(12):
        asked(anna, client)
