import pytest

from vedu.foundation.search import matching
from vedu.foundation.search.terms import Term

ZARYA = [Term(("заря",))]


def marks(sql: matching.Sql) -> int:
    return sql.text.count("%s")


@pytest.mark.parametrize("terms", [ZARYA, [Term((" з",))], [Term(("8912", "7912")), Term((" з",))]])
@pytest.mark.parametrize("kinds", [None, [], ["client"], ["client", "deal"]])
def test_every_mark_has_its_value(terms: list[Term], kinds: list[str] | None) -> None:
    for sql in (matching.newest(terms, kinds, 10), matching.of_owners([1, 2], 5, terms, kinds)):
        assert marks(sql) == len(sql.values)


def test_nothing_typed_becomes_a_part_of_the_sql() -> None:
    wicked = [Term(("';drop",))]
    for sql in (matching.newest(wicked, ["x'y"], 10), matching.of_owners([1], 5, wicked, ["x'y"])):
        assert "drop" not in sql.text
        assert "x'y" not in sql.text


def test_free_entries_are_visible_to_everybody() -> None:
    assert matching.visible(None).text == "1 = 1"
    assert "owner_id IS NULL" in matching.visible([]).text
    assert matching.visible([3, 4]).values == [3, 4]
