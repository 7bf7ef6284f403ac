"""A wrong key is taken back with all that it wrote, as long as nothing has followed (CHAN-5)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from tests.sales.calling.queues import callable_client, minutes, queue, taken
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.foundation.search.entry import SearchNote
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.lease import take_next
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.recording import Said, record
from vedu.sales.calling.statistics import of_lists
from vedu.sales.calling.taking_back import take_back
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

KEPT = ("attempts", "turn", "not_before", "why_later", "promised_by_id", "last_outcome", "last_at", "left")


def called(calls: CallingList, by: User, said: Said) -> CallAttempt:
    return record(taken(calls, by), said, by=by)


def facts(calls: CallingList) -> list[tuple[object, ...]]:
    """All that an outcome changes of a queue and its clients."""
    of_client = ("client__last_touch_at", "client__last_two_way_at", "client__contact_due_at", "client__base_kind")
    return list(calls.queue.order_by("pk").values_list(*KEPT, *of_client))


@pytest.mark.parametrize(
    "said",
    [
        Said("no_answer", note="Long beeps"),
        Said("dropped"),
        Said("gatekeeper", gatekeeper="Timur", decision_maker="Larisa", route="after lunch"),
        Said("decision_maker", has_permission=True, decision_maker="Larisa", next_step=step(2, "meeting")),
        Said("call_back", call_back_at=timezone.now() + timedelta(hours=1)),
        Said("refused", note="Not this year"),
        Said("wrong_number", number="+79120000001"),
    ],
    ids=lambda said: said.outcome,
)
def test_everything_is_as_it_was(cast: Cast, said: Said) -> None:
    calls = queue(cast, 2)
    before = facts(calls)
    attempt = called(calls, cast.anna, said)
    assert facts(calls) != before
    queued = take_back(attempt, by=cast.anna)
    assert facts(calls) == before
    assert (queued.client.name, queued.in_hands_of) == ("Bakery 1", cast.anna)
    assert queued.is_leased(timezone.now())
    for rows in (CallAttempt, Touch, Task, SearchNote):
        assert not rows.objects.exists(), rows
    calls.refresh_from_db()
    assert (calls.left, of_lists([calls.pk])[calls.pk].attempts) == (0, 0)
    assert Event.objects.latest("pk").kind == "call.taken_back"


def test_the_right_outcome_is_written_then(cast: Cast) -> None:
    calls = queue(cast, 2)
    take_back(called(calls, cast.anna, Said("refused")), by=cast.anna)
    again = called(calls, cast.anna, Said("no_answer"))
    assert (again.client.name, Touch.objects.get().outcome) == ("Bakery 1", "no_answer")
    assert take_back(again, by=cast.anna).attempts == 0


def test_the_second_attempt_alone_is_taken_back(cast: Cast) -> None:
    calls = queue(cast, 1)
    called(calls, cast.anna, Said("dropped"))
    later = timezone.now() + timedelta(hours=4)
    QueuedClient.objects.update(not_before=timezone.now() - minutes(1))
    Touch.objects.update(at=timezone.now() - timedelta(days=2))
    second = called(calls, cast.anna, Said("refused"))
    assert take_back(second, by=cast.anna, at=second.at + minutes(1)).attempts == 1
    queued = QueuedClient.objects.get()
    assert (queued.last_outcome, queued.left, queued.not_before < later) == ("dropped", "", True)
    assert CallAttempt.objects.get().outcome == "dropped"


def test_whom_the_caller_has_goes_back_to_the_queue(cast: Cast) -> None:
    calls = queue(cast, 2)
    attempt = called(calls, cast.anna, Said("no_answer"))
    second = taken(calls, cast.anna)
    take_back(attempt, by=cast.anna)
    second.refresh_from_db()
    assert (second.in_hands_of, QueuedClient.objects.get(in_hands_of=cast.anna).position) == (None, 1)


def test_calls_that_were_planned_stand_again(cast: Cast) -> None:
    client = callable_client(cast, owner=cast.anna)
    deal = cast.deal(client=client)
    task = Task.plan(client, step(0, "call", "Ask about the shop"), by=cast.anna, deal=deal)
    due_at, calls = task.due_at.replace(microsecond=0), queue(cast, [client])
    Task.objects.filter(pk=task.pk).update(due_at=due_at)
    take_back(called(calls, cast.anna, Said("refused")), by=cast.anna)
    task.refresh_from_db()
    assert (task.is_done, task.due_at, task.result) == (False, due_at, "")
    deal.refresh_from_db()
    assert (deal.next_step, deal.last_touch_at, deal.last_two_way_at) == (task, None, None)
    take_back(called(calls, cast.anna, Said("no_answer")), by=cast.anna)
    task.refresh_from_db()
    assert (task.due_at, task.is_done) == (due_at, False)


@pytest.mark.parametrize("has_time", [True, False])
def test_a_call_put_off_has_its_hour_or_none_as_before(cast: Cast, has_time: bool) -> None:
    """Whichever clock its day began by."""
    client = callable_client(cast, owner=cast.anna)
    task = Task.plan(client, step(0, "call"), by=cast.anna)
    due_at = datetime(2026, 11, 23, 14, tzinfo=UTC)  # midnight in Khabarovsk
    Task.objects.filter(pk=task.pk).update(due_at=due_at, has_time=has_time)
    take_back(called(queue(cast, [client]), cast.anna, Said("no_answer")), by=cast.anna)
    task.refresh_from_db()
    assert (task.due_at, task.has_time) == (due_at, has_time)


def test_the_step_it_planned_leaves_the_deal(cast: Cast) -> None:
    client = callable_client(cast, owner=cast.anna)
    deal = cast.deal(client=client)
    for task in Task.objects.all():
        task.complete(by=cast.anna)
    said = Said("decision_maker", next_step=step(2, "meeting"))
    take_back(called(queue(cast, [client]), cast.anna, said), by=cast.anna)
    deal.refresh_from_db()
    assert (deal.next_step, deal.next_step_at, Task.objects.open().exists()) == (None, None, False)
    assert Client.objects.get(pk=client.pk).stepless_deals == 1


def test_people_whom_it_named_stay(cast: Cast) -> None:
    take_back(called(queue(cast, 1), cast.anna, Said("gatekeeper", gatekeeper="Timur")), by=cast.anna)
    assert Contact.objects.get().name == "Timur"


def code_of(attempt: CallAttempt, by: User, **at: object) -> str:
    with pytest.raises(Refused) as refused:
        take_back(attempt, by=by, **at)  # type: ignore[arg-type]
    return refused.value.codes[0]


def test_only_who_wrote_it(cast: Cast) -> None:
    attempt = called(queue(cast, 1, team=True), cast.anna, Said("refused"))
    for person in (cast.igor, cast.sergey, cast.olga):
        with pytest.raises(NotAllowed) as refused:
            take_back(attempt, by=person)
        assert refused.value.codes == ["not-your-call"]
    assert Touch.objects.count() == 1


def test_not_after_ten_minutes(cast: Cast) -> None:
    attempt = called(queue(cast, 1), cast.anna, Said("refused"))
    assert code_of(attempt, cast.anna, at=attempt.at + minutes(11)) == "undo-too-late"


def test_not_when_something_has_followed(cast: Cast) -> None:
    attempt = called(queue(cast, 1), cast.anna, Said("no_answer"))
    Touch.log(attempt.client, by=cast.igor, channel="email", outcome="sent")
    assert code_of(attempt, cast.anna) == "undo-followed"
    assert (Touch.objects.count(), CallAttempt.objects.count()) == (2, 1)


def test_not_twice_and_not_an_older_one(cast: Cast) -> None:
    calls = queue(cast, 1)
    first = called(calls, cast.anna, Said("wrong_number"))
    QueuedClient.objects.update(left="", not_before=first.at)
    Touch.objects.update(at=timezone.now() - timedelta(days=2))
    called(calls, cast.anna, Said("dropped"))
    assert code_of(first, cast.anna) == "undo-followed"


def test_not_when_facts_of_a_deal_came_of_it(cast: Cast) -> None:
    script = Script((Step("Opening", "contact", questions=(Question("size", "Which boxes?", fills="need"),)),))
    version = Playbook.found("Cold", script, by=cast.sergey).latest
    client = callable_client(cast, owner=cast.anna)
    cast.deal(client=client)
    said = Said("decision_maker", version=version, answers={"size": "Big ones"})
    assert code_of(called(queue(cast, [client]), cast.anna, said), cast.anna) == "undo-followed"


def test_not_when_a_colleague_has_him_in_hands(cast: Cast) -> None:
    client = callable_client(cast)
    calls, other = queue(cast, [client], team=True), queue(cast, [client], team=True)
    attempt = called(calls, cast.anna, Said("no_answer"))
    Touch.objects.update(at=timezone.now() - timedelta(days=2))
    assert take_next(other, by=cast.igor) is not None
    assert code_of(attempt, cast.anna) == "in-other-hands"
    assert (Touch.objects.count(), QueuedClient.objects.get(in_hands_of=cast.igor).calling_list) == (1, other)


def test_not_from_a_list_that_is_closed(cast: Cast) -> None:
    calls = queue(cast, 1)
    attempt = called(calls, cast.anna, Said("no_answer"))
    calls.close(by=cast.anna)
    assert code_of(attempt, cast.anna) == "list-closed"
