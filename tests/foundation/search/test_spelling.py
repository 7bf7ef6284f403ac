import pytest

from vedu.foundation.search.spelling import other_alphabet, other_layout, stem


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("bdfyjd", "иванов"), ("gtrfhyz", "пекарня"), ("hjvfirf 912", "ромашка 912"), ("'rcgthn", "эксперт")],
)
def test_english_keys_typed_for_russian_ones(typed: str, meant: str) -> None:
    assert other_layout(typed) == meant


def test_russian_keys_typed_for_english_ones() -> None:
    assert other_layout("мувг") == "vedu"
    assert other_layout("Щяфкщ") == "ozaro"


@pytest.mark.parametrize(
    ("latin", "russian"),
    [
        ("ivanov", "иванов"),
        ("tsvetkov", "цветков"),
        ("shchukin", "щукин"),
        ("zhukov", "жуков"),
        ("khlebozavod", "хлебозавод"),
        ("nikolay", "николай"),
        ("romashka", "ромашка"),
        ("yuliya", "юлия"),
    ],
)
def test_latin_letters_are_read_as_russian(latin: str, russian: str) -> None:
    assert other_alphabet(latin) == russian


def test_russian_letters_are_read_as_latin() -> None:
    assert other_alphabet("иванов") == "ivanov"


@pytest.mark.parametrize("word", ["info@mail.ru", "7707083893", "кт28"])
def test_addresses_and_numbers_have_no_other_alphabet(word: str) -> None:
    assert other_alphabet(word) == ""


@pytest.mark.parametrize("form", ["пекарня", "пекарни", "пекарней", "пекарню"])
def test_forms_of_a_word_have_one_stem(form: str) -> None:
    assert stem(form) == "пекарн"


@pytest.mark.parametrize("word", ["bakeries", "ромашкой", "ооо", "северный", "x"])
def test_a_stem_begins_its_word(word: str) -> None:
    assert stem(word)
    assert word.startswith(stem(word))
