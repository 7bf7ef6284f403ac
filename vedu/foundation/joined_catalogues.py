"""One table of translations for each language instead of four dozen.

Django keeps the catalogues of a language apart when their rules of plural differ, and joins those with the same rule.
But it compares the rule's code with a function (TranslationCatalog.update of Django 4.2 to 5.2), so none is ever joined
and each string is looked up in all files, one after the other. What is asked for still comes from the last catalogue
that has it."""

from gettext import GNUTranslations
from typing import Any

from django.utils.translation import trans_real


def join() -> None:
    """Before the first translation is loaded."""
    catalogue: Any = trans_real.TranslationCatalog
    catalogue.update = _update


def _update(self: Any, translation: GNUTranslations) -> None:
    rule: Any = translation.plural  # type: ignore[attr-defined]
    if rule.__code__ == self._plurals[0].__code__:
        self._catalogs[0].update(translation._catalog)  # type: ignore[attr-defined]
    else:
        self._catalogs.insert(0, translation._catalog.copy())  # type: ignore[attr-defined]
        self._plurals.insert(0, rule)
