"""OWN-1, OWN-2, OWN-5, OWN-6: who leads a client."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.clients.owner_state import OwnerState
from vedu.clients.ownership import Ownership
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def test_a_new_client_is_free(cast: Cast) -> None:
    assert cast.client().state == OwnerState.FREE


def test_a_claimed_client_without_a_deal_is_held(cast: Cast) -> None:
    assert cast.client(owner=cast.anna).state == OwnerState.HELD


def test_an_open_deal_makes_its_client_led(cast: Cast) -> None:
    deal = cast.deal()
    deal.client.refresh_from_db()
    assert deal.client.state == OwnerState.LED


def test_a_deal_without_a_step_makes_the_client_neglected(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    deal.client.refresh_from_db()
    assert deal.client.state == OwnerState.NEGLECTED


def test_silence_longer_than_the_norm_makes_the_client_neglected(cast: Cast) -> None:
    client = cast.deal().client
    assert client.state_at(timezone.now() + timedelta(days=13)) == OwnerState.LED
    assert client.state_at(timezone.now() + timedelta(days=15)) == OwnerState.NEGLECTED


def test_a_conversation_moves_the_end_of_the_norm(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call")
    assert deal.client.contact_due_at is not None
    assert deal.client.contact_due_at > timezone.now() + timedelta(days=13)


def test_states_in_queries_agree_with_the_property(cast: Cast) -> None:
    cast.client("Free")
    cast.client("Held", owner=cast.anna)
    cast.deal(client=cast.client("Led"))
    neglected = cast.deal(client=cast.client("Neglected"))
    neglected.tasks.get().complete(by=cast.anna)
    for client in Client.objects.all():
        assert list(Client.objects.in_state(client.state)) == [client], client.name


def test_claiming_writes_the_history_and_tells(cast: Cast) -> None:
    client = cast.client()
    client.claim(by=cast.anna)
    period = client.ownerships.get()
    assert (period.owner, period.by, period.cause, period.till_at) == (cast.anna, cast.anna, "claim", None)
    assert Event.objects.filter(kind="client.owner_changed", client_id=client.pk).count() == 1


def test_a_client_with_an_owner_cannot_be_claimed(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    with pytest.raises(ClientIsLed) as refusal:
        client.claim(by=cast.igor)
    assert "Anna Kotova" in str(refusal.value)
    assert client.ownerships.count() == 1


def test_an_accountant_claims_nothing(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        cast.client().claim(by=cast.boris)


def test_a_role_may_keep_only_so_many_clients_without_deals(cast: Cast) -> None:
    ClaimLimit.objects.create(role="seller", clients=2)
    cast.client(owner=cast.anna)
    cast.client(owner=cast.anna)
    with pytest.raises(Refused) as refusal:
        cast.client().claim(by=cast.anna)
    assert refusal.value.codes == ["claim-limit"]
    cast.client().claim(by=cast.igor)


def test_clients_with_open_deals_do_not_count_against_the_limit(cast: Cast) -> None:
    ClaimLimit.objects.create(role="seller", clients=1)
    cast.deal()
    cast.client(owner=cast.anna)


@pytest.mark.parametrize("who", ["igor", "olga", "sergey"])
def test_nobody_else_opens_a_deal_with_a_led_client(cast: Cast, who: str) -> None:
    client = cast.deal().client
    with pytest.raises(ClientIsLed) as refusal:
        Deal.open(client, cast.pipeline, name="Mine", by=getattr(cast, who))
    assert "Anna Kotova" in str(refusal.value)
    assert Deal.objects.count() == 1


def test_nobody_else_logs_a_touch_to_a_led_client(cast: Cast) -> None:
    from vedu.sales.touches.touch import Touch

    client = cast.deal().client
    with pytest.raises(ClientIsLed):
        Touch.log(client, by=cast.igor, channel="call")
    assert not Touch.objects.exists()


def test_nobody_else_plans_a_task_for_a_led_client(cast: Cast) -> None:
    client = cast.deal().client
    with pytest.raises(ClientIsLed):
        Task.plan(client, step(), by=cast.igor)


def test_a_head_may_plan_for_the_owner(cast: Cast) -> None:
    client = cast.deal().client
    assert Task.plan(client, step(), by=cast.sergey).assignee == cast.anna


def test_a_head_passes_with_a_reason_that_is_kept(cast: Cast) -> None:
    from vedu.sales.touches.touch import Touch

    client = cast.deal().client
    Touch.log(client, by=cast.sergey, channel="call", override_reason="Anna is ill")
    assert Event.objects.get(kind="client.overridden").data["why"] == "Anna is ill"


def test_a_teammate_does_not_pass_with_a_reason(cast: Cast) -> None:
    client = cast.deal().client
    with pytest.raises(ClientIsLed):
        client.require_workable(cast.igor, override_reason="I know them")


def test_anyone_may_touch_a_held_client_but_not_open_a_deal_with_it(cast: Cast) -> None:
    from vedu.sales.touches.touch import Touch

    client = cast.client(owner=cast.anna)
    Touch.log(client, by=cast.igor, channel="call", direction="in")
    with pytest.raises(ClientIsLed):
        Deal.open(client, cast.pipeline, name="Mine", by=cast.igor)


def test_a_deal_with_a_free_client_claims_it(cast: Cast) -> None:
    client = cast.client()
    cast.deal(client=client)
    assert client.owner == cast.anna
    assert client.ownerships.get().cause == Ownership.Cause.DEAL


def test_the_heads_decision_needs_a_reason(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    with pytest.raises(Invalid):
        client.assign(cast.igor, by=cast.sergey)


def test_the_heads_decision_moves_the_client_with_deals_and_tasks(cast: Cast) -> None:
    deal = cast.deal()
    deal.client.assign(cast.igor, by=cast.sergey, why="Anna leaves for a month")
    deal.refresh_from_db()
    assert deal.owner == cast.igor
    assert deal.tasks.get().assignee == cast.igor
    past, present = deal.client.ownerships.order_by("pk")
    assert past.till_at is not None
    assert past.ended_why == "Anna leaves for a month"
    assert (present.owner, present.by, present.why) == (cast.igor, cast.sergey, "Anna leaves for a month")


def test_a_head_cannot_take_from_another_team(cast: Cast) -> None:
    client = cast.client(owner=cast.olga)
    with pytest.raises(NotAllowed):
        client.assign(cast.anna, by=cast.sergey, why="We want it")


def test_a_seller_assigns_nothing(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        cast.client(owner=cast.anna).assign(cast.igor, by=cast.igor, why="Please")


def test_releasing_returns_the_client_to_the_pool(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    client.release(by=cast.anna, why="Not for us")
    assert client.state == OwnerState.FREE
    assert client.ownerships.get().ended_why == "Not for us"


def test_a_client_with_an_open_deal_is_not_released(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        cast.deal().client.release(by=cast.anna)
    assert refusal.value.codes == ["deal-open"]


def test_a_teammate_does_not_release(cast: Cast) -> None:
    with pytest.raises(NotAllowed):
        cast.client(owner=cast.anna).release(by=cast.igor)
