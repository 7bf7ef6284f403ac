import pytest

from tests.cast import Cast
from tests.sales.catalogue.goods import boxes
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed, Refused
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import ArgumentFlag, ArgumentResult, DealArgument
from vedu.sales.talk.need import Need


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


@pytest.fixture
def need(cast: Cast, deal: Deal) -> Need:
    return Need.note(deal, words="Cakes arrive crushed", by=cast.anna)


@pytest.fixture
def benefit(cast: Cast) -> Benefit:
    return Benefit.standing_of(boxes(cast))[0]


def test_a_benefit_is_chosen_for_a_need_and_convinces(cast: Cast, deal: Deal, need: Need, benefit: Benefit) -> None:
    argument = DealArgument.choose(deal, need=need, benefit=benefit, by=cast.anna)
    assert (argument.text, argument.product, argument.flags) == (benefit.said, benefit.product, [])
    assert argument.used_at is None
    argument.use(by=cast.anna, result=ArgumentResult.CONVINCED)
    kept = DealArgument.objects.said().get()
    assert (kept.result, kept.used_by) == ("convinced", cast.anna)
    told = Event.objects.get(kind="argument.used")
    assert (told.deal_id, told.data["result"], told.data["flags"]) == (deal.pk, "convinced", [])


def test_a_later_word_on_the_result_keeps_the_first_moment(cast: Cast, deal: Deal, need: Need) -> None:
    argument = DealArgument.choose(deal, need=need, text="We hold the stock", by=cast.anna)
    argument.use(by=cast.anna)
    said_at = argument.used_at
    argument.use(by=cast.sergey, result="failed")
    assert (argument.used_at, argument.used_by, argument.result) == (said_at, cast.anna, "failed")


def test_an_argument_without_a_need_is_kept_and_flagged(cast: Cast, deal: Deal, benefit: Benefit) -> None:
    argument = DealArgument.choose(deal, benefit=benefit, by=cast.anna)
    assert argument.flags == [ArgumentFlag.NO_NEED]
    assert Event.objects.get(kind="argument.chosen").data["flags"] == ["no_need"]


@pytest.mark.parametrize(
    "text",
    [
        "Всего 48,5 ₽ за короб",
        "Отдадим за 12 тыс. руб. в месяц",
        "Only $100",
        "выйдет 300 рублей",
        "от 5 000 р. в месяц",
    ],
)
def test_a_price_before_a_confirmed_need_is_flagged(cast: Cast, deal: Deal, need: Need, text: str) -> None:
    early = DealArgument.choose(deal, need=need, text=text, by=cast.anna)
    assert early.flags == [ArgumentFlag.EARLY_PRICE]


@pytest.mark.parametrize("text", ["Снизим возвраты на 11 %", "Доставим за 2 рабочих дня", "Three sizes instead of 14"])
def test_a_number_is_no_price(cast: Cast, deal: Deal, need: Need, text: str) -> None:
    assert DealArgument.choose(deal, need=need, text=text, by=cast.anna).flags == []


def test_a_price_may_be_marked_by_hand(cast: Cast, deal: Deal, need: Need) -> None:
    argument = DealArgument.choose(deal, need=need, text="A discount", names_price=True, by=cast.anna)
    assert argument.is_early_price


def test_a_price_said_after_the_need_was_confirmed_is_not_early(cast: Cast, deal: Deal, need: Need) -> None:
    planned, said = (DealArgument.choose(deal, need=need, text=f"{sum_} ₽", by=cast.anna) for sum_ in (48, 50))
    said.use(by=cast.anna)
    need.confirm(by=cast.anna)
    planned.use(by=cast.anna)
    said.use(by=cast.anna, result="convinced")
    assert (planned.is_early_price, said.is_early_price) == (False, True)


def test_a_benefit_is_chosen_once_for_a_need(cast: Cast, deal: Deal, need: Need, benefit: Benefit) -> None:
    for one in (need, None):
        DealArgument.choose(deal, need=one, benefit=benefit, by=cast.anna)
        with pytest.raises(Refused) as refused:
            DealArgument.choose(deal, need=one, benefit=benefit, by=cast.anna)
        assert refused.value.codes == ["already-chosen"]


def test_what_cannot_be_is_refused(cast: Cast, deal: Deal) -> None:
    alien = Need.note(cast.deal(owner=cast.igor, client=cast.client("Other", owner=cast.igor)), words="x", by=cast.igor)
    for facts, code in (({}, "words-needed"), ({"text": "y", "need": alien}, "unknown-id")):
        with pytest.raises(Invalid) as refused:
            DealArgument.choose(deal, by=cast.anna, **facts)
        assert refused.value.codes == [code]
    argument = DealArgument.choose(deal, text="y", by=cast.anna)
    with pytest.raises(Invalid):
        argument.use(by=cast.anna, result="chosen")


def test_what_was_said_is_not_dropped(cast: Cast, deal: Deal) -> None:
    planned, said = (DealArgument.choose(deal, text=text, by=cast.anna) for text in ("One", "Two"))
    planned.drop(by=cast.anna)
    said.use(by=cast.anna)
    with pytest.raises(Refused) as refused:
        said.drop(by=cast.anna)
    assert refused.value.codes == ["already-said"]
    assert list(DealArgument.objects.all()) == [said]


@pytest.mark.parametrize("name", ["igor", "olga", "boris"])
def test_others_choose_none(cast: Cast, deal: Deal, name: str) -> None:
    person, argument = getattr(cast, name), DealArgument.choose(deal, text="One", by=cast.anna)
    for deed in (
        lambda: DealArgument.choose(deal, text="Two", by=person),
        lambda: argument.use(by=person),
        lambda: argument.drop(by=person),
    ):
        with pytest.raises(NotAllowed):
            deed()
