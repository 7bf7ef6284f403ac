"""What a night learns of each stage."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.insight.stage_norms.past import NOW, learned, left_at, stay, stays, touched
from vedu.insight.stage_norms.learning import WINDOW, learn
from vedu.insight.stage_norms.stage_norm import StageNorm

TEN_TO_FIFTY = [float(days) for days in range(10, 60)]


def rows() -> list[tuple[object, ...]]:
    return [*StageNorm.objects.values_list("stage", "segment", "days", "spells", "events", "won_days", "helped")]


def test_a_stage_has_its_norm_from_those_who_went_on(cast: Cast) -> None:
    stays(cast, *TEN_TO_FIFTY)
    norm = learned(cast)
    assert (norm.days, norm.spells, norm.events) == (49.0, 50, 50)
    assert (norm.since, norm.at) == (NOW - WINDOW, NOW)


def test_who_left_otherwise_and_who_still_stands_count_as_long_as_they_were_there(cast: Cast) -> None:
    stays(cast, *TEN_TO_FIFTY)
    stays(cast, *[1.0] * 20, end="lost")
    assert learned(cast).days == 49.0, "they were gone before anybody went on"
    stays(cast, *[100.0] * 5, end="stands")
    norm = learned(cast)
    assert norm.days == 53.0
    assert (norm.spells, norm.events) == (75, 50)


def test_of_fewer_than_thirty_only_the_counts_are_kept(cast: Cast) -> None:
    stays(cast, *TEN_TO_FIFTY[:29])
    norm = learned(cast)
    assert (norm.days, norm.spells, norm.events, norm.outstayed, norm.helped) == (None, 29, 29, [], {})
    stay(cast, 30)
    assert learned(cast).days is not None


def test_a_segment_has_a_row_where_it_has_a_norm_of_its_own(cast: Cast) -> None:
    stays(cast, *TEN_TO_FIFTY)
    assert not StageNorm.objects.exclude(segment="").exists()
    buyer = cast.client("A loyal one")
    stay(cast, 1, ago=LONG_BEFORE, client=buyer)
    stays(cast, *[5.0] * 40, client=buyer)
    assert learned(cast, "buyer").days == 5.0
    assert learned(cast, "new").days == 49.0
    assert learned(cast).events == 91


LONG_BEFORE = 500


def test_a_segment_that_has_no_norm_any_more_loses_its_row(cast: Cast) -> None:
    deals = stays(cast, *TEN_TO_FIFTY)
    assert learned(cast, "new").days is not None
    for deal in deals:
        deal.delete()
    learn(NOW + timedelta(days=1))
    assert not StageNorm.objects.filter(segment="new").exists()
    assert StageNorm.objects.get(stage=cast.stage(0)).days is None


def test_every_stage_has_a_row_from_the_first_night(cast: Cast) -> None:
    learn(NOW)
    assert StageNorm.objects.count() == cast.pipeline.stages.count() + cast.shop.stages.count()
    assert set(StageNorm.objects.values_list("days", flat=True)) == {None}


def test_twice_is_once(cast: Cast) -> None:
    stays(cast, *TEN_TO_FIFTY)
    learn(NOW)
    before = rows()
    learn(NOW)
    assert rows() == before


def test_the_quantiles_of_won_deals(cast: Cast) -> None:
    stays(cast, *(float(days) for days in range(1, 101)))
    stays(cast, *[500.0] * 20, end="lost")
    assert learned(cast).won_days == [50.0, 60.0, 70.0, 80.0, 90.0, 95.0]


def test_too_few_won_deals_have_no_quantiles(cast: Cast) -> None:
    for deal in stays(cast, *TEN_TO_FIFTY)[:21]:
        deal.state = "lost"
        deal.save()
    norm = learned(cast)
    assert (norm.days is not None, norm.won_days) == (True, [])


@pytest.mark.parametrize(("talks", "usual"), [(0, 0), (1, 1), (3, 3)])
def test_how_often_the_client_usually_answers(cast: Cast, talks: int, usual: int) -> None:
    deals = stays(cast, *[10.0] * 40)
    for deal in deals[:30]:
        for number in range(talks):
            touched(deal, left_at(deal) - timedelta(days=number + 1))
    assert learned(cast).usual_talks == usual


def test_the_number_of_questions_does_not_grow(cast: Cast) -> None:
    counts = []
    for _round in range(2):
        stays(cast, *TEN_TO_FIFTY)
        with CaptureQueriesContext(connection) as queries:
            learn(NOW)
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 14
