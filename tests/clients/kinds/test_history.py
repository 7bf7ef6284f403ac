"""The past of a client out of the facts of it."""

from datetime import UTC, date, datetime, timedelta

from vedu.clients.kinds.history import Told, past_of
from vedu.clients.kinds.rhythm import Usual

FIRST = datetime(2026, 1, 1, 9, tzinfo=UTC)
NOW = FIRST + timedelta(days=300)


def day(number: float) -> datetime:
    return FIRST + timedelta(days=number)


def kinds(*told: Told) -> list[tuple[float, str]]:
    return [((at - FIRST) / timedelta(days=1), kind.value) for at, kind in past_of(told, Usual(), NOW).kinds]


def stages(*told: Told) -> list[tuple[float, str]]:
    return [((at - FIRST) / timedelta(days=1), stage.value) for at, stage in past_of(told, Usual(), NOW).stages]


def test_nothing_known_is_no_history() -> None:
    past = past_of([], Usual(), NOW)
    assert (past.kinds, past.stages) == ([], [])


def test_from_the_first_talk_to_the_broken_rhythm() -> None:
    assert kinds(Told(day(0), "talk"), Told(day(10), "buy")) == [(0, "warm"), (10, "current"), (145, "dormant")]


def test_a_purchase_within_the_rhythm_changes_nothing() -> None:
    assert kinds(Told(day(0), "buy"), Told(day(60), "buy")) == [(0, "current"), (150, "dormant")]


def test_the_rhythm_is_that_of_its_day() -> None:
    """With one purchase the usual one counts; from the second on its own, thirty days."""
    told = [Told(day(number), "buy") for number in (0, 30, 60, 200)]
    assert kinds(*told) == [(0, "current"), (105, "dormant"), (200, "current"), (245, "dormant")]


def test_a_refusal_cools_till_the_return_or_the_next_deal() -> None:
    refused = (Told(day(20), "close"), Told(day(20), "refuse", date(2026, 3, 1)))
    first = (Told(day(0), "talk"), Told(day(0), "open"), *refused)
    assert [kind for _at, kind in kinds(*first)] == ["warm", "cooling", "warm"]
    again = kinds(*first, Told(day(30), "open"))
    assert again == [(0, "warm"), (20, "cooling"), (30, "warm")]


def test_facts_of_one_moment_are_taken_together() -> None:
    assert kinds(Told(day(5), "buy"), Told(day(5), "talk"))[0] == (5, "current")


def test_the_order_of_telling_does_not_matter() -> None:
    told = [Told(day(0), "talk"), Told(day(1), "open"), Told(day(9), "buy"), Told(day(9), "close")]
    assert kinds(*told) == kinds(*reversed(told))


def test_stages_come_with_purchases() -> None:
    told = [Told(day(number), "buy") for number in (0, 30, 60)]
    assert stages(*told) == [(0, "first"), (30, "repeat"), (60, "regular")]


def test_a_regular_one_may_lose_its_rhythm() -> None:
    told = [Told(day(number), "buy") for number in (0, 30, 60, 61, 62)]
    assert stages(*told)[-1] == (62, "repeat")
