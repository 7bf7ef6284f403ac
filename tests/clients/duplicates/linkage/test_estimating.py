"""Weights are learned from the table without any decision, and a table without duplicates teaches no nonsense."""

from tests.clients.duplicates.linkage.tables import crowd, table
from vedu.clients.duplicates.linkage.blocking import candidates
from vedu.clients.duplicates.linkage.estimating import estimate
from vedu.clients.duplicates.linkage.kinds import DIFFERENT
from vedu.clients.duplicates.linkage.linking import Linked, link


def linked(*rows: tuple[str, str, str], split: int | None = None) -> dict[tuple[int, int], float]:
    found: Linked = link(table(*rows, split=split))
    return dict(zip(zip(found.left.tolist(), found.right.tolist(), strict=True), found.score.tolist(), strict=True))


def test_doubles_are_found_among_strangers() -> None:
    rows = crowd()
    doubles = [(f"ООО {name}", phone, "") for name, phone, _city in rows[:20]]
    assert set(linked(*rows, *doubles)) == {(n, 200 + n) for n in range(20)}


def test_a_table_of_strangers_has_no_pairs() -> None:
    assert not linked(*crowd())


def test_the_same_city_is_not_enough() -> None:
    assert not linked(*crowd(50), ("Кедр", "", "City1"), ("Маяк", "", "City1"))


def test_a_contradiction_weighs_against() -> None:
    one = table(*crowd())
    weights = estimate(one, *candidates(one))
    assert all(weights.fields[name].of(DIFFERENT, 0) < 0 for name in ("name", "phone"))


def test_each_of_two_clean_lists_is_met_once() -> None:
    rows = crowd(60)
    again = [("ООО " + rows[3][0], rows[3][1], ""), (rows[3][0], rows[3][1], rows[3][2])]
    found = linked(*rows, *again, split=60)
    assert set(found) == {(3, 61)}


def test_a_table_of_two_rows_is_scored() -> None:
    assert linked(("Ромашка", "+79126401822", "Пермь"), ("ООО «Ромашка»", "+79126401822", "Пермь"))
