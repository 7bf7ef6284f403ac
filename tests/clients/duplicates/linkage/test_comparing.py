"""How far two rows agree: many at once and one by one by the same rule."""

import numpy as np
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.clients.duplicates.linkage.tables import FIELDS, table
from vedu.clients.duplicates.linkage.agreeing import agree
from vedu.clients.duplicates.linkage.comparing import compare
from vedu.clients.duplicates.linkage.field import Field, spelled
from vedu.clients.duplicates.linkage.kinds import DIFFERENT, TRAITS, UNKNOWN, Kind

ZERO, ONE = np.array([0]), np.array([1])
SAME = TRAITS[Kind.COMPANY].same


def levels(*rows: tuple[str, ...], fields: tuple[Field, ...] = FIELDS) -> list[int]:
    return [int(level) for level in compare(table(*rows, fields=fields), ZERO, ONE).levels[0]]


def test_equal_alike_different_and_unknown() -> None:
    found = levels(("ООО Ромашка", "+79126401822", ""), ("Ромашка", "+79126401833", "Пермь"))
    assert found == [SAME, DIFFERENT, UNKNOWN]
    assert levels(("Ромашка", "", ""), ("Рамашка", "", ""))[0] in range(DIFFERENT + 1, SAME)


def test_of_several_values_the_best_counts() -> None:
    found = levels(("А", "+79120000001|+79126401822", ""), ("Б", "+79126401822|+79120000009", ""))
    assert found[1] == TRAITS[Kind.PHONE].same


def test_the_rarest_shared_value_is_counted() -> None:
    rows = [("А", "+79120000001|+79126401822", ""), ("Б", "+79126401822|+79120000001", ""), ("В", "+79120000001", "")]
    assert compare(table(*rows), ZERO, ONE).holders[0].tolist() == [0, 2, 0]


def test_a_domain_says_nothing_beside_an_equal_email() -> None:
    fields = (Field("email", Kind.EMAIL), Field("domain", Kind.DOMAIN, part_of="email"))
    assert levels(("a@b.ru", "b.ru"), ("a@b.ru", "b.ru"), fields=fields)[1] == UNKNOWN
    assert levels(("a@b.ru", "b.ru"), ("c@b.ru", "b.ru"), fields=fields)[1] == TRAITS[Kind.DOMAIN].same


def test_fields_that_changed_places_nearly_agree() -> None:
    fields = (Field("given", Kind.PERSON, twin="surname"), Field("surname", Kind.PERSON))
    assert levels(("anna", "kotova"), ("kotova", "anna"), fields=fields) == [TRAITS[Kind.PERSON].same - 1] * 2
    assert levels(("anna", "kotova"), ("kotova", "vera"), fields=fields) == [DIFFERENT] * 2


def test_words_that_everybody_has_do_not_make_names_alike() -> None:
    crowd = [(f"Торговый дом {word}", "", "") for word in "кедр маяк заря нива сокол вега барс".split()]
    assert levels(*crowd)[0] == DIFFERENT


WORDS = st.lists(st.sampled_from(["Ромашка", "Рамашка", "Юг", "Дом", "Север", "romashka"]), max_size=3).map(" ".join)
PHONES = st.lists(st.sampled_from(["+79126401822", "+79126401823", "+79120000000"]), max_size=2).map("|".join)
ROW = st.tuples(WORDS, PHONES, st.sampled_from(["", "Пермь", "Перм", "Самара"]))


@given(one=ROW, other=ROW)
@settings(max_examples=150, deadline=None, derandomize=True)
def test_one_by_one_is_as_many_at_once(one: tuple[str, ...], other: tuple[str, ...]) -> None:
    both = table(one, other)
    common = {column.field.name: column.common_words for column in both.columns}
    rows = [
        {field.name: spelled(field, value.split("|")) for field, value in zip(FIELDS, row, strict=True)}
        for row in (one, other)
    ]
    agreed = agree(FIELDS, *rows, common)
    assert [agreed[field.name].level for field in FIELDS] == compare(both, ZERO, ONE).levels[0].tolist()
