"""OWN-4: a neglected client is told to the owner, to the head, and goes to the pool. April 2026, at noon."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest
import time_machine

from tests.cast import Cast, step
from vedu.clients.client import Client
from vedu.clients.owner_state import OwnerState
from vedu.foundation.events import Event
from vedu.foundation.people.notice import Notice
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.neglect import Neglect
from vedu.sales.deals.neglect_keeping import keep_neglect
from vedu.sales.touches.task import Task

DAY = timedelta(days=1)
NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)  # a Wednesday, noon in Moscow


@pytest.fixture(autouse=True)
def noon() -> Iterator[time_machine.Traveller]:
    with time_machine.travel(NOON, tick=False) as traveller:
        yield traveller


@pytest.fixture
def strict(cast: Cast) -> None:
    cast.pipeline.decide_neglect(5, 9, by=cast.vera)


@pytest.fixture
def neglected(cast: Cast) -> Client:
    """Anna's, with a deal that has no next step."""
    client = cast.client(owner=cast.anna)
    Deal.open(client, cast.pipeline, name="Cake boxes", by=cast.anna)
    return fresh(client)


def fresh(client: Client) -> Client:
    return Client.objects.get(pk=client.pk)


def on(days: int) -> datetime:
    return NOON + days * DAY


def told() -> list[tuple[str, str]]:
    return [(notice.person.username, notice.kind) for notice in Notice.objects.order_by("at", "pk")]


def test_the_owner_is_told_at_once_and_once(cast: Cast, neglected: Client) -> None:
    for _round in range(3):
        keep_neglect(NOON)
    assert told() == [("anna", "neglect.began")]
    assert Event.objects.filter(kind="client.neglected", client_id=neglected.pk).count() == 1


def test_one_who_is_led_is_not_told(cast: Cast) -> None:
    cast.deal()
    keep_neglect(NOON)
    assert not Neglect.objects.exists()


def test_silence_longer_than_the_norm_is_neglect_too(cast: Cast) -> None:
    client = cast.deal().client
    keep_neglect(on(12))
    assert told() == []
    keep_neglect(on(15))
    assert [one.client for one in Neglect.objects.all()] == [client]


def test_it_ends_when_somebody_attends(cast: Cast, neglected: Client) -> None:
    keep_neglect(NOON)
    Task.plan(neglected, step(3), by=cast.anna, deal=Deal.objects.get())
    keep_neglect(on(1))
    neglect = Neglect.objects.get()
    assert (neglect.ended_at, neglect.outcome) == (on(1), "attended")


def test_a_second_time_is_told_anew(cast: Cast, neglected: Client) -> None:
    keep_neglect(NOON)
    task = Task.plan(neglected, step(3), by=cast.anna, deal=Deal.objects.get())
    keep_neglect(on(1))
    task.complete(by=cast.anna)
    keep_neglect(on(2))
    assert told() == [("anna", "neglect.began"), ("anna", "neglect.began")]


def test_without_days_nobody_else_is_told(cast: Cast, neglected: Client) -> None:
    keep_neglect(NOON)
    assert keep_neglect(on(300)) == 0
    assert told() == [("anna", "neglect.began")]
    assert fresh(neglected).owner == cast.anna


def test_the_head_is_told_after_his_days(cast: Cast, neglected: Client, strict: None) -> None:
    keep_neglect(NOON)
    keep_neglect(on(2))
    assert ("sergey", "neglect.escalated") not in told()
    for _round in range(2):
        keep_neglect(on(5))
    assert told()[1:] == [("sergey", "neglect.escalated")]
    notice = Notice.objects.get(kind="neglect.escalated")
    assert (notice.data["owner"], notice.data["days"]) == ("Anna Kotova", 5)


def test_the_client_goes_to_the_pool_with_its_deals_put_off(cast: Cast, neglected: Client, strict: None) -> None:
    keep_neglect(NOON)
    assert keep_neglect(on(9)) == 1
    client, deal = fresh(neglected), Deal.objects.get()
    assert (client.state, client.owner) == (OwnerState.FREE, None)
    assert (deal.state, deal.owner) == ("postponed", cast.anna)
    assert deal.closings.get().by is None
    assert Neglect.objects.get().outcome == "pool"
    assert Event.objects.get(kind="client.released").data["rule"] == "neglect"
    assert not Task.objects.open().exists()
    assert told()[-1] == ("anna", "neglect.ended")


def test_the_pool_takes_once(cast: Cast, neglected: Client, strict: None) -> None:
    keep_neglect(NOON)
    assert [keep_neglect(on(9)), keep_neglect(on(9)), keep_neglect(on(10))] == [1, 0, 0]


def test_a_rule_switched_on_warns_before_it_takes(cast: Cast, neglected: Client, strict: None) -> None:
    assert keep_neglect(on(100)) == 0
    assert told() == [("anna", "neglect.began")]


def test_a_step_of_the_last_moment_keeps_the_client(cast: Cast, neglected: Client, strict: None) -> None:
    keep_neglect(NOON)
    Task.plan(neglected, step(20), by=cast.anna, deal=Deal.objects.get())
    assert keep_neglect(on(9)) == 0
    assert fresh(neglected).owner == cast.anna


def test_nothing_happens_on_days_off(cast: Cast, neglected: Client, strict: None) -> None:
    keep_neglect(NOON)
    assert keep_neglect(on(10)) == 0  # a Saturday
    assert keep_neglect(on(12)) == 1


def test_the_least_patient_pipeline_counts(cast: Cast, neglected: Client) -> None:
    cast.pipeline.decide_neglect(5, 30, by=cast.vera)
    cast.shop.decide_neglect(None, 7, by=cast.vera)
    Deal.open(neglected, cast.shop, name="Bags", by=cast.anna)
    keep_neglect(NOON)
    assert keep_neglect(on(7)) == 1
    assert set(Deal.objects.values_list("state", flat=True)) == {"postponed"}


def test_one_without_a_head_is_told_to_the_owner_of_the_business(cast: Cast, strict: None) -> None:
    client = cast.client(owner=cast.olga)
    Deal.open(client, cast.pipeline, name="Cake boxes", by=cast.olga)
    keep_neglect(NOON)
    keep_neglect(on(5))
    assert ("vera", "neglect.escalated") in told()


def test_only_those_who_run_the_company_set_the_days(cast: Cast) -> None:
    for person in (cast.anna, cast.sergey):
        with pytest.raises(NotAllowed):
            cast.pipeline.decide_neglect(5, 9, by=person)


def test_the_pool_comes_after_the_head(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        cast.pipeline.decide_neglect(5, 5, by=cast.vera)
    assert refusal.value.codes == ["pool-before-head"]


def test_many_clients_cost_a_few_questions(cast: Cast, strict: None, django_assert_max_num_queries) -> None:
    for number in range(20):
        client = cast.client(f"Client {number}", owner=cast.anna)
        Deal.open(client, cast.pipeline, name="Boxes", by=cast.anna)
    keep_neglect(NOON)
    with django_assert_max_num_queries(7):
        keep_neglect(on(1))
