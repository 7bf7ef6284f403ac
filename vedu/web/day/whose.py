"""Whose day is looked at: one's own, that of one's people, or that of whom one stands in for (OWN-7)."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.utils.safestring import SafeString

from vedu.foundation.people.absence import Absence
from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.web.absences.words import absence_text
from vedu.web.deals.clock import Clock
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
    found = days_open_to(viewer).filter(pk=person).first() if person.isascii() and person.isdigit() else None
    if found is None:
        raise Http404
    return found


def days_open_to(viewer: User) -> "QuerySet[User]":
    """Those who lead people look into their days, a seller into the day of whom he stands in for."""
    sellers = User.objects.filter(is_active=True, role__in=SELLING).exclude(pk=viewer.pk)
    if viewer.is_leading:
        ids = viewer.visible_owner_ids()
        return sellers if ids is None else sellers.filter(pk__in=ids)
    covered = viewer.covered_ids() if viewer.is_selling else None
    return sellers.filter(pk__in=covered) if covered else User.objects.none()


def colleagues(viewer: User, chosen: User, clock: Clock) -> list[Colleague]:
    """By last name; no query for one who sees no other's day."""
    people = days_open_to(viewer).order_by("last_name", "first_name", "username")
    notes = notes_of(viewer, clock)
    rows = people.values_list("pk", "first_name", "last_name", "username")
    return [
        _colleague(pk, f"{first} {last}".strip() or login, chosen, notes.get(pk, "")) for pk, first, last, login in rows
    ]


def notes_of(viewer: User, clock: Clock) -> dict[int, str]:
    """Why each of those whom the viewer stands in for is away; no query when there are none."""
    covered = viewer.covered_ids() if viewer.is_selling else frozenset()
    absences = Absence.objects.in_force(clock.now).filter(substitute=viewer) if covered else ()
    return {absence.person_id: absence_text(absence, clock) for absence in absences}


def _colleague(pk: int, name: str, chosen: User, note: str) -> Colleague:
    return Colleague(pk, name, person_markup(name, pk, "", True), pk == chosen.pk, note)


def asked(viewer: User, chosen: User) -> Mapping[str, str]:
    """How an address says whose day it is."""
    return {} if viewer.pk == chosen.pk else {"person": str(chosen.pk)}
