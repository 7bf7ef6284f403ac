"""What is looked for in the index while a name is typed."""

from vedu.clients.duplicates.sought import phrases


def spellings(*names: str) -> list[list[tuple[str, ...]]]:
    return [[term.spellings for term in phrase] for phrase in phrases(names, [])]


def test_the_form_is_left_out_and_latin_is_tried() -> None:
    assert spellings("ООО «Кедр»") == [[("кедр", "kedr")]]


def test_a_long_word_is_looked_for_in_halves_too() -> None:
    assert spellings("Ромашка") == [[("ромашка", "romashka")], [("ром", "ашка")]]


def test_two_words_are_enough_and_the_longest_alone() -> None:
    found = spellings("Цветы и Море Пермь")
    assert [("цветы", "tsvety"), ("пермь", "perm")] in found
    assert [("цветы", "tsvety")] in found


def test_a_domain_is_a_phrase() -> None:
    assert [term.spellings for term in phrases([], ["romashka.ru"])[0]] == [("romashka.ru",)]


def test_too_little_is_nothing() -> None:
    assert not phrases(["", "ИП", "Я"], ["a"])
