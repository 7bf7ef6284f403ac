"""GET /stages/norms and GET /deals/{id}/dragging."""

from datetime import timedelta
from typing import Any

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.sales.deals.deal import Deal

NOW = timezone.now()
WON_DAYS = [3.0, 4.0, 5.0, 8.6, 25.0, 30.0]
HELPED = {"act": "meeting", "went_on": [34, 52], "stayed": [9, 61]}
HOPELESS = {"won": 310, "closed": 1000, "outstayed": [[9.0, 30, 200], [20.0, 2, 64]]}


def learned(cast: Cast, days: float | None = 9.27, segment: str = "", **facts: Any) -> StageNorm:
    shape = {"spells": 60, "events": 40, "won_days": WON_DAYS, **facts}
    return StageNorm.objects.create(stage=cast.stage(0), segment=segment, days=days, since=NOW, at=NOW, **shape)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """Anna's, in its first stage for 23 days."""
    deal = cast.deal()
    since = NOW - timedelta(days=23, hours=2)
    Deal.objects.filter(pk=deal.pk).update(stage_since=since, opened_at=since)
    return deal


def test_before_the_first_night_every_stage_has_its_preset(cast: Cast, anna: Caller) -> None:
    items = anna.get("/stages/norms", pipeline=cast.pipeline.pk).body["items"]
    assert [item["stage"] for item in items] == [cast.stage(place).pk for place in range(8)]
    assert {item["source"] for item in items} == {"preset"}
    assert items[3]["days"] == items[3]["limit_days"] == cast.stage(3).day_norm
    assert (items[3]["spells"], items[3]["events"], items[3]["at"], items[3]["segment"]) == (0, 0, None, "")


def test_what_is_learned_says_from_how_much(cast: Cast, anna: Caller) -> None:
    learned(cast, usual_talks=2)
    first, second = anna.get("/stages/norms", pipeline=cast.pipeline.pk).body["items"][:2]
    assert (first["source"], first["days"], first["limit_days"]) == ("learned", 9.27, 9)
    assert (first["spells"], first["events"], first["usual_talks"]) == (60, 40, 2)
    assert first["at"].endswith("Z")
    assert second["source"] == "preset"


def test_segments_stand_beside_their_stage(cast: Cast, anna: Caller) -> None:
    learned(cast)
    learned(cast, 4.0, "buyer")
    items = anna.get("/stages/norms").body["items"]
    assert [(item["segment"], item["days"]) for item in items[:2]] == [("", 9.27), ("buyer", 4.0)]
    assert {item["pipeline"] for item in items} == {cast.pipeline.pk, cast.shop.pk}


def test_too_few_events_leave_the_preset_with_their_number(cast: Cast, anna: Caller) -> None:
    learned(cast, None, events=29)
    first = anna.get("/stages/norms").body["items"][0]
    assert (first["source"], first["days"], first["events"]) == ("preset", cast.stage(0).day_norm, 29)


def test_a_pipeline_out_of_use_is_left_out(cast: Cast, anna: Caller) -> None:
    cast.shop.is_archived = True
    cast.shop.save()
    assert {item["pipeline"] for item in anna.get("/stages/norms").body["items"]} == {cast.pipeline.pk}


def test_the_norms_take_the_same_queries_however_many_there_are(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    learned(cast)
    learned(cast, 4.0, "buyer")
    with django_assert_max_num_queries(4):
        anna.get("/stages/norms")


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "vera", "boris", "adam"])
def test_who_sees_the_deal_sees_how_it_stands(cast: Cast, deal: Deal, who: str) -> None:
    learned(cast, helped=HELPED)
    found = Caller(getattr(cast, who)).get(f"/deals/{deal.pk}/dragging")
    assert found.status == 200
    assert found.body["is_dragging"] is True
    assert (found.body["deal"], found.body["stage"], found.body["days"]) == (deal.pk, cast.stage(0).pk, 23)
    assert (found.body["longer_than_percent"], found.body["norm"]["limit_days"]) == (80, 9)


def test_for_an_outsider_there_is_no_such_deal(cast: Cast, deal: Deal, olga: Caller) -> None:
    assert olga.get(f"/deals/{deal.pk}/dragging").status == 404


def test_a_stranger_reads_nothing(cast: Cast, deal: Deal, stranger: Caller) -> None:
    assert stranger.get(f"/deals/{deal.pk}/dragging").status == stranger.get("/stages/norms").status == 401


def test_what_helped_comes_with_counts(cast: Cast, deal: Deal, anna: Caller) -> None:
    learned(cast, helped=HELPED)
    found = anna.get(f"/deals/{deal.pk}/dragging").body
    assert found["helped"] == {
        "act": "meeting",
        "went_on": {"count": 34, "of": 52},
        "stayed": {"count": 9, "of": 61},
    }
    assert found["stop"] is None


def test_when_to_stop_comes_with_its_interval(cast: Cast, deal: Deal, anna: Caller) -> None:
    learned(cast, **HOPELESS)
    stop = anna.get(f"/deals/{deal.pk}/dragging").body["stop"]
    assert stop["as_long"] == {"count": 2, "of": 64, "share": 0.0312, "low": 0.0086, "high": 0.107}
    assert (stop["usual"]["count"], stop["usual"]["of"], stop["usual"]["share"]) == (310, 1000, 0.31)


def test_talk_of_the_last_days_is_counted(cast: Cast, deal: Deal, anna: Caller) -> None:
    learned(cast)
    for ago in (1, 15):
        deal.log_touch(by=cast.anna, channel="call", at=NOW - timedelta(days=ago))
    deal.log_touch(by=cast.anna, channel="call", outcome="no_answer")
    found = anna.get(f"/deals/{deal.pk}/dragging").body
    assert (found["talks"], found["is_dragging"], found["helped"], found["stop"]) == (1, False, None, None)


def test_a_closed_deal_does_not_drag(cast: Cast, deal: Deal, anna: Caller) -> None:
    learned(cast, **HOPELESS)
    deal.refresh_from_db()
    deal.lose(by=cast.anna, reason=cast.reason())
    found = anna.get(f"/deals/{deal.pk}/dragging").body
    assert (found["is_dragging"], found["days"], found["stop"]) == (False, 23, None)


def test_without_a_night_the_preset_decides(cast: Cast, deal: Deal, anna: Caller) -> None:
    found = anna.get(f"/deals/{deal.pk}/dragging").body
    assert (found["norm"]["source"], found["is_dragging"], found["longer_than_percent"]) == ("preset", True, None)


def test_the_standing_takes_three_queries_of_its_own(
    cast: Cast, deal: Deal, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    learned(cast)
    anna.get(f"/deals/{deal.pk}/dragging")
    with django_assert_max_num_queries(6):
        anna.get(f"/deals/{deal.pk}/dragging")
