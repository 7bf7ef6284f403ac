"""How a call ended: one verb, and all that follows from it."""

from collections.abc import Iterator
from datetime import timedelta

import pytest
from django.utils import timezone, translation

from tests.cast import Cast, step
from tests.sales.calling.queues import callable_client, noon_zone, queue, taken
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.foundation.values.phone import phone_text
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.lease import give_back, lease_time, take_next
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.recording import Said, record
from vedu.sales.calling.statistics import added_up, by_hour, of_caller_on, of_callers, of_lists
from vedu.sales.contact_policy.asking import ask
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

DAY = timedelta(days=1)


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


def called(cast: Cast, outcome: str, *, calls: CallingList | None = None, **said: object) -> CallAttempt:
    """Anna calls the next client of her list."""
    calls, at = calls or queue(cast, 1), said.pop("at", None)
    return record(taken(calls, cast.anna, at), Said(outcome, **said), by=cast.anna, at=at)  # type: ignore[arg-type]


def row(attempt: CallAttempt) -> QueuedClient:
    return QueuedClient.objects.get(client=attempt.client_id, calling_list=attempt.calling_list)


def test_no_answer_is_a_touch_and_another_attempt(cast: Cast) -> None:
    attempt = called(cast, "no_answer", note="Long beeps")
    touch, kept = Touch.objects.get(), row(attempt)
    assert (touch.channel, touch.outcome, touch.two_way, touch.text) == ("call", "no_answer", False, "Long beeps")
    assert attempt.touch == touch
    assert (kept.attempts, kept.left, kept.in_hands_of, kept.turn) == (1, "", None, 1)
    assert kept.not_before > timezone.now()


def test_attempts_come_to_an_end(cast: Cast) -> None:
    calls = queue(cast, 1, most_attempts=1)
    attempt = called(cast, "dropped", calls=calls)
    calls.refresh_from_db()
    assert (row(attempt).left, calls.left, calls.waiting) == ("exhausted", 1, 0)


def test_the_gatekeeper_and_whom_he_named_become_people(cast: Cast) -> None:
    said = {"gatekeeper": "Timur Galeev", "decision_maker": "Larisa  Pavlova", "job_title": "purchasing"}
    attempt = called(cast, "gatekeeper", route="ask for purchasing after lunch", **said)
    people = {one.name: one.job_title for one in Contact.objects.all()}
    assert people == {"Timur Galeev": "", "Larisa Pavlova": "purchasing"}
    assert (attempt.contact.name, attempt.route) == ("Timur Galeev", "ask for purchasing after lunch")
    assert attempt.touch.text.splitlines() == [
        "Way to the decision maker: ask for purchasing after lunch",
        "Decides: Larisa Pavlova",
    ]
    assert (attempt.touch.two_way, row(attempt).left) == (False, "")


def test_with_a_deal_they_have_their_roles_in_it(cast: Cast) -> None:
    client = callable_client(cast, owner=cast.anna)
    deal = cast.deal(client=client)
    known = cast.contact(client, "Larisa Pavlova")
    attempt = called(
        cast, "gatekeeper", calls=queue(cast, [client]), gatekeeper="Timur", decision_maker="larisa pavlova"
    )
    roles = dict(CommitteeMember.objects.filter(deal=deal).values_list("contact__name", "role"))
    assert roles == {"Timur": "gatekeeper", "Larisa Pavlova": "decision_maker"}
    assert (attempt.touch.deal, known.pk) == (deal, Contact.objects.get(name="Larisa Pavlova").pk)


def test_the_decision_maker_with_permission_and_an_appointment(cast: Cast) -> None:
    said = {"has_permission": True, "decision_maker": "Larisa Pavlova", "next_step": step(2, "meeting", "Show samples")}
    attempt = called(cast, "decision_maker", **said)
    task = Task.objects.get()
    assert (task.kind, task.title, task.assignee) == ("meeting", "Show samples", cast.anna)
    assert (attempt.has_permission, attempt.has_appointment, row(attempt).left) == (True, True, "reached")
    assert (attempt.touch.outcome, attempt.touch.two_way) == ("talked", True)


def test_a_promise_to_call_back_is_kept_by_the_queue_and_by_the_day_plan(cast: Cast) -> None:
    moment = timezone.now() + timedelta(hours=1)
    kept = row(called(cast, "call_back", call_back_at=moment))
    assert (kept.turn, kept.not_before, kept.promised_by, kept.left) == (0, moment, cast.anna, "")
    assert (Task.objects.get().kind, Task.objects.get().due_at) == ("call", moment)


def test_at_the_promised_moment_no_limit_stands_against_it_and_the_task_is_done(cast: Cast) -> None:
    before, moment = timezone.now() - timedelta(minutes=30), timezone.now()
    calls = queue(cast, 1, at=before)
    called(cast, "call_back", calls=calls, call_back_at=moment, at=before)
    assert take_next(calls, by=cast.anna, at=moment - timedelta(minutes=1)) is None
    called(cast, "refused", calls=calls, at=moment)
    assert (Task.objects.get().is_done, Task.objects.get().result) == (True, "Refused")


def test_nobody_is_promised_a_call_in_the_night(cast: Cast) -> None:
    queued = taken(queue(cast, 1), cast.anna)
    with pytest.raises(Refused) as refused:
        record(queued, Said("call_back", call_back_at=timezone.now() + timedelta(hours=12)), by=cast.anna)
    assert refused.value.codes == ["quiet-hours"]
    assert refused.value.reasons[0].facts["next_at"]
    assert not Touch.objects.exists()
    assert QueuedClient.objects.get().in_hands_of == cast.anna


