"""The way of a deal through its stages."""

from datetime import datetime, timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.sales.deals.deal import Deal
from vedu.web.deal.path import Path, moves_of, path_of, stages_of
from vedu.web.shell.clock import Clock


def way(deal: Deal, touched: tuple[datetime, ...] = ()) -> Path:
    deal = Deal.objects.select_related("stage").get(pk=deal.pk)
    return path_of(deal, stages_of(deal), moves_of(deal), touched, Clock.here())


def travelled(cast: Cast) -> tuple[Deal, datetime]:
    """Three days in preparation, two at the decision maker, four at the contact so far."""
    now = timezone.now()
    deal = cast.deal()
    deal.moves.update(at=now - timedelta(days=9))
    Deal.objects.filter(pk=deal.pk).update(opened_at=now - timedelta(days=9), stage_since=now - timedelta(days=9))
    deal.refresh_from_db()
    deal.move_to(cast.stage(1), by=cast.anna, at=now - timedelta(days=6))
    cast.ready_for(deal, 2)
    deal.move_to(cast.stage(2), by=cast.anna, at=now - timedelta(days=4))
    return deal, now


def test_stages_come_with_their_gates_in_order(cast: Cast) -> None:
    stages = stages_of(cast.deal())
    assert [stage.position for stage in stages] == list(range(8))
    assert stages[6].gates == ["documents_issued", "paid"]
    assert stages[0].gates == []


def test_days_behind_the_norm_now_and_ahead(cast: Cast) -> None:
    deal, _now = travelled(cast)
    steps = way(deal).steps
    assert [step.small for step in steps[:4]] == [
        "3 days".replace(" ", "\u00a0"),
        "2\u00a0days",
        "4 of 4\u00a0days",
        "norm 7",
    ]
    assert [step.state for step in steps[:4]] == ["done", "done", "now over", ""]


def test_touches_are_counted_in_the_stage_of_their_moment(cast: Cast) -> None:
    deal, now = travelled(cast)
    touched = tuple(now - timedelta(days=days) for days in (8, 5.5, 5, 1))
    steps = way(deal, touched).steps
    assert steps[0].small == "3\u00a0days, 1 touch"
    assert steps[1].small == "2\u00a0days, 2 touches"


def test_a_touch_before_the_first_move_counts_for_the_first_stage(cast: Cast) -> None:
    deal, now = travelled(cast)
    assert "1 touch" in way(deal, (now - timedelta(days=30),)).steps[0].small


def test_a_stage_the_deal_never_stood_in_says_nothing(cast: Cast) -> None:
    deal = cast.at_stage(3)
    assert [step.small for step in way(deal).steps[:3]] == ["less than a day", "", ""]


def test_the_neighbours_have_keys_and_the_ends_have_one_neighbour(cast: Cast) -> None:
    first = way(cast.deal())
    assert first.back is None
    assert first.ahead is not None
    assert (first.ahead.name, first.ahead.key) == ("Decision maker", ">")
    last = way(cast.at_stage(7, client=cast.client("Another", owner=cast.anna)))
    assert last.ahead is None
    assert last.back is not None
    assert last.back.key == "<"


def test_a_deal_over_its_norm_is_marked(cast: Cast) -> None:
    deal = cast.deal()
    long_ago = timezone.now() - timedelta(days=11)
    Deal.objects.filter(pk=deal.pk).update(stage_since=long_ago, stage_due_at=long_ago + timedelta(days=2))
    step = way(deal).steps[0]
    assert step.state == "now over"
    assert step.small == "11\u00a0days, norm 2"


def test_the_days_of_a_closed_deal_do_not_run_on(cast: Cast) -> None:
    deal, now = travelled(cast)
    deal.lose(by=cast.anna, reason=cast.reason(), at=now - timedelta(days=2))
    step = way(deal).steps[2]
    assert (step.small, step.state) == ("2 of 4\u00a0days", "now")


def test_the_whole_in_one_line_for_a_narrow_screen(cast: Cast) -> None:
    assert way(cast.deal()).now == "Preparation, 0 of 2\u00a0days, stage 1 of 8"


def test_days_of_two_visits_to_a_stage_add_up(cast: Cast) -> None:
    deal, now = travelled(cast)
    deal.move_to(cast.stage(1), by=cast.anna, at=now - timedelta(days=2))
    deal.move_to(cast.stage(2), by=cast.anna, at=now - timedelta(days=1))
    assert way(deal).steps[1].small == "3\u00a0days"
