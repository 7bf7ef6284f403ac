"""GET /day-plan/fit and /rules/time-budgets."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from tests.web.day.morning import HOUR, NOW, entry, morning
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.sales.deals.deal import Deal
from vedu.sales.time_budgets.time_budget import TimeBudget, kept_budgets

FIT, BUDGETS = "/day-plan/fit", "/rules/time-budgets"


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define("Cold", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)


def test_each_entry_has_its_hour_or_says_why_not(cast: Cast, anna: Caller) -> None:
    first, far, promised = entry(cast, position=2), entry(cast), entry(cast, NOW + HOUR)
    Client.objects.filter(pk=far.client_id).update(time_zone="Asia/Kamchatka")
    body = anna.get(FIT).body
    assert (body["on"], body["time_zone"]) == ("2026-11-24", "Europe/Moscow")
    assert (body["begins_at"], body["ends_at"]) == ("2026-11-24T07:20:00Z", "2026-11-24T15:00:00Z")
    items = {item["task"]: item for item in body["items"]}
    assert items[first.pk]["start_at"] == "2026-11-24T07:20:00Z"
    assert items[promised.pk]["start_at"] == "2026-11-24T08:20:00Z"
    shut = items[far.pk]
    assert (shut["start_at"], shut["trouble"], shut["code"]) == (None, "not-this-day", "unusual-hour")
    assert (shut["next_at"], shut["is_good_now"]) == ("2026-11-24T21:00:00Z", False)
    assert shut["note"].startswith("Better not today")


def test_a_day_ahead_is_fitted_too(cast: Cast, anna: Caller) -> None:
    cast.deal()
    body = anna.get(FIT, on="2026-11-25").body
    assert (len(body["items"]), body["begins_at"]) == (1, "2026-11-25T06:00:00Z")


def test_budgets_hold_over_the_api(cast: Cast, kirov: Segment, anna: Caller, sergey: Caller) -> None:
    said = {"budgets": [{"segment": kirov.pk, "minutes": 20}]}
    shown = [{"segment": kirov.pk, "segment_name": "Cold", "minutes": 20}]
    assert sergey.call("PUT", BUDGETS, said).body["budgets"] == shown
    assert sergey.get(BUDGETS).body["budgets"] == shown
    for minutes in (15, 10):
        entry(cast, minutes=minutes).client.describe(by=cast.anna, city="Kirov")
    body = anna.get(FIT).body
    assert [item["beyond_budget"] for item in body["items"]] == [None, kirov.pk]
    assert [(one["budget"], one["spent"], one["planned"], one["beyond"]) for one in body["budgets"]] == [
        (20, 0, 15, 10)
    ]


def test_what_cannot_be_right_is_refused(cast: Cast, kirov: Segment, sergey: Caller) -> None:
    wrong = sergey.call("PUT", BUDGETS, {"budgets": [{"segment": kirov.pk, "minutes": 601}]})
    assert (wrong.status, wrong.codes) == (422, ["number-wrong"])
    twice = sergey.call("PUT", BUDGETS, {"budgets": [{"segment": kirov.pk, "minutes": 1}] * 2})
    assert (twice.status, twice.codes) == (409, ["segment-twice"])
    assert sergey.call("PUT", BUDGETS, {"budgets": [{"segment": 999, "minutes": 1}]}).codes == ["unknown-id"]
    assert kept_budgets() == []


@pytest.mark.parametrize(("who", "status"), [("anna", 403), ("igor", 403), ("olga", 403), ("stranger", 401)])
def test_budgets_are_for_heads(request: pytest.FixtureRequest, cast: Cast, who: str, status: int) -> None:
    caller = request.getfixturevalue(who)
    assert caller.get(BUDGETS).status == status
    assert caller.call("PUT", BUDGETS, {"budgets": []}).status == status
    assert not TimeBudget.objects.exists()


def test_a_head_sees_the_fit_of_his_seller_and_an_outsider_does_not(
    cast: Cast, sergey: Caller, olga: Caller, stranger: Caller
) -> None:
    entry(cast)
    assert len(sergey.get(FIT, user=cast.anna.pk).body["items"]) == 1
    assert olga.get(FIT, user=cast.anna.pk).codes == ["unknown-id"]
    assert stranger.get(FIT).status == 401


def test_the_fit_costs_the_same_queries_however_long_it_is(
    cast: Cast, anna: Caller, kirov: Segment, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    TimeBudget.decide([(kirov, 60)], by=cast.sergey)
    for _number in range(5):
        entry(cast)
    anna.get(FIT)
    with django_assert_max_num_queries(17):
        assert len(anna.get(FIT).body["items"]) == 5


def test_a_deal_without_odds_says_so(cast: Cast, anna: Caller) -> None:
    rates = {"won": 310, "closed": 1000, "outstayed": [[9.0, 30, 200], [20.0, 2, 64]]}
    StageNorm.objects.create(stage=cast.stage(0), days=9.0, since=NOW, spells=60, events=40, **rates)
    task, other = entry(cast), entry(cast)
    since = NOW - timedelta(days=23)
    Deal.objects.filter(pk=task.deal_id).update(stage_since=since, opened_at=since)
    items = {item["task"]: item["stop"] for item in anna.get(FIT).body["items"]}
    assert items == {task.pk: {"won": 2, "closed": 64, "usual_percent": 31}, other.pk: None}
