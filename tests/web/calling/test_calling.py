"""/calling/7/: one client at a time."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.calling.queues import callable_client, queue, taken
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.local_time import zone_of
from vedu.clients.preparation.brief import Brief
from vedu.foundation.people.user import User
from vedu.sales.calling.call_attempt import CallAttempt
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.playbooks.playbook import Playbook
from vedu.sales.playbooks.script import Question, Script, Step
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


def url(name: str, one: CallingList | QueuedClient) -> str:
    return reverse(f"calling:{name}", args=[one.pk])


def script(cast: Cast) -> Playbook:
    return Playbook.found(
        "Cold", Script((Step("Opening", "contact", questions=(Question("a", "Which?"),)),)), by=cast.sergey
    )


def called(queued: QueuedClient, by: User, *, by_htmx: bool = True, **said: str) -> str:
    answer = visitor(by).post(url("attempts", queued), said, headers=HTMX if by_htmx else {})
    assert answer.status_code in (200, 302), text_of(answer)
    return text_of(answer)


def test_from_the_list_to_a_client_with_all_that_one_needs(cast: Cast) -> None:
    client = callable_client(cast, "Mill", city="Kazan", about="Six bakeries")
    ContactPoint.add(client, kind="phone", value="+79126401822", by=cast.anna)
    Brief.write(client, by=cast.anna, problem="Cakes arrive crushed")
    Touch.log(
        client, by=cast.anna, channel="email", outcome="sent", text="A price", at=timezone.now() - timedelta(days=9)
    )
    cast.contact(client, "Larisa Pavlova")
    calls = queue(cast, [client, callable_client(cast, "Second")])
    calls.playbook = script(cast)
    calls.save()
    anna = visitor(cast.anna)
    page = text_of(anna.get(url("list", calls)))
    assert ("Call the next one" in page, "Mill" in page) == (True, True)
    assert anna.post(url("next", calls)).headers["Location"] == url("list", calls)
    page = text_of(anna.get(url("list", calls)))
    for words in ("Mill", "Six bakeries", "tel:+7912", "+7 912 640-18-22", "Cakes arrive crushed", "A price",
                  "Larisa Pavlova", "Which?", "attempt 1 of 5", "Second", "12:"):  # fmt: skip
        assert words in page, words
    assert f'hx-get="/clients/{client.pk}/step-hint"' in page


def test_the_page_asks_little(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    calls, anna = queue(cast, 12), visitor(cast.anna)
    CallingList.objects.update(playbook=script(cast))
    with django_assert_max_num_queries(12):
        anna.get(url("list", calls))
    anna.post(url("next", calls))
    anna.get(url("list", calls))
    with django_assert_max_num_queries(12):
        anna.get(url("list", calls))


def test_one_key_writes_the_touch_and_brings_the_next_client(cast: Cast) -> None:
    calls = queue(cast)
    page = called(taken(calls, cast.anna), cast.anna, outcome="no_answer", note="Long beeps", number="+79120000001")
    assert "<html" not in page
    second = QueuedClient.objects.get(position=2)
    assert f'action="{url("attempts", second)}"' in page
    assert ("Bakery 2" in page, "Just now" in page, second.in_hands_of) == (True, True, cast.anna)
    assert (Touch.objects.get().text, CallAttempt.objects.get().number) == ("Long beeps", "+79120000001")


def test_without_scripts_it_is_a_page(cast: Cast) -> None:
    calls, anna = queue(cast), visitor(cast.anna)
    answer = anna.post(url("attempts", taken(calls, cast.anna)), {"outcome": "dropped"})
    assert answer.headers["Location"] == url("list", calls)
    assert "Bakery 2" in text_of(anna.get(answer.headers["Location"]))


def test_the_gatekeeper_with_a_name_and_a_way(cast: Cast) -> None:
    said = {"gatekeeper": "Timur", "named_decision_maker": "Larisa", "route": "after lunch", "decision_maker": "not me"}
    called(taken(queue(cast), cast.anna), cast.anna, outcome="gatekeeper", **said)
    assert set(Contact.objects.values_list("name", flat=True)) == {"Timur", "Larisa"}
    assert CallAttempt.objects.get().route == "after lunch"


def test_the_decision_maker_with_permission_and_a_step(cast: Cast) -> None:
    said = {"decision_maker": "Larisa", "job_title": "director", "permission": "yes", "seconds": "95"}
    step = {"step_kind": "meeting", "step_on": "2030-05-13", "step_time": "11:00", "step_title": "Show samples"}
    called(taken(queue(cast), cast.anna), cast.anna, outcome="decision_maker", **said, **step)
    attempt = CallAttempt.objects.get()
    assert (attempt.has_permission, attempt.has_appointment, attempt.contact.job_title) == (True, True, "director")
    assert (Task.objects.get().title, attempt.touch.seconds) == ("Show samples", 95)


def test_the_moment_is_by_the_clients_clock(cast: Cast) -> None:
    client = callable_client(cast, time_zone="Asia/Vladivostok")
    queued = queue(cast, [client]).queue.get()
    QueuedClient.objects.update(in_hands_of=cast.anna, lease_till=timezone.now() + timedelta(minutes=3))
    called(queued, cast.anna, outcome="call_back", call_back_at="2030-05-13T15:00")
    assert Task.objects.get().due_at.isoformat() == "2030-05-13T05:00:00+00:00"


def test_a_moment_is_one_press(cast: Cast) -> None:
    called(taken(queue(cast), cast.anna), cast.anna, moment="2030-05-13T15:00", call_back_at="2030-05-14T10:00")
    assert CallAttempt.objects.get().outcome == "call_back"
    queued = QueuedClient.objects.get(position=1)
    assert queued.not_before.astimezone(zone_of(queued.client)).day == 13


@pytest.mark.parametrize(
    ("said", "words"),
    [
        ({"outcome": ""}, "Choose how the call ended."),
        ({"outcome": "call_back", "call_back_at": ""}, "Say when he asked to be called back."),
        ({"outcome": "call_back", "call_back_at": "2030-05-13T03:00"}, "Quiet hours at the client"),
        ({"outcome": "decision_maker", "step_kind": "call", "step_on": "soon"}, "Choose the day of the next step."),
        ({"outcome": "gatekeeper", "gatekeeper_at": "soon"}, "Write the day and the hour"),
    ],
)
@pytest.mark.parametrize("headers", [{}, HTMX])
def test_what_was_typed_survives_a_refusal(
    cast: Cast, said: dict[str, str], words: str, headers: dict[str, str]
) -> None:
    queued = taken(queue(cast), cast.anna)
    answer = visitor(cast.anna).post(url("attempts", queued), said | {"note": "Kept words"}, headers=headers)
    page = text_of(answer)
    assert answer.status_code == 422
    assert (words in page, "Kept words" in page) == (True, True)
    assert not Touch.objects.exists()


def test_nobody_is_left_for_now(cast: Cast) -> None:
    page = called(taken(queue(cast, 1), cast.anna), cast.anna, outcome="no_answer")
    assert "Nobody may be called at this moment" in page
    assert "The next client of this list comes at" in page
    QueuedClient.objects.update(left="exhausted")
    CallingList.objects.update(left=1)
    assert "The list is called through" in text_of(visitor(cast.anna).get(url("list", CallingList.objects.get())))


def test_the_heartbeat_and_the_pause(cast: Cast) -> None:
    calls = queue(cast, 1, team=True)
    queued, anna = taken(calls, cast.anna), visitor(cast.anna)
    QueuedClient.objects.update(lease_till=timezone.now() + timedelta(seconds=5))
    assert anna.post(url("lease", queued)).status_code == 204
    queued.refresh_from_db()
    assert queued.lease_till > timezone.now() + timedelta(minutes=2)
    refused = visitor(cast.igor).post(url("lease", queued), headers=HTMX)
    assert (refused.status_code, "not in your hands" in text_of(refused)) == (409, True)
    assert anna.post(url("pause", calls)).status_code == 302
    assert not QueuedClient.objects.get().in_hands_of


def test_a_lease_that_ended_shows_nobody(cast: Cast) -> None:
    calls = queue(cast, 2)
    taken(calls, cast.anna)
    QueuedClient.objects.filter(in_hands_of=cast.anna).update(lease_till=timezone.now() - timedelta(seconds=1))
    page = text_of(visitor(cast.anna).get(url("list", calls)))
    assert ("call-form" in page, "Call the next one" in page) == (False, True)


def test_who_sees_and_who_calls(cast: Cast) -> None:
    calls = queue(cast, 2)
    queued = taken(calls, cast.anna)
    reads = [reverse("calling:index"), url("list", calls)]
    for person in (cast.anna, cast.igor, cast.sergey, cast.boris):
        assert {visitor(person).get(path).status_code for path in reads} == {200}
    assert visitor(cast.olga).get(reads[1]).status_code == 404
    assert is_sign_in(visitor().get(reads[0]))
    writes = [
        (url("next", calls), {}),
        (url("attempts", queued), {"outcome": "refused"}),
        (url("closing", calls), {}),
    ]
    for person, statuses in (
        (cast.igor, {403}),
        (cast.boris, {403}),
        (cast.olga, {404}),
        (None, {302}),
    ):
        answers = [visitor(person).post(path, said) for path, said in writes]
        assert {answer.status_code for answer in answers} == statuses, person
    assert visitor(cast.sergey).post(url("closing", calls)).status_code == 302
    assert not Touch.objects.exists()


def taken_back(attempt: CallAttempt, by: User | None, headers: dict[str, str] | None = None):  # type: ignore[no-untyped-def]
    path = reverse("calling:taking-back", args=[attempt.pk])
    return visitor(by).post(path, headers=HTMX if headers is None else headers)


def test_a_wrong_key_is_taken_back(cast: Cast) -> None:
    calls = queue(cast)
    page = called(taken(calls, cast.anna), cast.anna, outcome="refused", note="Long beeps")
    attempt = CallAttempt.objects.get()
    assert (reverse("calling:taking-back", args=[attempt.pk]) in page, 'data-key="z"' in page) == (True, True)
    answer = taken_back(attempt, cast.anna)
    assert ("Bakery 1" in text_of(answer), "taken back" in answer.headers["HX-Trigger"]) == (True, True)
    assert not Touch.objects.exists()
    assert QueuedClient.objects.get(in_hands_of=cast.anna).position == 1


def test_the_last_client_of_a_list_is_taken_back_too(cast: Cast) -> None:
    page = called(taken(queue(cast, 1), cast.anna), cast.anna, outcome="refused")
    assert reverse("calling:taking-back", args=[CallAttempt.objects.get().pk]) in page


def test_without_scripts_it_is_taken_back_too(cast: Cast) -> None:
    calls = queue(cast)
    called(taken(calls, cast.anna), cast.anna, outcome="refused")
    answer = taken_back(CallAttempt.objects.get(), cast.anna, {})
    assert answer.headers["Location"] == url("list", calls)


def test_only_who_wrote_it_takes_it_back(cast: Cast) -> None:
    called(taken(queue(cast, 2, team=True), cast.anna), cast.anna, outcome="no_answer")
    attempt = CallAttempt.objects.get()
    for person, status in ((cast.igor, 403), (cast.sergey, 403), (cast.boris, 403), (None, 302)):
        assert taken_back(attempt, person).status_code == status, person
    attempt.client.claim(by=cast.igor)
    assert taken_back(attempt, cast.olga).status_code == 404
    assert Touch.objects.exists()


def test_what_is_typed_is_shown_to_the_next_client_as_little_as_possible(cast: Cast) -> None:
    """What does not change from client to client is kept as text: nobody sees another's words in it."""
    calls = queue(cast, 3)
    queued = taken(calls, cast.anna)
    said = {"outcome": "gatekeeper", "gatekeeper": "Secret <b>", "gatekeeper_at": "soon", "permission": "yes"}
    refused = text_of(visitor(cast.anna).post(url("attempts", queued), said, headers=HTMX))
    assert "Secret &lt;b&gt;" in refused
    assert 'value="yes" checked' in refused
    page = called(queued, cast.anna, outcome="no_answer")
    assert ("Secret" in page, 'value="yes" checked' in page) == (False, False)


