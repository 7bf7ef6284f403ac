from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.closing_offer import offer_closing
from vedu.sales.talk.repetition import said_twice
from vedu.sales.touches.channel import TaskKind


@pytest.mark.parametrize(
    ("said", "twice"),
    [
        ([], ""),
        ([("price", "Too dear"), ("think", "I shall think")], ""),
        ([("price", "Too dear"), ("think", "I shall think"), ("price", "Still dear")], "Still dear"),
        ([("other", "Not now"), ("other", "Perhaps later")], ""),
        ([("other", "«Not now»"), ("other", "not  now")], "not  now"),
    ],
)
def test_the_same_again_is_heard(said: list[tuple[str, str]], twice: str) -> None:
    assert said_twice(said) == twice


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def test_contract_and_invoice_are_planned_for_today(cast: Cast, deal: Deal) -> None:
    task = offer_closing(deal, by=cast.anna)
    assert (task.kind, task.deal, task.assignee, task.has_time) == (TaskKind.DOCUMENT, deal, cast.anna, False)
    assert timezone.localdate(task.due_at) == timezone.localdate()
    deal.refresh_from_db()
    assert deal.next_step == task


def test_they_are_planned_once(cast: Cast, deal: Deal) -> None:
    offer_closing(deal, by=cast.anna)
    with pytest.raises(Refused) as refused:
        offer_closing(deal, by=cast.anna)
    assert refused.value.codes == ["documents-planned"]


def test_done_documents_may_be_offered_anew(cast: Cast, deal: Deal) -> None:
    offer_closing(deal, by=cast.anna).complete(by=cast.anna)
    assert offer_closing(deal, by=cast.anna, at=timezone.now() + timedelta(days=1)).done_at is None


def test_an_outsider_offers_nothing(cast: Cast, deal: Deal) -> None:
    with pytest.raises(NotAllowed):
        offer_closing(deal, by=cast.olga)
