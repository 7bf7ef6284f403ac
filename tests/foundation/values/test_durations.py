import pytest
from django.utils import translation

from vedu.foundation.values.durations import days_text, norm_text, russian_plural


def plain(text: str) -> str:
    return text.replace("\u00a0", " ")


@pytest.mark.parametrize(
    ("form", "counts"),
    [
        ("день", [1, 21, 101, 1001, -1]),
        ("дня", [2, 3, 4, 22, 104, -3]),
        ("дней", [0, 5, 10, 11, 12, 14, 19, 20, 25, 111, 112, -11]),
    ],
)
def test_the_form_goes_with_the_number(form: str, counts: list[int]) -> None:
    assert {russian_plural(count, "день", "дня", "дней") for count in counts} == {form}


@pytest.mark.parametrize(
    ("days", "russian", "english"), [(0, "0 дней", "0 days"), (1, "1 день", "1 day"), (22, "22 дня", "22 days")]
)
def test_days_are_counted_in_words(days: int, russian: str, english: str) -> None:
    assert plain(days_text(days, "ru")) == russian
    assert plain(days_text(days, "en")) == english


@pytest.mark.parametrize(
    ("days", "norm", "russian", "english"),
    [
        (6, 7, "6 из 7 дн.", "6 of 7 days"),
        (0, 1, "0 из 1 дн.", "0 of 1 day"),
        (7, 7, "7 из 7 дн.", "7 of 7 days"),
        (11, 6, "11 дн. при норме 6", "11 days, norm 6"),
    ],
)
def test_days_stand_against_their_norm(days: int, norm: int, russian: str, english: str) -> None:
    assert plain(norm_text(days, norm, "ru")) == russian
    assert plain(norm_text(days, norm, "en")) == english


def test_a_unit_is_never_parted_from_its_number_by_a_line_end() -> None:
    assert norm_text(6, 7, "ru") == "6 из 7\u00a0дн."
    assert days_text(5, "ru") == "5\u00a0дней"


def test_the_language_of_the_request_is_taken_when_none_is_given() -> None:
    with translation.override("en"):
        assert plain(norm_text(6, 7)) == "6 of 7 days"
