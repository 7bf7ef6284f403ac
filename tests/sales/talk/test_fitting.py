import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.sales.catalogue.benefit_words import stems
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.fitting import NeedFits, fits_of
from vedu.sales.talk.need import Need

GOODS = {
    "Короба под торты": ("Торты приезжают мятыми, магазины их возвращают", "Возвратов втрое меньше"),
    "Плёнка для заморозки": ("Плёнка рвётся на морозе, паллеты разваливаются", "Паллета доезжает целой"),
    "Пакеты с логотипом": ("Наши пакеты путают с соседней сетью", "Логотип видно от кассы"),
}


@pytest.fixture
def goods(cast: Cast) -> dict[str, Benefit]:
    for name, (problem, benefit) in GOODS.items():
        product = Product.add(name=name, by=cast.sergey)
        product.publish_knowledge({"benefits": [{"problem": problem, "benefit": benefit}]}, by=cast.sergey)
    return {one.product.name: one for one in Benefit.objects.select_related("product")}


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def note(deal: Deal, words: str, **facts: str) -> Need:
    return Need.note(deal, words=words, by=deal.owner, **facts)


def only(deal: Deal) -> NeedFits:
    (found,) = fits_of(deal)
    return found


def test_words_are_compared_by_their_stems() -> None:
    assert stems("Хотим, чтобы паллеты НЕ разваливались на морозе") == {
        "паллет": "паллеты",
        "развалива": "разваливались",
        "мороз": "морозе",
    }


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("Магазин вернул торты: приехали мятые", "Короба под торты"),
        ("Возвраты тортов из магазинов", "Короба под торты"),
        ("На морозе рвутся паллеты", "Плёнка для заморозки"),
        ("Путают с сетью напротив", "Пакеты с логотипом"),
    ],
)
def test_a_need_finds_the_benefit_in_any_form_of_its_words(
    deal: Deal, goods: dict[str, Benefit], words: str, found: str
) -> None:
    note(deal, words)
    assert only(deal).fits[0].benefit.product.name == found


def test_the_problem_behind_the_need_counts_too(deal: Deal, goods: dict[str, Benefit]) -> None:
    note(deal, "Что-то не так", problem="Торты приходят мятыми")
    fit = only(deal).fits[0]
    assert fit.benefit == goods["Короба под торты"]
    assert "торты" in fit.words
    assert 0 < fit.score <= 100


def test_a_stray_word_in_common_is_no_argument_beside_a_good_one(deal: Deal, goods: dict[str, Benefit]) -> None:
    note(deal, "Торты приезжают мятыми, магазины возвращают, а пакеты такие")
    assert [one.benefit.product.name for one in only(deal).fits] == ["Короба под торты"]


def test_nothing_is_offered_where_nothing_fits(deal: Deal, goods: dict[str, Benefit]) -> None:
    note(deal, "Нужна отсрочка платежа")
    assert only(deal).fits == []


def test_what_a_person_chose_stands_first(cast: Cast, deal: Deal, goods: dict[str, Benefit]) -> None:
    need = note(deal, "Торты приезжают мятыми")
    chosen = [
        DealArgument.choose(deal, need=need, benefit=goods[name], by=cast.anna)
        for name in ("Пакеты с логотипом", "Короба под торты")
    ]
    assert (only(deal).chosen, only(deal).fits) == (chosen, [])


def test_the_products_of_the_deal_go_ahead(cast: Cast, deal: Deal, goods: dict[str, Benefit]) -> None:
    note(deal, "Паллеты разваливаются, сеть путают")
    rivals = [one.benefit.product.name for one in only(deal).fits]
    assert set(rivals) == {"Плёнка для заморозки", "Пакеты с логотипом"}
    DealProduct.note(deal, goods[rivals[1]].product, by=cast.anna)
    assert only(deal).fits[0].benefit.product.name == rivals[1]


def test_the_withdrawn_and_the_retired_are_not_offered(cast: Cast, deal: Deal, goods: dict[str, Benefit]) -> None:
    note(deal, "Торты мятые, плёнка рвётся на морозе")
    goods["Короба под торты"].product.withdraw(by=cast.sergey)
    goods["Плёнка для заморозки"].product.publish_knowledge({"benefits": []}, by=cast.sergey)
    assert only(deal).fits == []


def test_critical_and_confirmed_needs_come_first(cast: Cast, deal: Deal) -> None:
    late, critical, confirmed = (
        note(deal, words, priority=priority)
        for words, priority in (("a", "optional"), ("b", "critical"), ("c", "important"))
    )
    confirmed.confirm(by=cast.anna)
    assert [one.need for one in fits_of(deal)] == [confirmed, critical, late]


def test_the_size_of_the_catalogue_costs_no_queries(
    cast: Cast, deal: Deal, goods: dict[str, Benefit], django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for words in ("Торты мятые", "Плёнка рвётся", "Пакеты путают"):
        note(deal, words)
    with django_assert_max_num_queries(5):
        fits_of(deal)
