"""What the screens of calling say alike."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.sales.calling.caller_tally import CallNumbers
from vedu.sales.calling.calling_list import CallingList


class Bar(NamedTuple):
    """``percent`` of the attempts, ``share`` the same in words."""

    label: str
    number: int
    percent: int
    share: str


def bars_of(numbers: CallNumbers) -> list[Bar]:
    """From the dialled to the agreed: where the run narrows."""
    words = (
        (pgettext("calling", "Dialled"), numbers.attempts),
        (pgettext("calling", "Answered"), numbers.conversations),
        (pgettext("calling", "Let us talk"), numbers.permissions),
        (pgettext("calling", "Decision makers"), numbers.decision_makers),
        (pgettext("calling", "Appointments"), numbers.appointments),
    )
    whole = numbers.attempts
    return [Bar(label, number, percent_of(number, whole), share_of(number, whole)) for label, number in words]


def percent_of(part: int, whole: int) -> int:
    return min(100, round(100 * part / whole)) if whole else 0


def share_of(part: int, whole: int) -> str:
    return f"{percent_of(part, whole)}\u00a0%" if whole and part != whole else ""


def progress_text(calls: CallingList) -> str:
    """«17 из 60»."""
    return _("%(done)d of %(all)d") % {"done": calls.left, "all": calls.total}
