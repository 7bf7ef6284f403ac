"""An absence in words: «отпуск до 5 дек.»."""

from datetime import timedelta

from django.utils.translation import gettext as _

from vedu.foundation.people.absence import Absence
from vedu.foundation.values.moments import moment_text
from vedu.web.shell.clock import Clock


def kind_text(absence: Absence) -> str:
    return str(absence.get_kind_display())


def absence_text(absence: Absence, clock: Clock) -> str:
    """The kind and the last day; without one: until further notice."""
    kind = kind_text(absence)
    if absence.till_on is None:
        return _("%(kind)s until further notice") % {"kind": kind}
    till = moment_text(absence.till_on, clock.now, clock.zone, language=clock.language)
    return _("%(kind)s till %(day)s") % {"kind": kind, "day": till}


def days_text(absence: Absence, clock: Clock) -> str:
    """«1 дек. – 5 дек.»; an absence that was ended early says when."""
    first = moment_text(absence.from_on, clock.now, clock.zone, language=clock.language)
    if absence.ended_at is not None:
        return _("from %(day)s, ended %(ended)s") % {"day": first, "ended": _ended(absence, clock)}
    if absence.till_on is None:
        return _("from %(day)s until further notice") % {"day": first}
    last = moment_text(absence.till_on, clock.now, clock.zone, language=clock.language)
    return first if absence.till_on == absence.from_on else f"{first} – {last}"


def left_text(absence: Absence, clock: Clock) -> str:
    """How the absence stands to today."""
    if absence.is_over(clock.now):
        return _("is over")
    if not absence.is_in_force(clock.now):
        return _("planned")
    if absence.till_on is None:
        return _("now")
    return _("now, back on %(day)s") % {
        "day": moment_text(absence.till_on + timedelta(days=1), clock.now, clock.zone, language=clock.language)
    }


def _ended(absence: Absence, clock: Clock) -> str:
    assert absence.ended_at is not None
    return moment_text(absence.ended_at, clock.now, clock.zone, with_time=False, language=clock.language)
