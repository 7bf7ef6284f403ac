import pytest

from vedu.web.day.titles import line_of


@pytest.mark.parametrize(
    ("title", "line"),
    [
        ("Подтвердить потребность", "«Волга»: подтвердить потребность"),
        ("Найти, кто закупает", "«Волга»: найти, кто закупает"),
        ("Договориться о разговоре", "«Волга»: договориться о разговоре"),
        ("Анна просила перезвонить", "«Волга»: Анна просила перезвонить"),
        ("КП и образцы", "«Волга»: КП и образцы"),
        ("Confirm the need", "«Волга»: Confirm the need"),
        ("", "«Волга»: "),
    ],
)
def test_an_infinitive_loses_its_capital_and_a_name_keeps_it(title: str, line: str) -> None:
    assert line_of("«Волга»", title) == line


def test_a_number_does_not_part_from_its_sign() -> None:
    assert line_of("Кафе № 2", "КП") == "Кафе №\u00a02: КП"
