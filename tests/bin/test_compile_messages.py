"""Catalogues compile without gettext on the machine, with their plurals and contexts."""

import gettext
from pathlib import Path

import pytest
from compile_messages import compile_one

from tests.bin.test_check_translations import HEADER

ENTRIES = """msgid "Deal"
msgstr "Сделка"

msgctxt "verb"
msgid "Deal"
msgstr "Сдавать"

msgid "%(n)s day"
msgid_plural "%(n)s days"
msgstr[0] "%(n)s день"
msgstr[1] "%(n)s дня"
msgstr[2] "%(n)s дней"

#, fuzzy
msgid "Step"
msgstr "Ступень"
"""


@pytest.fixture
def compiled(tmp_path: Path) -> gettext.GNUTranslations:
    file = tmp_path / "ru/LC_MESSAGES/django.po"
    file.parent.mkdir(parents=True)
    file.write_text(HEADER + ENTRIES)
    compile_one(file)
    with file.with_suffix(".mo").open("rb") as source:
        return gettext.GNUTranslations(source)


def test_a_string_is_translated(compiled: gettext.GNUTranslations) -> None:
    assert compiled.gettext("Deal") == "Сделка"


def test_a_context_is_kept(compiled: gettext.GNUTranslations) -> None:
    assert compiled.pgettext("verb", "Deal") == "Сдавать"


@pytest.mark.parametrize(("number", "word"), [(1, "день"), (3, "дня"), (11, "дней"), (21, "день")])
def test_plurals_follow_russian(compiled: gettext.GNUTranslations, number: int, word: str) -> None:
    assert compiled.ngettext("%(n)s day", "%(n)s days", number) == f"%(n)s {word}"


def test_a_guess_is_not_shown(compiled: gettext.GNUTranslations) -> None:
    assert compiled.gettext("Step") == "Step"
