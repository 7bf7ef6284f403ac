"""Bare columns as the database gives them."""

from datetime import UTC, datetime, timedelta

import pytest

from tests.cast import Cast
from tests.insight.stage_norms.past import NOW, stay, touched
from vedu.insight.stage_norms.columns import (
    ACTS,
    STATES,
    Milliseconds,
    acts_since,
    deals_since,
    stages_now,
    turns_since,
)
from vedu.insight.stage_norms.learning import WINDOW
from vedu.sales.deals.deal import Deal

SINCE = NOW - WINDOW


@pytest.mark.every_case
@pytest.mark.parametrize(
    "moment",
    [
        datetime(2026, 11, 24, 9, 0, 0, 123_456, UTC),
        datetime(2026, 2, 28, 23, 59, 59, 999_000, UTC),
        datetime(2000, 1, 1, tzinfo=UTC),
        datetime(1970, 1, 1, tzinfo=UTC),
    ],
    ids=str,
)
def test_a_moment_is_the_same_number_in_both_databases(cast: Cast, moment: datetime) -> None:
    Deal.objects.filter(pk=cast.deal().pk).update(opened_at=moment)
    assert Deal.objects.values_list(Milliseconds("opened_at"), flat=True).get() == round(moment.timestamp() * 1000)


def test_deals_come_in_the_order_of_their_ids_with_states_as_numbers(cast: Cast) -> None:
    made = [stay(cast, 5, "lost"), stay(cast, 5, "stands"), stay(cast, 5)]
    deals = deals_since(SINCE)
    assert deals.pk.tolist() == [deal.pk for deal in made]
    assert [STATES[state] for state in deals.state] == ["lost", "open", "won"]
    assert [at > 0 for at in deals.closed_at] == [True, False, True]


def test_what_belongs_to_other_deals_is_left_out(cast: Cast) -> None:
    """To those before the window, and to one opened while the columns were read."""
    old, known = stay(cast, 5, ago=WINDOW.days - 2), stay(cast, 5)
    deals = deals_since(SINCE)
    late = stay(cast, 5)
    for deal in (old, known, late):
        touched(deal, NOW - timedelta(days=1))
    assert set(turns_since(SINCE, deals).deal.tolist()) == {0}
    assert acts_since(SINCE, deals).deal.tolist() == [0]


def test_acts_are_touches_and_what_was_recorded_but_not_the_money(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call", outcome="no_answer")
    deal.log_touch(by=cast.anna, channel="meeting")
    for kind in ("documents_issued", "paid"):
        deal.record_evidence(kind, by=cast.anna)
    acts = acts_since(SINCE, deals_since(SINCE))
    found = {ACTS[kind]: two_way for kind, two_way in zip(acts.kind.tolist(), acts.two_way.tolist(), strict=True)}
    assert found == {"call": False, "meeting": True, "documents_issued": False}


def test_a_stage_asks_for_all_that_the_ones_before_it_ask(cast: Cast) -> None:
    stages = stages_now()
    asked = [{ACTS[kind] for kind in stages.asked[cast.stage(place).pk]} for place in range(8)]
    assert asked[3] == set()
    assert asked[4] == asked[5] == {"presentation_made"}
    assert asked[6] == asked[7] == {"presentation_made", "documents_issued"}


def test_each_pipeline_begins_with_its_own_first_stage(cast: Cast) -> None:
    stages = stages_now()
    first = [pk for pk in stages.pk if stages.first[pk]]
    assert first == [cast.stage(0).pk, cast.shop.first_stage.pk]
    assert [stages.place[cast.stage(place).pk] for place in range(8)] == list(range(8))
