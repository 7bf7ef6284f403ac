"""Whose day is looked at: one's own, that of one's people, or that of whom one stands in for (OWN-7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.http import Http404
from django.utils.safestring import SafeString

from vedu.foundation.people.absence import Absence
from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.user import User
from vedu.web.absences.words import absence_text
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup


@dataclass(frozen=True, slots=True)
class Colleague:
    """A line of the menu of days; ``note`` says of one for whom the viewer stands in why he is away and till when."""

    pk: int
    name: str
    bubble: SafeString
    is_chosen: bool
    note: str = ""


def whose_day(person: str, viewer: User) -> User:
    """The one named by his id, else the viewer. 404 for anybody whose day the viewer does not see."""
    if person in ("", str(viewer.pk)):
        return viewer
    found = next((one for one in people_open_to(viewer) if str(one.pk) == person), None)
    if found is None:
        raise Http404
    return found


def may_work_in(viewer: User, user: User) -> bool:
    """In one's own day, and in that of whom one stands in for; the others are to look at."""
    return viewer.pk == user.pk or viewer.stands_in_for(user.pk)


def colleagues(viewer: User, chosen: User, clock: Clock) -> list[Colleague]:
    """By last name; no query for one who sees no other's day."""
    notes = notes_of(viewer, clock)
    return [_colleague(one, chosen, notes.get(one.pk, "")) for one in people_open_to(viewer)]


def people_open_to(viewer: User) -> list[User]:
    """Those who lead people look into their days, a seller into the day of whom he stands in for."""
    if not viewer.is_leading and not (viewer.is_selling and viewer.covered_ids()):
        return []
    ids = viewer.visible_owner_ids() if viewer.is_leading else viewer.covered_ids()
    return [one for one in selling_people() if one.pk != viewer.pk and (ids is None or one.pk in ids)]


def notes_of(viewer: User, clock: Clock) -> dict[int, str]:
    """Why each of those whom the viewer stands in for is away; no query when there are none."""
    covered = viewer.covered_ids() if viewer.is_selling else frozenset()
    absences = Absence.objects.in_force(clock.now).filter(substitute=viewer) if covered else ()
    return {absence.person_id: absence_text(absence, clock) for absence in absences}


def _colleague(one: User, chosen: User, note: str) -> Colleague:
    return Colleague(one.pk, one.name, person_markup(one.name, one.pk, "", True), one.pk == chosen.pk, note)


def asked(viewer: User, chosen: User) -> Mapping[str, str]:
    """How an address says whose day it is."""
    return {} if viewer.pk == chosen.pk else {"person": str(chosen.pk)}
