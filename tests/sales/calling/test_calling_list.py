"""Whom a list takes and who may have it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from tests.sales.calling.queues import NOON, callable_client, queue
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import Event
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.sifting import Callers
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


def bakeries(cast: Cast) -> Segment:
    return Segment.define("Bakeries", [{"field": "city", "op": "in", "values": ["Kazan"]}], by=cast.sergey)


def names(calls: CallingList) -> list[str]:
    return list(calls.queue.values_list("client__name", flat=True))


def test_a_preview_says_whom_it_would_leave_out_and_who_waits(cast: Cast) -> None:
    fit = callable_client(cast, "Fit", time_zone="Europe/Moscow")
    asleep = callable_client(cast, "Asleep", time_zone="America/New_York")
    led = callable_client(cast, "Led", owner=cast.igor)
    cast.deal(owner=cast.igor, client=led)
    dumb = cast.client("No phone")
    closed = callable_client(cast, "Closed")
    object_to(Subject(closed), by=cast.anna, channels=["call"])
    wanted = Wanted(clients=[one.pk for one in (fit, asleep, led, dumb, closed)])
    sifted = CallingList.preview(wanted, by=cast.anna, callers=Callers(person=cast.anna), at=NOON)
    assert sifted.left_out == {"client-led": 1, "no-phone": 1, "opted-out": 1}
    assert (sifted.asked, len(sifted.fit), sifted.now, sifted.later) == (5, 2, 1, {"quiet-hours": 1})
    assert not CallingList.objects.exists()
    made = CallingList.make("All", wanted, by=cast.anna, callers=Callers(person=cast.anna), at=NOON)
    assert (names(made), made.total, made.waiting) == (["Fit", "Asleep"], 2, 2)
    waits = made.queue.get(client=asleep)
    assert (waits.turn, waits.why_later, waits.not_before.hour) == (1, "quiet-hours", 12)
    assert Event.objects.get(kind="calling_list.made").data["clients"] == 2


def test_a_segment_is_called_by_how_long_nobody_touched_it(cast: Cast) -> None:
    for name, days in (("Lately", 3), ("Long ago", 90), ("Never", 0)):
        client = callable_client(cast, name, city="Kazan")
        if days:
            Touch.log(client, by=cast.anna, channel="email", outcome="sent", at=timezone.now() - timedelta(days=days))
    callable_client(cast, "Elsewhere", city="Omsk")
    wanted = Wanted(segment=bakeries(cast))
    made = CallingList.make("Kazan", wanted, by=cast.anna, callers=Callers(person=cast.anna))
    assert (names(made), made.source, made.segment.name) == (["Never", "Long ago", "Lately"], "segment", "Bakeries")


def test_the_calls_of_my_day_by_their_hour(cast: Cast) -> None:
    first, second, third = (callable_client(cast, name) for name in ("First", "Second", "Third"))
    Task.plan(second, step(-1, "call"), by=cast.anna)
    Task.plan(first, step(-2, "call"), by=cast.anna)
    Task.plan(third, step(-2, "email"), by=cast.anna)
    made = CallingList.make("Today", Wanted(of_day=True), by=cast.anna, callers=Callers(person=cast.anna))
    assert names(made) == ["First", "Second"]
    with pytest.raises(Invalid) as refused:
        CallingList.preview(Wanted(of_day=True), by=cast.sergey, callers=Callers(team=cast.north))
    assert refused.value.codes == ["day-is-one-persons"]


def test_a_team_calls_those_who_are_nobodys(cast: Cast) -> None:
    free, own = callable_client(cast, "Free"), callable_client(cast, "Igor's", owner=cast.igor)
    assert names(queue(cast, [free, own], team=True)) == ["Free"]
    assert names(queue(cast, [free, own], by=cast.igor)) == ["Free", "Igor's"]


def test_two_thousand_are_written_by_one_statement(cast: Cast, django_assert_max_num_queries) -> None:
    clients = [callable_client(cast, f"Bakery {number}") for number in range(30)]
    wanted = Wanted(clients=[one.pk for one in clients])
    with django_assert_max_num_queries(18):
        CallingList.make("All", wanted, by=cast.anna, callers=Callers(person=cast.anna))


@pytest.mark.parametrize(
    ("name", "most", "number", "code"),
    [
        (" ", 5, 1, "name-empty"),
        ("A", 0, 1, "out-of-range"),
        ("A", 21, 1, "out-of-range"),
        ("A", 5, 0, "nobody-to-call"),
    ],
)
def test_what_cannot_be_right(cast: Cast, name: str, most: int, number: int, code: str) -> None:
    wanted = Wanted(clients=[callable_client(cast).pk for _client in range(number)])
    with pytest.raises(Invalid) as refused:
        CallingList.make(name, wanted, by=cast.anna, callers=Callers(person=cast.anna), most_attempts=most)
    assert refused.value.codes == [code]


def test_who_makes_a_list_for_whom(cast: Cast) -> None:
    wanted = Wanted(clients=[callable_client(cast).pk])
    for by, callers in (
        (cast.igor, Callers(person=cast.anna)),
        (cast.anna, Callers(team=cast.north)),
        (cast.sergey, Callers(team=cast.south)),
        (cast.sergey, Callers(person=cast.olga)),
        (cast.boris, Callers(person=cast.boris)),
    ):
        with pytest.raises(NotAllowed):
            CallingList.make("A", wanted, by=by, callers=callers)
    assert CallingList.make("A", wanted, by=cast.sergey, callers=Callers(person=cast.anna)).may_call(cast.anna)
    assert CallingList.make("B", wanted, by=cast.vera, callers=Callers(team=cast.south)).may_call(cast.olga)


def test_who_sees_it(cast: Cast) -> None:
    own, team = queue(cast, 1), queue(cast, [callable_client(cast, "Mill")], team=True)
    caller = User.objects.create_user("caller", role=Role.CALLER, team=cast.north)
    seen = {
        person: set(CallingList.objects.visible_to(person))
        for person in (cast.anna, cast.igor, cast.sergey, cast.vera, cast.boris, caller, cast.olga)
    }
    both = {own, team}
    assert all(seen[person] == both for person in (cast.anna, cast.igor, cast.sergey, cast.vera, cast.boris))
    assert (seen[caller], seen[cast.olga]) == ({team}, set())
    assert (team.may_call(caller), own.may_call(caller), own.may_call(cast.sergey)) == (True, False, False)
    assert team.may_call(cast.sergey)


def test_who_closes_it(cast: Cast) -> None:
    calls = queue(cast, 1, team=True)
    for person in (cast.anna, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            calls.close(by=person)
    calls.close(by=cast.sergey)
    with pytest.raises(Refused) as twice:
        calls.close(by=cast.sergey)
    assert twice.value.codes == ["list-closed"]
    assert list(CallingList.objects.open()) == []
    calls.reopen(by=cast.vera)
    assert calls.is_open
    assert [one.kind for one in Event.objects.filter(kind__startswith="calling_list.").order_by("pk")] == [
        "calling_list.made",
        "calling_list.closed",
        "calling_list.reopened",
    ]
