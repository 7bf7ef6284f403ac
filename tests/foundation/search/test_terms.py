import pytest

from vedu.foundation.search.terms import MOST_TERMS, Term, kind_mark, readings


def spellings(query: str) -> list[list[tuple[str, ...]]]:
    return [[term.spellings for term in terms] for terms in readings(query)]


def test_words_are_folded_and_each_must_match() -> None:
    assert spellings(" Ёлка  «Заря» ") == [[("елка",), ("заря",)]]


def test_a_short_word_is_looked_for_at_the_beginning_of_words() -> None:
    assert spellings("ип р") == [[(" ип",), (" р",)]]


@pytest.mark.parametrize("query", ["912 640", "(912) 640", "912-640", "912.640"])
def test_groups_of_digits_are_one_number_first_and_words_only_then(query: str) -> None:
    assert spellings(query)[0] == [("912640",)]


def test_two_numbers_may_be_two_words_after_all() -> None:
    assert spellings("18-22") == [[("1822",)], [(" 18",), (" 22",)]]


def test_a_phone_typed_with_eight_is_also_looked_for_with_seven() -> None:
    assert spellings("8 (912) 640")[0] == [("8912640", "7912640")]
    assert spellings("+7 (912) 640")[0] == [("7912640",)]


def test_words_and_a_phone_stand_together() -> None:
    assert spellings("Иванов 912 640-18")[0] == [("иванов",), ("91264018",)]


def test_an_address_is_a_word_of_its_own() -> None:
    assert spellings("Info2000@Mail.ru") == [[("info2000@mail.ru",)]]
    assert spellings("КТ-28") == [[(" кт",), (" 28",)]]


def test_punctuation_around_a_word_is_dropped() -> None:
    assert spellings("(ромашка), № 5") == [[("ромашка",), (" 5",)]]


@pytest.mark.parametrize("query", ["", "   ", "«»", "—", "()", "\0"])
def test_nothing_to_look_for_is_nothing(query: str) -> None:
    assert spellings(query) == []


def test_a_query_does_not_grow_without_end() -> None:
    assert len(spellings("сло" * 1000)[0][0][0]) == 100
    assert len(spellings(" ".join(f"слово{n}" for n in range(14)))[0]) == MOST_TERMS


def test_a_repeated_word_counts_once() -> None:
    assert spellings("заря заря") == [[("заря",)]]


def test_only_three_letters_and_more_are_indexed() -> None:
    assert Term(("заря",)).is_indexed
    assert Term((" ип",)).is_indexed
    assert not Term((" и",)).is_indexed
    assert not Term(("891", "71")).is_indexed


def test_kinds_are_told_apart_by_marks_that_are_indexed() -> None:
    marks = {kind_mark(kind) for kind in ("client", "contact", "deal")}
    assert len(marks) == 3
    assert {len(mark) for mark in marks} == {3}
