"""/territories and /assignment-rules: defined, rehearsed, switched, dropped."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.assignment.giving import assign_new
from vedu.clients.assignment.rule import AssignmentRule
from vedu.clients.client import Client


@pytest.fixture
def sergey(cast: Cast) -> Caller:
    return Caller(cast.sergey)


def test_a_territory_is_defined(cast: Cast, sergey: Caller) -> None:
    answer = sergey.post("/territories", {"name": "Volga", "regions": ["63"], "people": [cast.anna.pk]})
    assert (answer.status, answer.body["regions"], answer.body["people"]) == (201, ["63"], [cast.anna.pk])
    assert sergey.get("/territories").ids == [answer.body["id"]]
    assert sergey.post("/territories", {"name": "Volga", "regions": ["63"]}).codes == ["name-taken"]


def test_a_rule_is_rehearsed_then_switched_on(cast: Cast, sergey: Caller) -> None:
    client = cast.client()
    defined = sergey.post("/assignment-rules", {"name": "To Igor", "people": [cast.igor.pk]})
    assert (defined.status, defined.body["is_on"]) == (201, False)
    dry = sergey.get("/assignment-rules/rehearsal").body
    assert [(gift["company"], gift["user"]) for gift in dry["gifts"]] == [(client.pk, cast.igor.pk)]
    assert dry["findings"][0]["meant"] == dry["findings"][0]["given"] == dry["total"] == 1
    assert Client.objects.get().owner is None
    switched = sergey.post(f"/assignment-rules/{defined.body['id']}/switch", {"on": True})
    assert (switched.status, switched.body["is_on"]) == (201, True)


def test_a_company_added_by_the_api_is_given_away(cast: Cast, sergey: Caller, olga: Caller) -> None:
    rule = sergey.post("/assignment-rules", {"name": "To Igor", "people": [cast.igor.pk]}).body["id"]
    sergey.post(f"/assignment-rules/{rule}/switch", {"on": True})
    olga.post("/companies", {"name": "Free"})
    olga.post("/companies", {"name": "Mine", "claim": True})
    assign_new()
    owners = dict(Client.objects.values_list("name", "owner__username"))
    assert owners == {"Free": "igor", "Mine": "olga"}


def test_a_rule_goes(cast: Cast, sergey: Caller) -> None:
    rule = sergey.post("/assignment-rules", {"name": "To Igor", "people": [cast.igor.pk]}).body["id"]
    assert sergey.get("/assignment-rules").ids == [rule]
    assert sergey.delete(f"/assignment-rules/{rule}").status == 204
    assert not AssignmentRule.objects.exists()


def test_a_head_rules_over_his_own_people(cast: Cast, sergey: Caller) -> None:
    refused = sergey.post("/assignment-rules", {"name": "To Olga", "people": [cast.olga.pk]})
    assert (refused.status, refused.codes) == (403, ["rule-not-yours"])
    assert sergey.post("/assignment-rules", {"name": "x", "team": cast.south.pk}).codes == ["unknown-id"]


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
@pytest.mark.parametrize("path", ["/territories", "/assignment-rules", "/assignment-rules/rehearsal"])
def test_they_are_for_heads(cast: Cast, who: str, path: str) -> None:
    assert Caller(getattr(cast, who)).get(path).codes == ["head-only"]
