"""Why nothing was found, in one sentence with the way on: whatever it is, the data may be entered by hand."""

from collections.abc import Callable
from typing import NamedTuple

from django.utils.translation import gettext as _


class Trouble(NamedTuple):
    code: str
    sentence: str


SENTENCES: dict[str, Callable[[], str]] = {
    "no-provider": lambda: _(
        "Filling by INN is not set up: an administrator enters the key of DaData. Enter the data by hand."
    ),
    "inn-needed": lambda: _("Enter the INN first: everything else is found by it."),
    "not-found": lambda: _(
        "Nobody has this INN in the register. Compare it with the document or enter the data by hand."
    ),
    "key-refused": lambda: _(
        "DaData did not accept the key, or the requests of today are used up. Enter the data by hand, or try tomorrow."
    ),
    "too-often": lambda: _("DaData is asked too often just now. Try again in a minute or enter the data by hand."),
    "no-answer": lambda: _("DaData does not answer. Try again later or enter the data by hand."),
    "answer-unreadable": lambda: _("DaData answered something that cannot be read. Enter the data by hand."),
}


def trouble_of(code: str) -> Trouble:
    return Trouble(code, SENTENCES[code]())
