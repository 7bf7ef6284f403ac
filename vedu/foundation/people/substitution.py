"""An absence is planned, and ended early; the substitute works for the absent until its last day (OWN-7).

Nothing is copied for him, so nothing has to be taken back: see ``User.covered_ids``."""

from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.absence import Absence, AbsenceKind, Absences
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused, invalid


def seen_by(user: User) -> Absences:
    """His own, those he stands in for, and those of the colleagues whose work he sees."""
    ids = user.visible_owner_ids()
    if ids is None:
        return Absence.objects.all()
    own = models.Q(person=user) | models.Q(substitute=user)
    return Absence.objects.filter(own | models.Q(person__in=ids))


def plan_absence(
    person: User,
    *,
    by: User,
    from_on: date,
    till_on: date | None = None,
    substitute: User | None = None,
    kind: str = AbsenceKind.VACATION,
    why: str = "",
    at: datetime | None = None,
) -> Absence:
    """By the person himself or his head; without ``till_on`` until further notice.

    Raises NotAllowed, Invalid with the field, or Refused when he or the substitute is away then already."""
    _require_his_word(person, by)
    _require_days(from_on, till_on, at)
    if kind not in AbsenceKind.values:
        raise invalid("kind", "unknown-word", _("There is no such kind of absence: %(kind)s.") % {"kind": kind})
    absence = Absence(
        person=person,
        substitute=substitute,
        kind=kind,
        from_on=from_on,
        till_on=till_on,
        why=why.strip()[:500],
        made_by=by,
        made_at=at or timezone.now(),
        from_at=beginning_of(from_on),
        till_at=beginning_of(till_on + timedelta(days=1)) if till_on else None,
    )
    with transaction.atomic():
        User.objects.select_for_update().get(pk=person.pk)
        _require_here(person, absence)
        _require_fit(substitute, absence)
        absence.save()
        tell("absence.planned", by=by, at=at, **_facts(absence))
    return absence


def end_absence(absence: Absence, *, by: User, at: datetime | None = None) -> None:
    """He is back earlier, or does not go at all: from this moment the substitute has nothing to do with it."""
    _require_his_word(absence.person, by)
    at = at or timezone.now()
    fresh = Absence.objects.filter(pk=absence.pk).not_over(at)
    with transaction.atomic():
        if not fresh.update(ended_at=at, ended_by=by, till_at=at):
            raise Refused(Reason("absence-over", _("This absence is over already.")))
        absence.ended_at, absence.ended_by, absence.till_at = at, by, at
        tell("absence.ended", by=by, at=at, **_facts(absence))


def beginning_of(day: date) -> datetime:
    """By the clock of the installation."""
    return datetime.combine(day, time(), ZoneInfo(defaults().time_zone))


def _require_his_word(person: User, by: User) -> None:
    if by.pk != person.pk and not by.manages(person.pk):
        sentence = _("Only %(person)s and the head of that team decide on this absence.") % {"person": person.name}
        raise NotAllowed(Reason("not-your-absence", sentence))


def _require_days(from_on: date, till_on: date | None, at: datetime | None) -> None:
    if till_on is None:
        return
    if till_on < from_on:
        raise invalid("till_on", "days-reversed", _("The last day comes before the first: check the days."))
    if beginning_of(till_on + timedelta(days=1)) <= (at or timezone.now()):
        raise invalid("till_on", "absence-past", _("These days are over: an absence is planned for today or later."))


def _require_here(person: User, absence: Absence) -> None:
    if found := _meeting(person, absence):
        sentence = _("%(person)s is away already on these days: end that absence first.") % {"person": person.name}
        raise Refused(Reason("already-away", sentence, {"field": "from_on", "absence": found.pk}))


def _require_fit(substitute: User | None, absence: Absence) -> None:
    """No chains: a substitute who is away himself would help nobody."""
    if substitute is None:
        return
    if substitute.pk == absence.person_id:
        raise invalid("substitute", "substitute-oneself", _("Nobody stands in for himself: choose a colleague."))
    if not (substitute.is_active and substitute.is_selling):
        sentence = _("%(person)s does not lead clients: choose another to stand in.")
        raise invalid("substitute", "substitute-unfit", sentence % {"person": substitute.name})
    if _meeting(substitute, absence):
        sentence = _("%(person)s is away on these days too: choose another to stand in.")
        raise invalid("substitute", "substitute-away", sentence % {"person": substitute.name})


def _meeting(person: User, absence: Absence) -> Absence | None:
    """An absence of this person that shares a moment with the given one."""
    later = Absence.objects.filter(person=person).not_over(absence.from_at)
    return (later.filter(from_at__lt=absence.till_at) if absence.till_at else later).first()


def _facts(absence: Absence) -> dict[str, Any]:
    return {
        "absence": absence.pk,
        "person": absence.person_id,
        "substitute": absence.substitute_id,
        "kind": absence.kind,
        "from_on": absence.from_on,
        "till_on": absence.till_on,
    }
