import pytest

from vedu.web.search.marked import excerpt, marked


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


def test_a_short_note_is_shown_whole() -> None:
    assert excerpt("Просили образцы", "образцы") == "Просили образцы"


def test_of_a_long_note_the_words_around_are_shown() -> None:
    note = "Долго говорили о погоде. " * 10 + "Просили образцы коробок. " + "Потом снова о погоде. " * 10
    shown = excerpt(note, "Образцы")
    assert shown.startswith("…")
    assert shown.endswith("…")
    assert "Просили образцы коробок" in shown
    assert len(shown) < 130
    assert set(shown.strip("…").split()) <= set(note.split())


def test_where_another_form_was_found_the_beginning_is_shown() -> None:
    note = "Просили образцы коробок. " + "Потом говорили о погоде. " * 10
    assert excerpt(note, "образцами").startswith("Просили образцы")
