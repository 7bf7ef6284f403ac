"""GET /day-plan."""

from datetime import timedelta

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast, step


def test_the_day_runs_from_the_end_of_the_funnel_to_its_start(cast: Cast, anna: Caller) -> None:
    early, late = cast.deal(), cast.at_stage(3)
    for deal in (early, late):
        deal.plan(step(0), by=cast.anna)
    plan = anna.get("/day-plan").body
    assert [item["deal"] for item in plan["items"]] == [late.pk, early.pk]
    assert plan["items"][0]["group"] == cast.stage(3).name
    assert all(item["why"] for item in plan["items"])
    assert plan["items"][0]["value"] == {"amount": "480000.00", "currency": "RUB"}
    assert plan["on"] == str(timezone.localdate())


def test_done_entries_stay_as_progress(cast: Cast, anna: Caller) -> None:
    task = cast.deal().plan(step(0), by=cast.anna)
    task.complete(by=cast.anna, result="Agreed")
    plan = anna.get("/day-plan").body
    assert [(done["task"], done["result"]) for done in plan["done"]] == [(task.pk, "Agreed")]
    assert plan["items"] == []


def test_a_day_is_asked_for_by_its_date(cast: Cast, anna: Caller) -> None:
    cast.deal()
    tomorrow = timezone.localdate() + timedelta(days=1)
    assert len(anna.get("/day-plan", on=tomorrow).body["items"]) == 1
    assert anna.get("/day-plan", on="tomorrow").codes == ["not-a-day"]


def test_a_head_sees_the_day_of_his_seller_and_an_outsider_does_not(
    cast: Cast, sergey: Caller, igor: Caller, olga: Caller, stranger: Caller
) -> None:
    cast.deal().plan(step(0), by=cast.anna)
    assert len(sergey.get("/day-plan", user=cast.anna.pk).body["items"]) == 1
    assert igor.get("/day-plan").body["items"] == []
    assert olga.get("/day-plan", user=cast.anna.pk).codes == ["unknown-id"]
    assert stranger.get("/day-plan").status == 401


def test_the_plan_costs_the_same_queries_however_long_it_is(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for _ in range(4):
        cast.deal().plan(step(0), by=cast.anna)
    with django_assert_max_num_queries(8):
        assert len(anna.get("/day-plan").body["items"]) == 4
