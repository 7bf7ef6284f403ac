"""Pairs worth comparing are found; their number grows with the rows and not with their square."""

from tests.clients.duplicates.linkage.tables import crowd, table
from vedu.clients.duplicates.linkage import blocking
from vedu.clients.duplicates.linkage.blocking import candidates
from vedu.clients.duplicates.linkage.table import Table


def pairs(one: Table) -> set[tuple[int, int]]:
    left, right = candidates(one)
    return set(zip(left.tolist(), right.tolist(), strict=True))


def test_a_shared_phone_or_a_rare_word_is_enough() -> None:
    found = pairs(table(("Кедр", "+79126401822", ""), ("Маяк", "89126401822", ""), ("Маяк Юг", "", ""), *crowd()))
    assert {(0, 1), (1, 2)} <= found


def test_a_slip_of_the_finger_is_no_hindrance() -> None:
    found = pairs(table(("Агрокомплект", "", ""), ("Агрокомплкт", "", ""), *crowd()))
    assert (0, 1) in found


def test_each_pair_comes_once_and_in_order() -> None:
    left, right = candidates(table(*[("Кедр", "+79126401822", "Пермь")] * 4))
    assert len(left) == 6
    assert (left < right).all()


def test_two_clean_lists_are_compared_only_with_each_other() -> None:
    rows = [("Кедр", "+79126401822", "Пермь")] * 4
    assert pairs(table(*rows, split=2)) == {(0, 2), (0, 3), (1, 2), (1, 3)}


def test_a_word_that_everybody_has_makes_pairs_only_with_another() -> None:
    many = [(f"Торговый {n}", f"+7912{n:07}", f"City{n}") for n in range(300)]
    many += [("Торговый А", "", "Тверь"), ("Торговый Б", "", "Тверь")]
    found = pairs(table(*many))
    assert (300, 301) in found
    assert len(found) < 30 * len(many)


def test_the_number_of_pairs_keeps_to_the_budget() -> None:
    same = [(f"Дом {n % 40}", "", f"City{n % 9}") for n in range(3000)]
    most = 2 * blocking.BUDGET + 2 * blocking.WINDOW + 8
    assert len(candidates(table(*same))[0]) <= most * len(same)


def test_the_same_pairs_in_every_run() -> None:
    rows = crowd(50)
    assert pairs(table(*rows)) == pairs(table(*rows))


def test_a_table_of_one_row_has_none() -> None:
    assert not pairs(table(("Кедр", "", "")))