def test_names_are_escaped_in_what_is_kept(cast: Cast) -> None:
    CallingList.objects.filter(pk=queue(cast, 2).pk).update(
        playbook=Playbook.found("A <i> & 100%", SCRIPT, by=cast.sergey)
    )
    User.objects.filter(pk=cast.anna.pk).update(first_name="<u>Ann")
    anna = User.objects.get(pk=cast.anna.pk)
    page = called(taken(CallingList.objects.get(), anna), anna, outcome="no_answer")
    for words in ("A &lt;i&gt; &amp; 100%", "&lt;u&gt;Ann", "50% &lt;off&gt;?"):
        assert words in page, words
    assert ("<u>Ann" in page, "<i> &" in page) == (False, False)


SCRIPT = Script((Step("Opening", "contact", questions=(Question("a", "50% <off>?"),)),))


def test_a_new_version_of_the_script_is_shown_at_once(cast: Cast) -> None:
    playbook = script(cast)
    calls = queue(cast, 3)
    CallingList.objects.update(playbook=playbook)
    assert "Which?" in called(taken(calls, cast.anna), cast.anna, outcome="no_answer")
    playbook.publish("Cold", SCRIPT, by=cast.sergey)
    assert "50% &lt;off&gt;?" in called(QueuedClient.objects.get(in_hands_of=cast.anna), cast.anna, outcome="dropped")


def test_the_likeliest_objections_with_their_best_answers(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    calls, anna = queue(cast, 2), visitor(cast.anna)
    path = url("objecting", calls)
    taken(calls, cast.anna)
    assert f'hx-get="{path}"' in text_of(anna.get(url("list", calls)))
    with django_assert_max_num_queries(9):
        part = text_of(anna.get(path, headers=HTMX))
    assert (part.count("<details>"), 'data-key="shift+1"' in part, "<html" in part) == (3, True, False)
    assert "<html" in text_of(anna.get(path))
    statuses = {person: visitor(person).get(path).status_code for person in (cast.igor, cast.sergey, cast.olga)}
    assert statuses == {cast.igor: 200, cast.sergey: 200, cast.olga: 404}
    assert is_sign_in(visitor().get(path))
