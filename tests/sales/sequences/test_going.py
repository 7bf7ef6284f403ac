"""A sequence from enrolment to its end: planned by the policy, made by a person, each step once (CHAN-8)."""

from datetime import UTC, datetime, timedelta
from threading import Thread

import pytest
from django.db import connection
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.sequences.world import TUESDAY, WORDS, begin, open_tasks, sequence, template
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.message_templates.wording import Wording
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.going import make, pause, resume
from vedu.sales.sequences.keeping import keep_sequences
from vedu.sales.sequences.outline import StepOutline
from vedu.sales.sequences.presets.install import PRESETS, install
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.statistics import counts_of
from vedu.sales.sequences.stop import StopCause, stop_by_hand
from vedu.sales.touches.touch import Touch

THURSDAY_NINE = datetime(2026, 11, 26, 6, 0, tzinfo=UTC)  # 09:00 in Moscow


def current(enrolment: Enrolment) -> EnrolmentStep:
    taken = Enrolment.objects.get(pk=enrolment.pk).open_step
    assert taken is not None
    return taken


def fresh(enrolment: Enrolment) -> Enrolment:
    return Enrolment.objects.whole().get(pk=enrolment.pk)


def test_the_first_step_is_a_task_of_him_who_leads(cast: Cast) -> None:
    enrolment = begin(cast)
    (task,) = open_tasks(enrolment)
    assert (task.assignee, task.kind, task.title, task.due_at) == (cast.anna, "email", "By email", TUESDAY)
    assert (task.contact, task.client) == (enrolment.contact, enrolment.client)
    assert not Touch.objects.exists()  # nothing goes out by itself
    assert Event.objects.filter(kind="enrolment.begun", client_id=enrolment.client_id).count() == 1


def test_the_next_is_planned_from_the_real_moment(cast: Cast) -> None:
    enrolment = begin(cast)
    make(enrolment, current(enrolment), WORDS, by=cast.anna, at=TUESDAY + timedelta(hours=1))
    (task,) = open_tasks(enrolment)
    assert (task.kind, task.title, task.due_at) == ("call", "Ask for a talk", THURSDAY_NINE)
    assert Touch.objects.get().text == "Hi\n\nHello"
    friday = THURSDAY_NINE + timedelta(days=1, hours=4)
    task.complete(by=cast.anna, at=friday)  # on another screen, a day late
    (message,) = open_tasks(enrolment)
    assert (message.kind, message.due_at) == ("messenger", datetime(2026, 12, 2, 6, 0, tzinfo=UTC))


