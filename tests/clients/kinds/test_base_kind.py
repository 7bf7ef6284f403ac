"""BASE-2: the kind is a function of facts and a moment, nothing else."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vedu.clients.kinds.base_kind import BaseKind, Facts, kind_at, steps, steps_till

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
DAY = timedelta(days=1)


def on(days: float) -> datetime:
    return NOON + days * DAY


BOUGHT = Facts(talked_at=on(-50), bought_at=on(-30), rhythm_ends_at=on(15))
REFUSED = Facts(talked_at=on(-20), refused_at=on(-3), returns_at=on(11))


def test_nobody_has_talked_to_a_cold_one() -> None:
    assert kind_at(Facts(), NOON) == BaseKind.COLD


def test_a_talk_makes_it_warm() -> None:
    assert kind_at(Facts(talked_at=on(-1)), NOON) == BaseKind.WARM


def test_a_talk_to_come_makes_nothing() -> None:
    assert kind_at(Facts(talked_at=on(1)), NOON) == BaseKind.COLD


@pytest.mark.parametrize(
    ("days", "kind"),
    [(-60, "cold"), (-50, "warm"), (-30, "current"), (0, "current"), (14.9, "current"), (15, "dormant")],
)
def test_a_purchase_is_current_till_its_rhythm_is_broken(days: float, kind: str) -> None:
    assert kind_at(BOUGHT, on(days)) == kind


@pytest.mark.parametrize(("days", "kind"), [(-4, "warm"), (-3, "cooling"), (10.9, "cooling"), (11, "warm")])
def test_a_refusal_cools_till_the_day_of_return(days: float, kind: str) -> None:
    assert kind_at(REFUSED, on(days)) == kind


def test_a_refusal_without_a_return_leaves_it_warm() -> None:
    assert kind_at(REFUSED._replace(returns_at=None), NOON) == BaseKind.WARM


def test_who_refused_has_answered() -> None:
    assert kind_at(Facts(refused_at=on(-3)), NOON) == BaseKind.WARM


def test_an_open_deal_warms_it_again() -> None:
    assert kind_at(REFUSED._replace(open_deals=1), NOON) == BaseKind.WARM


def test_a_purchase_within_the_rhythm_outweighs_a_refusal() -> None:
    facts = BOUGHT._replace(refused_at=on(-1), returns_at=on(60))
    assert kind_at(facts, NOON) == BaseKind.CURRENT
    assert kind_at(facts, on(15)) == BaseKind.COOLING
    assert kind_at(facts, on(60)) == BaseKind.DORMANT


def test_a_purchase_after_the_refusal_ends_it() -> None:
    facts = BOUGHT._replace(refused_at=on(-40), returns_at=on(60))
    assert kind_at(facts, on(20)) == BaseKind.DORMANT


def test_each_turn_is_dated_by_the_fact_behind_it() -> None:
    assert steps_till(BOUGHT, "cold", None, on(40)) == [
        (on(-50), BaseKind.WARM),
        (on(-30), BaseKind.CURRENT),
        (on(15), BaseKind.DORMANT),
    ]


def test_what_was_before_the_last_change_is_not_told_again() -> None:
    assert steps_till(BOUGHT, "current", on(-30), on(40)) == [(on(15), BaseKind.DORMANT)]
    assert steps_till(BOUGHT, "current", on(-30), NOON) == []


def test_without_a_fact_behind_it_the_turn_is_of_now() -> None:
    assert steps_till(Facts(talked_at=on(-50)), "current", on(-30), NOON) == [(NOON, BaseKind.WARM)]


def moments() -> st.SearchStrategy[datetime | None]:
    return st.none() | st.integers(-400, 400).map(on)


def all_facts() -> st.SearchStrategy[Facts]:
    return st.builds(Facts, moments(), moments(), moments(), moments(), moments(), st.integers(0, 2))


@given(all_facts(), st.integers(-400, 400))
def test_the_steps_always_end_in_the_kind_of_now(facts: Facts, days: int) -> None:
    found = steps_till(facts, "cold", None, on(days))
    assert ([BaseKind.COLD] + [kind for _at, kind in found])[-1] == kind_at(facts, on(days))
    assert [at for at, _kind in found] == sorted(at for at, _kind in found)


@given(all_facts())
def test_no_step_goes_to_where_it_already_is(facts: Facts) -> None:
    kinds = [BaseKind.COLD, *(kind for _at, kind in steps(facts, "cold", facts.moments))]
    assert all(one != other for one, other in zip(kinds, kinds[1:], strict=False))
