from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.insight.rebuttals.jobs import learn_nightly, learn_rates
from vedu.insight.rebuttals.ranking import NOTHING, Ranked, drawn, in_order, ranked, usual
from vedu.insight.rebuttals.rates import Rates
from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate
from vedu.insight.win_rate import WinRate
from vedu.sales.objections.rebuttal import Rebuttal


def titles(rows: list[Ranked]) -> list[str]:
    return [row.rebuttal.preset for row in rows]


def worked(code: str, removed: WinRate, won: WinRate = NOTHING.won) -> Ranked:
    one = Rebuttal(preset=code, against="doubt")
    return Ranked(one, None, Rates(removed.total, removed, won))  # type: ignore[arg-type]


def test_what_has_worked_stands_first() -> None:
    rows = [worked("weak", WinRate(10, 40)), worked("strong", WinRate(35, 40))]
    assert titles(in_order(rows)) == ["strong", "weak"]


def test_one_lucky_use_does_not_overtake_what_is_known_to_work() -> None:
    rows = [worked("lucky", WinRate(1, 1)), worked("known", WinRate(36, 40)), worked("weak", WinRate(10, 40))]
    assert titles(in_order(rows)) == ["known", "lucky", "weak"]


def test_what_was_never_tried_stands_in_the_middle() -> None:
    rows = [worked("weak", WinRate(5, 40)), worked("new", WinRate(0, 0)), worked("strong", WinRate(38, 40))]
    assert titles(in_order(rows)) == ["strong", "new", "weak"]


def test_deals_won_count_as_much_as_objections_removed() -> None:
    rows = [worked("talks", WinRate(20, 40), WinRate(5, 40)), worked("sells", WinRate(20, 40), WinRate(30, 40))]
    assert titles(in_order(rows)) == ["sells", "talks"]


def test_shares_are_drawn_to_what_is_usual() -> None:
    assert usual([]) == usual([WinRate(0, 0)]) == 0.5
    assert usual([WinRate(1, 4), WinRate(2, 4)]) == pytest.approx((3 + 5) / (8 + 10))
    assert drawn(WinRate(0, 0), 0.3) == pytest.approx(0.3)
    assert drawn(WinRate(10, 10), 0.5) == pytest.approx(0.75)


def test_answers_for_what_the_objection_is_come_first(cast: Cast) -> None:
    doubt = titles(ranked("price", is_indecision=False))
    indecision = titles(ranked("price", is_indecision=True))
    assert doubt[-1] == indecision[0] == "price-only-price"
    assert len(doubt) == len(indecision) == 4


def test_a_night_learns_and_the_next_offer_is_another(
    cast: Cast, django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    smaller = Rebuttal.objects.get(preset="price-smaller")
    for _number in range(3):
        cast.object_to(cast.deal()).reply(version=smaller.latest, by=cast.anna)
    assert titles(ranked("price", is_indecision=False))[0] == "price-compare"
    assert learn_rates(timezone.now()) == 1
    with django_assert_num_queries(2):
        rows = ranked("price", is_indecision=False)
    assert (titles(rows)[0], rows[0].rates.removed, rows[1].rates) == ("price-smaller", WinRate(3, 3), NOTHING)


def test_retired_answers_are_not_offered(cast: Cast) -> None:
    Rebuttal.objects.get(preset="price-compare").retire(by=cast.sergey)
    assert "price-compare" not in titles(ranked("price", is_indecision=False))


def test_it_is_learned_once_a_night(cast: Cast) -> None:
    at = timezone.now().replace(hour=12, minute=0)
    cast.object_to(cast.deal()).reply(version=Rebuttal.objects.all()[0].latest, by=cast.anna)
    assert learn_nightly(at)
    assert not learn_nightly(at + timedelta(minutes=30))
    assert learn_nightly(at + timedelta(days=1))
    assert RebuttalRate.objects.count() == 1
