"""Opening, describing and seeing deals."""

from decimal import Decimal

import pytest

from tests.cast import Cast, step
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.foundation.values.money import Money
from vedu.sales.deals.deal import Deal


def test_a_new_deal_stands_in_the_first_stage_with_its_step(cast: Cast) -> None:
    deal = cast.deal()
    assert deal.stage == cast.stage(0)
    assert deal.next_step is not None
    assert deal.attend_at == deal.next_step.due_at == deal.next_step_at


def test_a_deal_without_a_step_needs_attention_at_once(cast: Cast) -> None:
    deal = Deal.open(cast.client(), cast.pipeline, name="Boxes", by=cast.anna)
    assert deal in Deal.objects.stepless()
    assert deal.attend_at == deal.opened_at


@pytest.mark.parametrize(("name", "value"), [(" ", None), ("Boxes", Money(Decimal(-1), "RUB"))])
def test_a_deal_needs_a_name_and_no_negative_value(cast: Cast, name: str, value: Money | None) -> None:
    with pytest.raises(Invalid):
        Deal.open(cast.client(), cast.pipeline, name=name, value=value, by=cast.anna)
    assert not Deal.objects.exists()


def test_a_head_opens_deals_for_his_people_only(cast: Cast) -> None:
    deal = Deal.open(cast.client(), cast.pipeline, name="Boxes", by=cast.sergey, owner=cast.anna)
    assert (deal.owner, deal.client.owner) == (cast.anna, cast.anna)
    with pytest.raises(NotAllowed):
        Deal.open(cast.client(), cast.pipeline, name="Boxes", by=cast.sergey, owner=cast.olga)


def test_a_refused_deal_leaves_the_client_free(cast: Cast) -> None:
    client = cast.client()
    with pytest.raises(NotAllowed):
        Deal.open(client, cast.pipeline, name="Boxes", by=cast.boris)
    client.refresh_from_db()
    assert client.owner is None


def test_describing_keeps_what_it_was(cast: Cast) -> None:
    deal = cast.deal()
    deal.describe(by=cast.anna, amount=Decimal(500_000))
    assert Event.objects.get(kind="deal.described").data["before"] == {"amount": "480000"}


def test_a_teammate_sees_but_does_not_describe(cast: Cast) -> None:
    deal = cast.deal()
    assert deal in Deal.objects.visible_to(cast.igor)
    with pytest.raises(NotAllowed):
        deal.describe(by=cast.igor, name="Mine")


@pytest.mark.every_case
@pytest.mark.parametrize(
    ("who", "sees"),
    [("anna", True), ("igor", True), ("sergey", True), ("olga", False), ("vera", True), ("boris", True)],
)
def test_visibility_is_own_team_or_all(cast: Cast, who: str, sees: bool) -> None:
    deal, user = cast.deal(), getattr(cast, who)
    assert deal.is_visible_to(user) is sees
    assert Deal.objects.visible_to(user).filter(pk=deal.pk).exists() is sees


def test_the_next_step_is_the_earliest_open_task(cast: Cast) -> None:
    deal = cast.deal()
    sooner = deal.plan(step(days=0, title="Send the samples"), by=cast.anna)
    assert deal.next_step == sooner
    sooner.complete(by=cast.anna)
    deal.refresh_from_db()
    assert deal.next_step is not None
    assert deal.next_step.title == "Confirm the need"


def test_a_deal_that_loses_its_last_step_is_first_in_its_column(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    deal.refresh_from_db()
    assert deal.next_step is None
    assert deal in Deal.objects.stepless()