def test_days_are_working_days_of_the_client_by_his_clock(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    client.describe(by=cast.anna, time_zone="Asia/Vladivostok")
    enrolment = begin(cast, client, at=datetime(2026, 12, 29, 3, 0, tzinfo=UTC))
    open_tasks(enrolment)[0].complete(by=cast.anna, at=datetime(2026, 12, 29, 3, 0, tzinfo=UTC))
    (task,) = open_tasks(enrolment)  # two working days after 29 December: the holidays are between
    local = task.due_at.astimezone(UTC) + timedelta(hours=10)
    assert local.year == 2027
    assert local.day >= 9
    assert (local.hour, local.minute) == (16, 0)  # when Anna's day begins in Moscow


def test_a_letter_at_night_waits_for_the_morning(cast: Cast) -> None:
    enrolment = begin(cast, at=datetime(2026, 11, 27, 20, 0, tzinfo=UTC))  # Friday 23:00
    (task,) = open_tasks(enrolment)
    assert task.due_at == datetime(2026, 11, 30, 6, 0, tzinfo=UTC)  # Monday 09:00


def test_his_best_hours_are_kept(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    contact = cast.contact(client)
    ContactPreference.state(client, contact, by=cast.anna, hours=[15])
    enrolment = begin(cast, client)
    make(enrolment, current(enrolment), WORDS, by=cast.anna, at=TUESDAY)
    (task,) = open_tasks(enrolment)
    assert task.due_at == datetime(2026, 11, 26, 12, 0, tzinfo=UTC)  # 15:00 in Moscow


def test_nothing_is_sent_twice(cast: Cast) -> None:
    enrolment = begin(cast)
    taken = current(enrolment)
    make(enrolment, taken, WORDS, by=cast.anna, at=TUESDAY)
    with pytest.raises(Refused) as refused:
        make(fresh(enrolment), EnrolmentStep.objects.get(pk=taken.pk), WORDS, by=cast.anna, at=TUESDAY)
    assert refused.value.codes == ["step-made"]
    assert Touch.objects.count() == 1
    assert enrolment.steps.count() == 2


@pytest.mark.django_db(transaction=True)
def test_of_two_at_one_moment_one_makes_it(cast: Cast) -> None:
    enrolment = begin(cast)
    taken, outcomes = current(enrolment), list[str]()

    def press() -> None:
        try:
            make(fresh(enrolment), EnrolmentStep.objects.get(pk=taken.pk), WORDS, by=cast.anna, at=TUESDAY)
            outcomes.append("made")
        except Refused as refused:
            outcomes.append(refused.codes[0])
        finally:
            connection.close()

    threads = [Thread(target=press) for _number in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(outcomes) == ["made", "step-made", "step-made", "step-made"]
    assert Touch.objects.count() == 1


def test_a_refused_step_stays_to_be_made(cast: Cast) -> None:
    enrolment = begin(cast)
    taken = current(enrolment)
    with pytest.raises(Refused):
        make(enrolment, taken, Wording("Hello {client}", "Hi"), by=cast.anna, at=TUESDAY)
    assert current(enrolment).done_at is None
    assert len(open_tasks(enrolment)) == 1


def test_it_ends_when_nobody_has_answered(cast: Cast) -> None:
    enrolment = begin(cast)
    at = TUESDAY
    for _number in range(3):
        taken = current(enrolment)
        assert taken.task is not None
        at = max(taken.due_at, at)
        taken.task.complete(by=cast.anna, at=at)
    assert open_tasks(enrolment) == []
    assert keep_sequences(at + timedelta(days=2)) == 0
    assert fresh(enrolment).is_running
    late = at + timedelta(days=8)
    assert keep_sequences(late) == 1
    assert keep_sequences(late) == 0
    assert fresh(enrolment).state == EnrolmentState.FINISHED
    begin(cast, enrolment.client, at=late)  # and may begin another


def test_a_pause_takes_the_task_off_and_goes_on_with_the_same_step(cast: Cast) -> None:
    enrolment = begin(cast)
    pause(enrolment, by=cast.anna, at=TUESDAY)
    assert open_tasks(enrolment) == []
    with pytest.raises(Refused) as refused:
        pause(enrolment, by=cast.anna)
    assert refused.value.codes == ["already-done"]
    resume(fresh(enrolment), by=cast.anna, at=TUESDAY + timedelta(days=1))
    (task,) = open_tasks(enrolment)
    assert (task.title, task.due_at) == ("By email", TUESDAY + timedelta(days=1))
    assert enrolment.steps.count() == 1


def test_by_hand_and_only_by_whom_it_concerns(cast: Cast) -> None:
    enrolment = begin(cast)
    for user in (cast.igor, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            stop_by_hand(enrolment, by=user)
        with pytest.raises(NotAllowed):
            pause(enrolment, by=user)
        with pytest.raises(NotAllowed):
            make(enrolment, current(enrolment), WORDS, by=user, at=TUESDAY)
    record = stop_by_hand(enrolment, by=cast.sergey, note="Will come by himself", at=TUESDAY)
    assert (record.cause, record.note, record.by, record.step) == (
        StopCause.HAND,
        "Will come by himself",
        cast.sergey,
        None,
    )
    assert open_tasks(enrolment) == []
    with pytest.raises(Refused) as refused:
        stop_by_hand(enrolment, by=cast.sergey)
    assert refused.value.codes == ["enrolment-over"]
    with pytest.raises(Refused):
        resume(enrolment, by=cast.anna)


def test_a_moment_that_is_forbidden_meanwhile_moves_on(cast: Cast) -> None:
    enrolment = begin(cast)
    make(enrolment, current(enrolment), WORDS, by=cast.anna, at=TUESDAY)
    assert keep_sequences(TUESDAY + timedelta(days=1, hours=1)) == 0
    for hours in (0, 3.5):
        Touch.log(
            enrolment.client,
            by=cast.anna,
            channel="call",
            outcome="no_answer",
            at=THURSDAY_NINE - timedelta(hours=hours, minutes=5),
        )
    before = current(enrolment).due_at
    assert keep_sequences(THURSDAY_NINE - timedelta(minutes=1)) == 1
    taken = current(enrolment)
    assert taken.task is not None
    assert taken.due_at > before
    assert taken.task.due_at == taken.due_at
    assert keep_sequences(THURSDAY_NINE - timedelta(minutes=1)) == 0


def test_versions_do_not_change_whoever_has_begun(cast: Cast) -> None:
    enrolment, known = begin(cast), Sequence.objects.get(name="Three steps")
    known.change("Two steps", known.version.outline[:2], by=cast.sergey)
    assert known.version.number == 2
    assert len(fresh(enrolment).version.all_steps) == 3
    known.change("Two steps", known.version.outline, by=cast.sergey)
    assert known.versions.count() == 2


def test_what_cannot_stand_is_refused(cast: Cast) -> None:
    own = template(cast, "email")
    wrong = {
        "steps-needed": [],
        "steps-many": [StepOutline(1, "call")] * 13,
        "template-needed": [StepOutline(0, "email")],
        "unknown-word": [StepOutline(0, "pigeon")],
        "days-wrong": [StepOutline(61, "call")],
        "template-of-other-channel": [StepOutline(0, "sms", own)],
    }
    for code, steps in wrong.items():
        with pytest.raises(Invalid) as refused:
            Sequence.write("A name", steps, by=cast.sergey)
        assert refused.value.codes == [code]
    for user in (cast.anna, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            Sequence.write("A name", [StepOutline(0, "call")], by=user)


def test_the_ready_ones_come_once(cast: Cast) -> None:
    assert install() == len(PRESETS)
    assert install() == 0
    assert all(one.version.all_steps for one in Sequence.objects.exclude(preset=""))


def test_counts_of_its_steps(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    sequence(cast)
    first, second, third = (begin(cast, cast.client(f"Client {number}", owner=cast.anna)) for number in range(3))
    make(first, current(first), WORDS, by=cast.anna, at=TUESDAY)
    make(second, current(second), WORDS, by=cast.anna, at=TUESDAY)
    second.client.refresh_from_db()
    Touch.log(second.client, by=cast.anna, channel="email", direction="in", at=TUESDAY + timedelta(hours=1))
    stop_by_hand(third, by=cast.anna)
    with django_assert_max_num_queries(7):
        counts = counts_of(Sequence.objects.get(name="Three steps").version)
    assert (counts.begun, counts.running, counts.finished, counts.answered) == (3, 1, 0, 1)
    assert [(one.planned, one.made, one.answered) for one in counts.steps] == [(0, 2, 1), (1, 0, 0), (0, 0, 0)]
    assert dict(counts.stops) == {StopCause.REPLY: 1, StopCause.HAND: 1}


def test_a_step_keeps_the_deal_from_being_stepless(cast: Cast) -> None:
    deal = cast.deal()
    open_before = deal.next_step
    assert open_before is not None
    open_before.deal = deal
    enrolment = begin(cast, deal=deal)
    open_before.complete(by=cast.anna)
    deal.refresh_from_db()
    assert deal.next_step == current(enrolment).task
