"""A sequence stops by itself: on an answer, a refusal, a move, another owner, an opt-out (CHAN-8)."""

from datetime import timedelta

import pytest
from django.utils import translation

from tests.cast import Cast
from tests.sales.sequences.world import TUESDAY, WORDS, begin, open_tasks
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.merging.merge import Merge
from vedu.foundation.events import Event
from vedu.sales.deals.deal import Deal
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState
from vedu.sales.sequences.going import make
from vedu.sales.sequences.stop import SequenceStop, StopCause
from vedu.sales.touches.touch import Touch

LATER = TUESDAY + timedelta(hours=5)


def cause_of(enrolment: Enrolment) -> str:
    """Empty while it runs. A stopped one has left nothing on the day."""
    record = SequenceStop.objects.filter(enrolment=enrolment).first()
    state = Enrolment.objects.get(pk=enrolment.pk).state
    assert (record is not None) == (state == EnrolmentState.STOPPED)
    assert (record is None) == bool(open_tasks(enrolment))
    return record.cause if record else ""


@pytest.fixture
def of_deal(cast: Cast) -> Enrolment:
    return begin(cast, deal=cast.deal())


def deal_of(enrolment: Enrolment) -> Deal:
    return Deal.objects.select_related("client__owner", "owner").get(pk=enrolment.deal_id)


@pytest.mark.parametrize(
    ("facts", "cause"),
    [
        ({"channel": "email", "direction": "in", "outcome": "replied"}, StopCause.REPLY),
        ({"channel": "call", "outcome": "talked"}, StopCause.REPLY),
        ({"channel": "call", "outcome": "refused"}, StopCause.REFUSAL),
        ({"channel": "call", "outcome": "no_answer"}, ""),
        ({"channel": "email", "outcome": "sent"}, ""),
    ],
)
def test_an_answer_stops_it(cast: Cast, facts: dict[str, str], cause: str) -> None:
    enrolment = begin(cast)
    Touch.log(enrolment.client, by=cast.anna, at=LATER, **facts)
    assert cause_of(enrolment) == cause


def test_an_answer_of_before_stops_nothing(cast: Cast) -> None:
    enrolment = begin(cast)
    Touch.log(enrolment.client, by=cast.anna, channel="call", at=TUESDAY - timedelta(days=2))
    assert cause_of(enrolment) == ""


def test_another_person_of_the_client_stops_nothing(cast: Cast) -> None:
    enrolment = begin(cast)
    other = cast.contact(enrolment.client, "Ivan")
    Touch.log(enrolment.client, by=cast.anna, channel="call", contact=other, at=LATER)
    assert cause_of(enrolment) == ""
    Touch.log(enrolment.client, by=cast.anna, channel="call", contact=enrolment.contact, at=LATER)
    assert cause_of(enrolment) == StopCause.REPLY


def test_the_own_call_that_was_answered_stops_it_at_its_step(cast: Cast) -> None:
    enrolment = begin(cast)
    taken = enrolment.open_step
    assert taken is not None
    make(enrolment, taken, WORDS, by=cast.anna, outcome="replied", at=TUESDAY)
    assert cause_of(enrolment) == StopCause.REPLY
    record = SequenceStop.objects.get()
    assert record.step == taken.step
    assert enrolment.steps.get().touch == Touch.objects.get()


def test_a_lost_deal_is_a_refusal_and_a_won_one_is_closed(cast: Cast, of_deal: Enrolment) -> None:
    alone = begin(cast, cast.client("Mill", owner=cast.anna))
    deal_of(of_deal).lose(by=cast.anna, reason=cast.reason())
    assert cause_of(of_deal) == StopCause.REFUSAL
    assert of_deal.steps.get().done_at is None  # what became needless was not made
    won = begin(cast, deal=cast.deal(client=cast.client("Shop", owner=cast.anna)))
    deal_of(won).win(by=cast.vera, override_reason="Paid in cash")
    assert cause_of(won) == StopCause.CLOSED
    assert cause_of(alone) == ""


def test_a_lost_deal_stops_what_speaks_of_no_deal(cast: Cast) -> None:
    deal = cast.deal()
    enrolment = begin(cast, deal.client)
    deal.lose(by=cast.anna, reason=cast.reason())
    assert cause_of(enrolment) == StopCause.REFUSAL


def test_a_move_of_this_deal_alone(cast: Cast, of_deal: Enrolment) -> None:
    other = cast.deal(client=cast.client("Mill", owner=cast.anna))
    other.move_to(cast.stage(1), by=cast.anna)
    assert cause_of(of_deal) == ""
    deal_of(of_deal).move_to(cast.stage(1), by=cast.anna)
    assert cause_of(of_deal) == StopCause.MOVED


def test_another_owner_stops_it_and_inherits_no_task(cast: Cast, of_deal: Enrolment) -> None:
    of_deal.client.assign(cast.igor, by=cast.sergey, why="Illness")
    assert cause_of(of_deal) == StopCause.OWNER


def test_a_released_client_stops_it(cast: Cast) -> None:
    enrolment = begin(cast)
    enrolment.client.release(by=cast.anna)
    assert cause_of(enrolment) == StopCause.OWNER


def test_an_opt_out_of_the_person_stops_his_alone(cast: Cast) -> None:
    enrolment = begin(cast)
    other = cast.contact(enrolment.client, "Ivan")
    object_to(Subject.of(other), by=cast.anna, channels=["call"])
    assert cause_of(enrolment) == ""
    object_to(Subject.of(enrolment.contact), by=cast.anna, channels=["call"])
    assert cause_of(enrolment) == StopCause.OPT_OUT


def test_two_entries_of_one_client_go_on_by_the_older(cast: Cast) -> None:
    older = begin(cast, cast.client("Bakery", owner=cast.anna))
    younger = begin(cast, cast.client("The Bakery", owner=cast.anna))
    merge = Merge.carry_out(older.client, younger.client, by=cast.anna)
    assert cause_of(older) == ""
    assert cause_of(younger) == StopCause.MERGED
    merge.undo(by=cast.anna)
    assert Enrolment.objects.get(pk=older.pk).running_for == f"contact:{older.contact_id}"


def test_a_stop_is_told_once(cast: Cast) -> None:
    enrolment = begin(cast)
    for _number in range(2):
        Touch.log(enrolment.client, by=cast.anna, channel="call", at=LATER)
    told = Event.objects.filter(kind="enrolment.stopped", client_id=enrolment.client_id)
    assert [event.data["cause"] for event in told] == ["reply"]


def test_the_result_of_the_task_says_why(cast: Cast) -> None:
    enrolment = begin(cast)
    task = open_tasks(enrolment)[0]
    with translation.override("en"):
        Touch.log(enrolment.client, by=cast.anna, channel="call", at=LATER)
    task.refresh_from_db()
    assert task.result == "Sequence “Three steps” stopped: the client answered."
