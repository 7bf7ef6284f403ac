"""OWN-7: whoever stands in for an absent colleague works as he does; the records say who really did it."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.clients.protection import ClientIsLed
from vedu.foundation.people.substitution import end_absence, plan_absence
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


@pytest.fixture
def olga(cast: Cast) -> User:
    """She sells in another team and stands in for Anna this week."""
    today = timezone.localdate()
    plan_absence(cast.anna, by=cast.anna, from_on=today, till_on=today + timedelta(days=7), substitute=cast.olga)
    return User.objects.get(pk=cast.olga.pk)


def test_clients_and_deals_of_the_absent_are_seen(cast: Cast, olga: User) -> None:
    deal = cast.deal()
    igors = cast.deal(owner=cast.igor, client=cast.client("Igor's", owner=cast.igor))
    assert list(Client.objects.visible_to(olga)) == [deal.client]
    assert list(Deal.objects.visible_to(olga)) == [deal]
    assert not igors.is_visible_to(olga)


def test_a_touch_is_hers_and_the_client_stays_his(cast: Cast, olga: User) -> None:
    deal = cast.deal()
    touch = deal.log_touch(by=olga, channel="call", text="Anna is away, I help")
    deal.client.refresh_from_db()
    assert (touch.by, deal.client.owner) == (olga, cast.anna)


def test_a_planned_step_stands_in_the_day_of_the_absent(cast: Cast, olga: User) -> None:
    deal = cast.deal()
    task = deal.plan(step(2), by=olga)
    assert (task.assignee, task.created_by) == (cast.anna, olga)
    Task.objects.open().earliest("due_at").complete(by=olga, next_step=step(3))
    assert set(Task.objects.values_list("assignee", flat=True)) == {cast.anna.pk}


def test_a_deal_opened_by_the_substitute_is_the_owners(cast: Cast, olga: User) -> None:
    client = cast.client(owner=cast.anna)
    deal = Deal.open(client, cast.pipeline, name="Boxes", by=olga, next_step=step())
    assert (deal.owner, deal.created_by) == (cast.anna, olga)


def test_she_takes_no_deal_of_his_client_for_herself(cast: Cast, olga: User) -> None:
    client = cast.client(owner=cast.anna)
    with pytest.raises(ClientIsLed):
        Deal.open(client, cast.pipeline, name="Boxes", by=olga, owner=olga)


def test_a_move_and_a_closing_pass_as_for_the_owner(cast: Cast, olga: User) -> None:
    deal = cast.deal()
    deal.move_to(cast.stage(1), by=olga)
    closing = deal.lose(by=olga, reason=cast.reason())
    assert (closing.by, deal.owner) == (olga, cast.anna)
    deal.reopen(by=olga)
    assert deal.is_open


def test_she_gives_nothing_away(cast: Cast, olga: User) -> None:
    client = cast.client(owner=cast.anna)
    with pytest.raises(NotAllowed):
        client.release(by=olga)
    with pytest.raises(NotAllowed):
        Handover.offer(client, cast.igor, by=olga, why="He knows them")
    asked = Handover.request(client, by=cast.igor, why="I know them")
    with pytest.raises(NotAllowed):
        asked.accept(by=olga)


def test_a_teammate_is_refused_as_before(cast: Cast, olga: User) -> None:
    deal = cast.deal()
    with pytest.raises(ClientIsLed):
        deal.log_touch(by=cast.igor, channel="call")
    assert not deal.client.is_workable_by(cast.igor)
    assert deal.client.is_workable_by(olga)


def test_after_the_last_day_it_is_over(cast: Cast, olga: User) -> None:
    deal = cast.deal()
    end_absence(cast.anna.absences.get(), by=cast.anna)
    later = User.objects.get(pk=olga.pk)
    with pytest.raises(ClientIsLed):
        deal.log_touch(by=later, channel="call")
    assert not Client.objects.visible_to(later).exists()
