"""Words that are looked up once in each language."""

from django.utils import translation
from django.utils.translation import gettext as _

from vedu.web.shell.said import said_once


def test_each_language_has_its_own_words_and_is_asked_once() -> None:
    asked = []

    @said_once
    def words() -> str:
        asked.append(translation.get_language())
        return _("Clients")

    heard = []
    for language in ("en", "ru", "en", "ru"):
        with translation.override(language):
            heard.append(words())
    assert heard == ["Clients", "Клиенты"] * 2
    assert asked == ["en", "ru"]
