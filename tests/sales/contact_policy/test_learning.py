"""Habits stand out of chance, and of few attempts nothing is said."""

from random import Random

from vedu.sales.contact_policy.learning import Attempt, habit_of


def attempts(channel: str, hour: int, answered: int, of: int) -> list[Attempt]:
    return [Attempt(channel, hour, number < answered) for number in range(of)]


def test_of_nothing_nothing_is_learned() -> None:
    habit = habit_of([])
    assert (habit.channel, habit.hours, dict(habit.channels)) == ("", frozenset(), {})


def test_two_answered_calls_are_no_habit() -> None:
    assert habit_of(attempts("call", 11, 2, 2)).channel == ""


def test_he_who_answers_letters_prefers_them() -> None:
    habit = habit_of([*attempts("call", 11, 0, 6), *attempts("email", 11, 5, 6)])
    assert habit.channel == "email"
    assert habit.channels["email"].mean > habit.channels["call"].mean


def test_the_hour_at_which_he_answers_is_his() -> None:
    habit = habit_of([*attempts("call", 10, 0, 8), *attempts("call", 17, 7, 8)])
    assert habit.hours == {17}


def test_hours_beside_each_other_share_what_is_known() -> None:
    lonely = habit_of(attempts("call", 15, 3, 4)).by_hour[15]
    beside = habit_of([*attempts("call", 15, 3, 4), *attempts("call", 16, 4, 4)]).by_hour[15]
    assert beside.deviation < lonely.deviation


def test_uncertainty_shrinks_with_attempts() -> None:
    few, many = (habit_of(attempts("call", 11, count // 2, count)).channels["call"] for count in (4, 100))
    assert many.deviation < few.deviation / 2
    assert (few.attempts, many.attempts) == (4, 100)


def test_where_hours_do_not_matter_hardly_any_is_named() -> None:
    named = 0
    for seed in range(100):
        dice = Random(seed)
        named += bool(habit_of(Attempt("call", dice.randrange(9, 18), dice.random() < 0.35) for _ in range(40)).hours)
    assert named <= 10


def test_a_true_habit_is_found_out_of_noise() -> None:
    found = 0
    for seed in range(50):
        dice = Random(seed)
        hours = [dice.randrange(9, 18) for _ in range(120)]
        habit = habit_of(Attempt("call", hour, dice.random() < (0.8 if hour == 16 else 0.15)) for hour in hours)
        found += 16 in habit.hours
    assert found >= 45
