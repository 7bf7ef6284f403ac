from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.signals import presets
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


@pytest.fixture
def papers(cast: Cast) -> BuyingSignal:
    """Of 40 per cent."""
    return BuyingSignal.objects.get(preset="papers")


@pytest.fixture
def bargains(cast: Cast) -> BuyingSignal:
    """Of 25 per cent."""
    return BuyingSignal.objects.get(preset="bargains")


def test_a_mark_makes_the_deal_readier(cast: Cast, deal: Deal, papers: BuyingSignal, bargains: BuyingSignal) -> None:
    at = timezone.now()
    SignalMark.mark(deal, papers, by=cast.anna, at=at)
    SignalMark.mark(deal, bargains, by=cast.anna, at=at)
    deal.refresh_from_db()
    assert deal.readiness(at) == pytest.approx(1 - 0.6 * 0.75)
    told = Event.objects.filter(kind="signal.marked").order_by("pk").values_list("deal_id", "data__signal")
    assert list(told) == [(deal.pk, papers.pk), (deal.pk, bargains.pk)]


def test_a_mark_is_taken_back_and_stays_on_record(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    SignalMark.mark(deal, papers, by=cast.anna)
    SignalMark.unmark(deal, papers, by=cast.sergey)
    deal.refresh_from_db()
    mark = SignalMark.objects.get()
    assert (deal.readiness(), deal.signals_at, mark.unmarked_by) == (0.0, None, cast.sergey)
    assert Event.objects.filter(kind="signal.unmarked").count() == 1
    with pytest.raises(Refused) as refused:
        SignalMark.unmark(deal, papers, by=cast.anna)
    assert refused.value.codes == ["signal-not-marked"]


def test_twice_a_day_is_once_and_seen_again_it_is_fresh(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    now = timezone.now()
    SignalMark.mark(deal, papers, by=cast.anna, at=now - timedelta(days=30))
    SignalMark.mark(deal, papers, by=cast.anna, at=now)
    SignalMark.mark(deal, papers, by=cast.anna, at=now)
    assert deal.readiness(now) == pytest.approx(0.40)
    assert (SignalMark.objects.count(), Event.objects.filter(kind="signal.marked").count()) == (1, 2)


def test_another_weight_counts_from_the_next_mark_on(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    now = timezone.now()
    SignalMark.mark(deal, papers, by=cast.anna, at=now)
    papers.change(papers.name, 80, by=cast.sergey)
    assert deal.readiness(now) == pytest.approx(0.40)
    other = cast.deal()
    SignalMark.mark(other, papers, by=cast.anna, at=now)
    assert other.readiness(now) == pytest.approx(0.80)


def test_a_retired_signal_is_not_marked_but_its_marks_stay(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    SignalMark.mark(deal, papers, by=cast.anna)
    papers.retire(by=cast.sergey)
    assert deal.readiness() > 0.39
    with pytest.raises(Refused) as refused:
        SignalMark.mark(cast.deal(), papers, by=cast.anna)
    assert refused.value.codes == ["signal-retired"]


def test_who_may_not_work_marks_nothing(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    for user in (cast.igor, cast.olga, cast.boris):
        with pytest.raises(NotAllowed):
            SignalMark.mark(deal, papers, by=user)
    deal.lose(by=cast.anna, reason=cast.reason())
    with pytest.raises(Refused) as refused:
        SignalMark.mark(deal, papers, by=cast.anna)
    assert refused.value.codes == ["deal-closed"]


def test_the_database_holds_one_mark_of_a_signal(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    mark = SignalMark.mark(deal, papers, by=cast.anna)
    mark.pk = None
    mark._state.adding = True
    with pytest.raises(IntegrityError), transaction.atomic():
        mark.save()


@pytest.mark.parametrize(
    ("name", "weight", "code"),
    [(" ", 10, "name-needed"), ("n" * 121, 10, "too-long"), ("Asks", 0, "weight-wrong"), ("Asks", 91, "weight-wrong")],
)
def test_a_signal_that_cannot_be_is_refused(cast: Cast, name: str, weight: int, code: str) -> None:
    with pytest.raises(Invalid) as refused:
        BuyingSignal.add(name, weight, by=cast.sergey)
    assert refused.value.codes == [code]


def test_heads_keep_the_checklist(cast: Cast, papers: BuyingSignal) -> None:
    added = BuyingSignal.add(" Calls  himself ", 35, by=cast.sergey)
    assert (added.name, added in BuyingSignal.objects.in_use()) == ("Calls himself", True)
    for change in (lambda: BuyingSignal.add("Asks", 5, by=cast.anna), lambda: papers.retire(by=cast.anna)):
        with pytest.raises(NotAllowed):
            change()
    papers.retire(by=cast.sergey)
    papers.restore(by=cast.sergey)
    with pytest.raises(Refused):
        papers.restore(by=cast.sergey)


def test_the_ready_signals_come_once(cast: Cast) -> None:
    assert BuyingSignal.objects.count() == len(presets.SIGNALS) == 10
    BuyingSignal.objects.get(preset="details").delete()
    assert (presets.install(), presets.install()) == (1, 0)
