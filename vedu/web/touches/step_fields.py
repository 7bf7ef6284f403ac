"""Reads a planned next step from a form: what, on which day, at which hour, in the words of a person."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.contact import Contact
from vedu.foundation.refusal import invalid
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep


def read_step(form: Mapping[str, str], contact: Contact | None = None) -> NextStep | None:
    """From the fields step_kind, step_on, step_time and step_title; None when no step was chosen."""
    kind = form.get("step_kind", "")
    if not kind:
        return None
    if kind not in TaskKind.values:
        raise invalid("step_kind", "unknown-word", _("Choose from the list what the next step is."))
    due_at, has_time = read_due(form.get("step_on", ""), form.get("step_time", ""))
    return NextStep(kind=kind, due_at=due_at, has_time=has_time, title=form.get("step_title", ""), contact=contact)


def require_step(form: Mapping[str, str], contact: Contact | None = None) -> NextStep:
    """The same where a step is the whole point of the form."""
    step = read_step(form, contact)
    if step is None:
        raise invalid("step_kind", "step-needed", _("Choose what to do and when."))
    return step


def read_due(day: str, hour: str) -> tuple[datetime, bool]:
    """The moment by the person's own clock, and whether an hour was given. Raises Invalid."""
    chosen = _day(day)
    clock = _hour(hour)
    return timezone.make_aware(datetime.combine(chosen, clock or time.min)), clock is not None


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        raise invalid("step_on", "due-needed", _("Choose the day of the next step.")) from None


def _hour(text: str) -> time | None:
    if not text.strip():
        return None
    try:
        return time.fromisoformat(text.strip()).replace(second=0, microsecond=0, tzinfo=None)
    except ValueError:
        raise invalid("step_time", "hour-unclear", _("Write the hour like 14:30, or leave it empty.")) from None
