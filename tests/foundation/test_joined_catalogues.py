"""All our files of a language are one table; Django's own plural rule stands beside it."""

from itertools import pairwise

import pytest
from django.utils import translation
from django.utils.translation import trans_real


@pytest.mark.parametrize("language", ["ru", "en"])
def test_files_with_one_rule_of_plural_are_one_table(language: str) -> None:
    catalogue = trans_real.translation(language)._catalog
    rules = [rule.__code__ for rule in catalogue._plurals]
    assert all(one != other for one, other in pairwise(rules))
    assert len(catalogue._catalogs) <= 3


def test_strings_and_plurals_are_found_with_their_contexts() -> None:
    with translation.override("ru"):
        assert translation.pgettext("channel", "Call") == "Звонок"
        days = [
            translation.ngettext("%(number)d day", "%(number)d days", count) % {"number": count} for count in (1, 3, 5)
        ]
    assert days == ["1\N{NO-BREAK SPACE}день", "3\N{NO-BREAK SPACE}дня", "5\N{NO-BREAK SPACE}дней"]


def test_what_nobody_translated_comes_back_as_it_was() -> None:
    with translation.override("ru"):
        assert translation.gettext("nobody has ever said this") == "nobody has ever said this"
