from datetime import date

import pytest

from tests.cast import Cast
from vedu.foundation.refusal import Invalid
from vedu.web.batch.step_action import FIRST_HOUR
from vedu.web.deals.batch.assignment import Assignment
from vedu.web.deals.batch.losses import Losses
from vedu.web.deals.batch.moves import Moves
from vedu.web.deals.batch.tasks import Tasks


def test_what_was_said_so_far_counts_else_the_usual(cast: Cast) -> None:
    assert Assignment(user=cast.sergey, initial={"to": str(cast.igor.pk)}).said("to") == cast.igor
    assert Assignment(user=cast.sergey).said("to") is not None
    assert Assignment(user=cast.sergey).said("why") is None


def test_a_form_that_was_sent_says_what_it_holds(cast: Cast) -> None:
    action = Assignment({"to": cast.igor.pk, "why": "leave"}, user=cast.sergey)
    assert (action.said("to"), action.said("why")) == (cast.igor, "leave")


def test_the_usual_step_is_a_call_at_ten(cast: Cast) -> None:
    step = Tasks(user=cast.anna).step()
    assert step.kind == "call"
    assert step.due_at.astimezone().minute == FIRST_HOUR.minute
    assert step.due_at.date() > date.today()  # noqa: DTZ011 only that it is ahead


def test_a_step_without_a_day_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        Tasks(user=cast.anna, initial={"step_on": "someday"}).step()


def test_the_stage_after_that_of_the_first_deal_is_proposed(cast: Cast) -> None:
    action = Moves(user=cast.anna)
    action.meet([cast.at_stage(3)])
    assert action.initial["stage"] == cast.stage(4).pk
    chosen = Moves(user=cast.anna, initial={"stage": str(cast.stage(1).pk)})
    chosen.meet([cast.deal(client=cast.client("Other", owner=cast.anna))])
    assert chosen.said("stage") == cast.stage(1).pk


def test_reasons_stand_in_their_groups(cast: Cast) -> None:
    groups = [name for name, _reasons in Losses(user=cast.anna).fields["reason"].choices]  # type: ignore[attr-defined]
    assert len(groups) == len(set(groups)) > 1
