"""The absences of the page: those in force first, then those ahead, then the last that are over."""

from dataclasses import dataclass

from django.db.models import QuerySet
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.foundation.people.absence import Absence
from vedu.foundation.people.substitution import seen_by
from vedu.foundation.people.user import User
from vedu.web.absences.words import days_text, kind_text, left_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup

MOST_OVER = 12


@dataclass(frozen=True, slots=True)
class Row:
    """``end_url`` for those who may end it, ``tone`` a class of the tag; ``pass_url`` leads heads to a reassignment."""

    pk: int
    bubble: SafeString
    name: str
    kind: str
    days: str
    state: str
    tone: str
    substitute: str
    why: str
    day_url: str
    end_url: str
    pass_url: str


def absences_of(viewer: User, clock: Clock) -> list[Row]:
    """Two queries, and that of whom the viewer sees."""
    seen = seen_by(viewer).select_related("person", "substitute")
    present = list(seen.not_over(clock.now))
    over = list(_over(seen, clock)[:MOST_OVER])
    away = {absence.person_id for absence in present if absence.is_in_force(clock.now)}
    return [_row(absence, viewer, clock, away) for absence in [*present, *over]]


def _over(seen: "QuerySet[Absence]", clock: Clock) -> "QuerySet[Absence]":
    return seen.filter(till_at__lte=clock.now).order_by("-till_at", "-pk")


def _row(absence: Absence, viewer: User, clock: Clock, away: set[int]) -> Row:
    is_now, is_over = absence.is_in_force(clock.now), absence.is_over(clock.now)
    person, leads = absence.person, viewer.manages(absence.person_id)
    stands_in = is_now and absence.substitute_id == viewer.pk
    return Row(
        pk=absence.pk,
        bubble=person_markup(person.name, person.pk, "m", True),
        name=person.name,
        kind=kind_text(absence),
        days=days_text(absence, clock),
        state=left_text(absence, clock),
        tone="wait" if is_now else "" if is_over else "ours",
        substitute=_substitute(absence, away if is_now else set()),
        why=absence.why,
        day_url=f"{address_of('day:index')}?person={person.pk}" if stands_in else "",
        end_url=address_of("absences:end", absence.pk) if not is_over and (leads or person == viewer) else "",
        pass_url=f"{address_of('reassignments:new')}?person={person.pk}" if leads and not is_over else "",
    )


def _substitute(absence: Absence, away: set[int]) -> str:
    """Nobody stands in for him who is away himself: it has to be seen."""
    if absence.substitute is None:
        return _("nobody stands in")
    if absence.substitute_id in away or not absence.substitute.is_active:
        return _("%(person)s stands in, but is away too") % {"person": absence.substitute.name}
    return _("%(person)s stands in") % {"person": absence.substitute.name}
