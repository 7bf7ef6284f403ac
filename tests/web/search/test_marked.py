import pytest

from vedu.web.search.marked import marked


@pytest.mark.parametrize(
    ("title", "text", "markup"),
    [
        ("Волжский пекарь", "волж", "<mark>Волж</mark>ский пекарь"),
        ("Волжский пекарь", "пек волж", "<mark>Волж</mark>ский <mark>пек</mark>арь"),
        ("Зелёный дом", "зелен", "<mark>Зелён</mark>ый дом"),
        ("ООО «Дом»", "9126400", "ООО «Дом»"),
        ("Дом", "", "Дом"),
        ("«Волжский пекарь»", "волж", "«<mark>Волж</mark>ский пекарь»"),
        ("Эко-Пак", "эко пак", "<mark>Эко</mark>-<mark>Пак</mark>"),
        ("Дом (сеть)", "(с", "Дом <mark>(с</mark>еть)"),
    ],
)
def test_what_was_typed_is_marked(title: str, text: str, markup: str) -> None:
    assert marked(title, text) == markup


def test_a_name_cannot_bring_markup() -> None:
    assert marked("<b>Дом</b>", "дом") == "&lt;b&gt;<mark>Дом</mark>&lt;/b&gt;"
