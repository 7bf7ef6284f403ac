import pytest

from vedu.foundation.values.fold import digits, fold


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("Ёлка", "елка"),
        ("е\u0308лка", "елка"),
        ('ООО "Ромашка-2000"', "ооо ромашка 2000"),
        ("ООО «Ёж — и — Ко»", "ооо еж и ко"),
        ("  два\t слова\n", "два слова"),
        ("Ivan@Mail.RU", "ivan@mail.ru"),
        ("Straße", "strasse"),
        ("О’Нил", "онил"),
        ("КТ‑28", "кт 28"),
        ("Ｐｒｏ", "pro"),
        ("ко\u00adроб", "короб"),
        ("Счёт №5", "счет 5"),
        ("«»", ""),
    ],
)
def test_spellings_of_a_word_fold_into_one(text: str, folded: str) -> None:
    assert fold(text) == folded


def test_folding_twice_changes_nothing() -> None:
    for text in ("ООО «Ёж — и — Ко»", "ﬁne ½ Ⅷ", "İstanbul"):
        assert fold(fold(text)) == fold(text)


def test_short_i_stays_apart_from_i() -> None:
    assert fold("й") != fold("и")


def test_digits_are_taken_out_of_anything() -> None:
    assert digits("+7 (912) 640-18-22") == "79126401822"
    assert digits("ИНН 7707083893") == "7707083893"
    assert digits("²٣") == ""