def test_a_refusal_has_its_reason_and_its_rest(cast: Cast) -> None:
    reason = RefusalReason.objects.first()
    attempt = called(cast, "refused", refusal=reason, note="Not this year")
    assert attempt.touch.text == f"Not this year\nReason: {reason.name}"
    assert row(attempt).left == "refused"
    assert "after-refusal" in [one.code for one in ask(attempt.client, "call", by=cast.anna).objections]


def test_of_a_wrong_number_the_next_one_is_tried(cast: Cast) -> None:
    before = timezone.now() - timedelta(hours=3, minutes=1)
    client = callable_client(cast, time_zone=noon_zone(before))
    first = client.points.get().value
    ContactPoint.add(client, kind="phone", value="+79126401822", by=cast.anna)
    calls = queue(cast, [client], at=before)
    attempt = called(cast, "wrong_number", calls=calls, number=first, at=before)
    assert attempt.touch.text == f"Wrong number: {phone_text(first, '')}"
    assert row(attempt).left == ""
    assert row(called(cast, "wrong_number", calls=calls, number="+79126401822")).left == "wrong_number"


def test_a_planned_call_waits_for_the_next_attempt(cast: Cast) -> None:
    client = callable_client(cast)
    task = Task.plan(client, step(0, "call", "Ask about the shop"), by=cast.anna)
    kept = row(called(cast, "no_answer", calls=queue(cast, [client])))
    task.refresh_from_db()
    assert (task.is_done, task.due_at) == (False, kept.not_before)


def script() -> Script:
    asked = Question("size", "Which boxes?"), Question("now", "Is there a supplier?", is_open=False)
    return Script((Step("Opening", "contact", questions=asked),))


def test_answers_are_facts_of_the_deal_and_words_without_one(cast: Cast) -> None:
    version = Playbook.found("Cold", script(), by=cast.sergey).latest
    client = callable_client(cast, "Mill", owner=cast.anna)
    cast.deal(client=client)
    said = {"version": version, "answers": {"size": "Big ones", "now": "yes", "gone": "?"}, "has_permission": True}
    known = {"version": version, "answers": {"size": "Big ones", "now": ""}}
    called(cast, "decision_maker", calls=queue(cast, [client]), **known)
    assert [one.text for one in Answer.objects.all()] == ["Big ones"]
    text = called(cast, "decision_maker", calls=queue(cast, 1), **said).touch.text
    assert text.splitlines() == ["Which boxes? — Big ones", "Is there a supplier? — yes"]


@pytest.mark.parametrize(
    ("said", "code"),
    [
        (Said("nonsense"), "unknown-word"),
        (Said("call_back"), "due-needed"),
        (Said("call_back", call_back_at=timezone.now() - DAY), "due-past"),
        (Said("refused", note="x" * 4001), "too-long"),
    ],
)
def test_what_cannot_be_right(cast: Cast, said: Said, code: str) -> None:
    queued = taken(queue(cast, 1), cast.anna)
    with pytest.raises(Invalid) as refused:
        record(queued, said, by=cast.anna)
    assert refused.value.codes == [code]
    assert not Touch.objects.exists()


def test_only_he_who_has_the_client_in_his_hands_writes(cast: Cast) -> None:
    calls = queue(cast, 1, team=True)
    queued = taken(calls, cast.anna)
    with pytest.raises(Refused) as teammate:
        record(queued, Said("refused"), by=cast.igor)
    assert teammate.value.codes == ["not-in-your-hands"]
    for person in (cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            record(queued, Said("refused"), by=person)
    record(queued, Said("refused"), by=cast.anna)
    with pytest.raises(Refused) as twice:
        record(queued, Said("refused"), by=cast.anna)
    assert twice.value.codes == ["not-in-your-hands"]
    assert Touch.objects.count() == 1


def test_a_late_caller_may_still_write_as_long_as_nobody_else_has_the_client(cast: Cast) -> None:
    before = timezone.now() - lease_time() * 2
    queued = taken(queue(cast, 1, team=True, at=before), cast.anna, before)
    record(queued, Said("no_answer"), by=cast.anna)
    assert CallAttempt.objects.count() == 1


def test_the_numbers_of_the_run(cast: Cast) -> None:
    calls = queue(cast, 5, team=True)
    for said in (
        Said("no_answer"),
        Said("gatekeeper", gatekeeper="Timur"),
        Said("decision_maker", has_permission=True, next_step=step(2, "meeting")),
        Said("decision_maker", has_permission=False),
    ):
        record(taken(calls, cast.anna), said, by=cast.anna)
    record(taken(calls, cast.igor), Said("refused"), by=cast.igor)
    found = of_lists([calls.pk])[calls.pk]
    assert (found.attempts, found.conversations, found.permissions, found.decision_makers) == (5, 4, 1, 2)
    assert (found.appointments, found.refusals, found.call_backs) == (1, 1, 0)
    assert {pk: one.attempts for pk, one in of_callers(calls.pk).items()} == {cast.anna.pk: 4, cast.igor.pk: 1}
    assert added_up(list(of_caller_on(calls.pk, cast.anna, timezone.now()).values())).attempts == 4
    assert added_up(list(by_hour(calls.pk).values())) == found


def test_a_caller_without_clients_of_his_own_calls_too(cast: Cast) -> None:
    caller = User.objects.create_user("caller", role=Role.CALLER, team=cast.north)
    calls = queue(cast, 1, team=True)
    record(taken(calls, caller), Said("decision_maker", next_step=step(2, "call")), by=caller)
    assert Task.objects.get().assignee == caller
    give_back(by=caller)
