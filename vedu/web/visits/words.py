"""What the screens of visits say alike."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.sales.visits.statistics import VisitNumbers


class Bar(NamedTuple):
    """``percent`` of the first bar."""

    label: str
    number: int
    percent: int
    share: str


def bars_of(numbers: VisitNumbers) -> list[Bar]:
    """From the doors to the appointments; each against the doors that were knocked at."""
    words = (
        (pgettext("visits", "Visited"), numbers.done),
        (pgettext("visits", "Talked"), numbers.talks),
        (pgettext("visits", "Interested"), numbers.interested),
        (pgettext("visits", "Appointments"), numbers.appointments),
    )
    return [
        Bar(label, number, percent_of(number, numbers.done), share_of(number, numbers.done)) for label, number in words
    ]


def percent_of(part: int, whole: int) -> int:
    return min(100, round(100 * part / whole)) if whole else 0


def share_of(part: int, whole: int) -> str:
    return f"{percent_of(part, whole)}\u00a0%" if whole else ""


def progress_text(numbers: VisitNumbers) -> str:
    """«7 из 24»."""
    return _("%(done)d of %(all)d") % {"done": numbers.done, "all": numbers.stops}


def stops_text(number: int) -> str:
    return ngettext("%(number)d stop", "%(number)d stops", number) % {"number": number}
