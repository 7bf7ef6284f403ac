"""STAGE-5: won, lost, postponed and reopened are records; interest is never lost after a refusal."""

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.owner_state import OwnerState
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed, Refused
from vedu.insight.day_plan.plan import day_plan
from vedu.sales.deals.closing import Closing, ClosingResult
from vedu.sales.touches.channel import TaskKind


def test_a_lost_deal_keeps_its_reason_stage_and_words(cast: Cast) -> None:
    deal = cast.at_stage(3)
    closing = deal.lose(
        by=cast.anna, reason=cast.reason(), objection="Expensive", competitor="Carton-Volga", note="Asked thrice"
    )
    assert (closing.reason, closing.stage, closing.by) == (cast.reason(), cast.stage(3), cast.anna)
    assert (closing.objection, closing.competitor, closing.note) == ("Expensive", "Carton-Volga", "Asked thrice")
    assert Event.objects.filter(kind="deal.lost", deal_id=deal.pk).exists()


def test_the_reason_gives_the_return_date(cast: Cast) -> None:
    closing = cast.deal().lose(by=cast.anna, reason=cast.reason("expensive"))
    assert closing.return_on == timezone.localdate() + timedelta(days=14)


def test_a_reason_without_return_says_so(cast: Cast) -> None:
    closing = cast.deal().lose(by=cast.anna, reason=cast.reason("no_need"))
    assert closing.do_not_return
    assert closing.return_on is None


def test_the_return_becomes_a_task_on_its_day(cast: Cast) -> None:
    deal = cast.deal()
    day = timezone.localdate() + timedelta(days=30)
    deal.lose(by=cast.anna, reason=cast.reason(), return_on=day)
    task = deal.tasks.open().get()
    assert (task.kind, task.assignee, timezone.localdate(task.due_at)) == (TaskKind.RETURN, cast.anna, day)
    assert not day_plan(cast.anna, day - timedelta(days=1)).entries
    assert [entry.task.pk for entry in day_plan(cast.anna, day).entries] == [task.pk]


def test_do_not_return_plans_nothing(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason(), do_not_return=True)
    assert not deal.tasks.open().exists()


def test_a_loss_needs_a_reason(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        cast.deal().lose(by=cast.anna, reason=None)  # type: ignore[arg-type]
    assert refusal.value.reasons[0].facts["field"] == "reason"


def test_a_return_in_the_past_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        cast.deal().lose(by=cast.anna, reason=cast.reason(), return_on=timezone.localdate())


def test_a_return_and_no_return_at_once_are_refused(cast: Cast) -> None:
    ahead = timezone.localdate() + timedelta(days=5)
    with pytest.raises(Invalid):
        cast.deal().lose(by=cast.anna, reason=cast.reason(), return_on=ahead, do_not_return=True)


def test_the_database_itself_wants_reason_and_return(cast: Cast) -> None:
    deal = cast.deal()
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.create(deal=deal, stage=deal.stage, result=ClosingResult.LOST, reason=cast.reason())
    with pytest.raises(IntegrityError), transaction.atomic():
        Closing.objects.create(deal=deal, stage=deal.stage, result=ClosingResult.LOST, do_not_return=True)


def test_closing_ends_the_open_tasks_and_holds_the_client(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason(), do_not_return=True)
    assert deal.next_step is None
    assert deal.client.state == OwnerState.HELD


def test_winning_asks_for_the_evidence_of_every_gate(cast: Cast) -> None:
    with pytest.raises(Missing) as refusal:
        cast.at_stage(6).win(by=cast.anna)
    assert refusal.value.codes == ["documents_issued", "paid"]


def test_a_paid_deal_is_won(cast: Cast) -> None:
    deal = cast.at_stage(7)
    closing = deal.win(by=cast.anna)
    assert (deal.state, closing.result, deal.closed_at) == ("won", "won", closing.at)


def test_a_head_may_win_a_deal_with_a_reason(cast: Cast) -> None:
    closing = cast.deal().win(by=cast.sergey, override_reason="Paid in cash on the spot")
    assert closing.override_reason == "Paid in cash on the spot"


def test_postponing_needs_a_day_ahead(cast: Cast) -> None:
    with pytest.raises(Invalid):
        cast.deal().postpone(by=cast.anna, until=timezone.localdate())


def test_a_postponed_deal_waits_for_its_day(cast: Cast) -> None:
    deal = cast.deal()
    day = timezone.localdate() + timedelta(days=40)
    deal.postpone(by=cast.anna, until=day, note="After the season")
    assert deal.state == "postponed"
    assert timezone.localdate(deal.tasks.open().get().due_at) == day


def test_reopening_keeps_the_closing_and_ends_the_return(cast: Cast) -> None:
    deal = cast.at_stage(3)
    closing = deal.lose(by=cast.anna, reason=cast.reason())
    deal.reopen(by=cast.anna, why="They called back")
    closing.refresh_from_db()
    assert deal.is_open
    assert deal.stage == cast.stage(3)
    assert (closing.reopening.by, closing.reopening.why) == (cast.anna, "They called back")
    assert not deal.tasks.open().exists()
    assert deal.client.state == OwnerState.NEGLECTED


def test_a_deal_is_not_reopened_over_a_new_owner(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason())
    deal.client.release(by=cast.anna)
    cast.deal(owner=cast.igor, client=deal.client)
    with pytest.raises(Refused) as refusal:
        deal.reopen(by=cast.anna)
    assert refusal.value.codes == ["client-led"]


@pytest.mark.parametrize("who", ["igor", "olga", "boris"])
def test_others_do_not_close_the_deal(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        cast.deal().lose(by=getattr(cast, who), reason=cast.reason())


def test_an_open_deal_is_not_reopened(cast: Cast) -> None:
    with pytest.raises(Refused):
        cast.deal().reopen(by=cast.anna)
