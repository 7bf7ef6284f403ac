from collections.abc import Mapping

import pytest
from babel.dates import get_day_names, get_month_names
from django.utils import translation

from vedu.foundation.values.words_of_time import ENGLISH, RUSSIAN, Words, words_in


def in_order(names: Mapping[int, str]) -> list[str]:
    return [names[number] for number in sorted(names)]


@pytest.mark.parametrize(("language", "words"), [("ru", RUSSIAN), ("en", ENGLISH)])
def test_the_words_are_those_of_the_language(language: str, words: Words) -> None:
    assert list(words.weekdays) == in_order(get_day_names("wide", "format", language))
    assert list(words.short_weekdays) == in_order(get_day_names("abbreviated", "format", language))
    assert list(words.months) == in_order(get_month_names("wide", "format", language))
    assert list(words.short_months) == in_order(get_month_names("abbreviated", "format", language))


def test_a_dialect_speaks_its_language_and_others_english() -> None:
    assert words_in("ru-ru") is RUSSIAN
    assert words_in("en-gb") is words_in("de") is ENGLISH


def test_no_language_means_the_active_one() -> None:
    with translation.override("ru"):
        assert words_in(None) is RUSSIAN
    with translation.override(None):
        assert words_in(None) is ENGLISH
