"""Who is next, in whose hands, and for how long."""

from collections import Counter
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from django.db import IntegrityError, connections, transaction
from django.utils import timezone

from tests.cast import Cast
from tests.sales.calling.queues import NOON, callable_client, minutes, queue, taken
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.lease import give_back, lease_time, renew, take_next
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.touches.touch import Touch


def test_the_next_one_is_the_first_and_the_same_caller_gets_his_own_back(cast: Cast) -> None:
    calls = queue(cast)
    first = taken(calls, cast.anna)
    assert (first.client.name, first.in_hands_of) == ("Bakery 1", cast.anna)
    assert taken(calls, cast.anna).pk == first.pk


def test_two_callers_have_two_clients(cast: Cast) -> None:
    calls = queue(cast, 2, team=True)
    assert taken(calls, cast.anna).pk != taken(calls, cast.igor).pk
    assert take_next(calls, by=cast.sergey) is None


def test_a_client_on_two_lists_is_in_one_pair_of_hands(cast: Cast) -> None:
    client = callable_client(cast)
    first, second = queue(cast, [client], team=True), queue(cast, [client], team=True)
    assert taken(first, cast.anna).client == client
    assert take_next(second, by=cast.igor) is None
    with pytest.raises(IntegrityError), transaction.atomic():
        QueuedClient.objects.filter(calling_list=second).update(in_hands_of=cast.igor)


def test_one_who_died_gives_his_client_back_when_the_lease_ends(cast: Cast) -> None:
    calls, now = queue(cast, 1, team=True), timezone.now()
    held = taken(calls, cast.anna, now)
    late = now + lease_time()
    assert take_next(calls, by=cast.igor, at=late - minutes(0.1)) is None
    assert taken(calls, cast.igor, late).pk == held.pk
    with pytest.raises(Refused) as refused:
        renew(held, by=cast.anna, at=late)
    assert refused.value.codes == ["not-in-your-hands"]


def test_a_late_lease_of_another_list_holds_nobody(cast: Cast) -> None:
    client = callable_client(cast)
    first, second = queue(cast, [client], team=True), queue(cast, [client], team=True)
    now = timezone.now()
    taken(first, cast.anna, now)
    assert taken(second, cast.igor, now + lease_time()).client == client
    assert not QueuedClient.objects.get(calling_list=first).in_hands_of


def test_the_heartbeat_keeps_him(cast: Cast) -> None:
    calls, now = queue(cast, 1, team=True), timezone.now()
    held = taken(calls, cast.anna, now)
    assert renew(held, by=cast.anna, at=now + minutes(2)) == now + minutes(2) + lease_time()
    assert take_next(calls, by=cast.igor, at=now + lease_time()) is None


def test_who_begins_another_list_gives_his_client_back(cast: Cast) -> None:
    first, second = queue(cast, 1), queue(cast, [callable_client(cast, "Mill")])
    taken(first, cast.anna)
    assert taken(second, cast.anna).client.name == "Mill"
    assert not QueuedClient.objects.get(calling_list=first).in_hands_of
    give_back(by=cast.anna)
    assert not QueuedClient.objects.filter(in_hands_of=cast.anna).exists()


def test_whom_the_policy_forbids_now_waits_for_his_hour(cast: Cast) -> None:
    asleep = callable_client(cast, "Far", time_zone="Asia/Kamchatka")
    awake = callable_client(cast, "Near", time_zone="Europe/Moscow")
    calls = queue(cast, [asleep, awake], at=NOON - timedelta(hours=8))
    QueuedClient.objects.update(turn=2, not_before=NOON - timedelta(days=1), why_later="")
    assert taken(calls, cast.anna, NOON + timedelta(hours=3)).client == awake
    put_off = QueuedClient.objects.get(client=asleep)
    assert (put_off.why_later, put_off.left) == ("quiet-hours", "")
    assert put_off.not_before.isoformat() == "2026-03-17T20:00:00+00:00"  # eight in the morning there
    give_back(by=cast.anna)
    assert taken(calls, cast.anna, put_off.not_before + minutes(1)).client == asleep


def test_one_touch_of_anybody_counts(cast: Cast) -> None:
    calls = queue(cast, 2, team=True)
    first = QueuedClient.objects.get(position=1).client
    Touch.log(first, by=cast.igor, channel="email", outcome="sent")
    assert taken(calls, cast.anna).client.name == "Bakery 2"
    assert QueuedClient.objects.get(position=1).why_later == "too-soon"


def test_who_asked_not_to_be_called_leaves_the_queue(cast: Cast) -> None:
    calls = queue(cast, 2)
    object_to(Subject(QueuedClient.objects.get(position=1).client), by=cast.anna, channels=["call"])
    assert taken(calls, cast.anna).client.name == "Bakery 2"
    calls.refresh_from_db()
    assert (QueuedClient.objects.get(position=1).left, calls.left, calls.waiting) == ("opted_out", 1, 1)


def test_whom_a_colleague_leads_by_now_leaves_it_too(cast: Cast) -> None:
    calls = queue(cast, 2)
    client = QueuedClient.objects.get(position=1).client
    client.claim(by=cast.igor)
    cast.deal(owner=cast.igor, client=client)
    assert taken(calls, cast.anna).client.name == "Bakery 2"
    assert QueuedClient.objects.get(position=1).left == "led"


def test_only_the_callers_of_an_open_list_take(cast: Cast) -> None:
    calls = queue(cast, 1)
    for person, code in ((cast.igor, "not-your-list"), (cast.olga, "not-your-list"), (cast.boris, "role-only-looks")):
        with pytest.raises(NotAllowed) as refused:
            take_next(calls, by=person)
        assert refused.value.codes == [code]
    taken(calls, cast.anna)
    calls.close(by=cast.anna)
    assert not QueuedClient.objects.get().in_hands_of
    with pytest.raises(Refused) as closed:
        take_next(calls, by=cast.anna)
    assert closed.value.codes == ["list-closed"]


def test_a_long_queue_costs_no_more_than_a_short_one(cast: Cast, django_assert_max_num_queries) -> None:
    calls = queue(cast, 40, team=True)
    with django_assert_max_num_queries(17):
        taken(calls, cast.anna)


@pytest.mark.django_db(transaction=True)
def test_of_many_callers_at_once_each_has_his_own(live_cast: Cast) -> None:
    calls = queue(live_cast, 20, team=True)
    people = [
        User.objects.create_user(f"caller{number}", role=Role.CALLER, team=live_cast.north) for number in range(6)
    ]

    def work(person: User) -> list[int]:
        try:
            mine = CallingList.objects.get(pk=calls.pk)
            found = []
            for _client in range(3):
                one = taken(mine, person)
                found.append(one.client_id)
                QueuedClient.objects.filter(pk=one.pk).update(left="reached", in_hands_of=None)
            return found
        finally:
            connections.close_all()

    with ThreadPoolExecutor(len(people)) as pool:
        shown = Counter(pk for found in pool.map(work, people) for pk in found)
    assert (len(shown), set(shown.values())) == (18, {1})


def test_a_promised_call_comes_first_and_is_first_his_who_promised(cast: Cast) -> None:
    calls, now = queue(cast, 3, team=True), timezone.now()
    promised = QueuedClient.objects.filter(position=3)
    promised.update(turn=0, promised_by=cast.igor, not_before=now)
    assert taken(calls, cast.anna, now).position == 1
    assert taken(calls, cast.igor, now).position == 3
    give_back(by=cast.igor)
    give_back(by=cast.anna)
    assert taken(calls, cast.anna, now + minutes(16)).position == 3
