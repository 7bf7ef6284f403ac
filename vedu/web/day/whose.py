"""Whose day is looked at: one's own, or that of one's people."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.db.models import QuerySet
from django.http import Http404
from django.utils.safestring import SafeString

from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.web.shell.person import person_markup


@dataclass(frozen=True, slots=True)
class Colleague:
    """A line of the menu of days."""

    pk: int
    name: str
    bubble: SafeString
    is_chosen: bool


def whose_day(person: str, viewer: User) -> User:
    """The one named by his id, else the viewer. 404 for anybody whose day the viewer does not see."""
    if person in ("", str(viewer.pk)):
        return viewer
    found = days_open_to(viewer).filter(pk=person).first() if person.isascii() and person.isdigit() else None
    if found is None:
        raise Http404
    return found


def days_open_to(viewer: User) -> "QuerySet[User]":
    """Those who lead people look into their days; a seller has his own alone."""
    if not viewer.is_leading:
        return User.objects.none()
    return User.objects.seen_by(viewer).filter(is_active=True, role__in=SELLING).exclude(pk=viewer.pk)


def colleagues(viewer: User, chosen: User) -> list[Colleague]:
    """By last name; no query for one who sees no other's day."""
    people = days_open_to(viewer).order_by("last_name", "first_name", "username")
    rows = people.values_list("pk", "first_name", "last_name", "username")
    return [_colleague(pk, f"{first} {last}".strip() or login, chosen) for pk, first, last, login in rows]


def _colleague(pk: int, name: str, chosen: User) -> Colleague:
    return Colleague(pk, name, person_markup(name, pk, "", True), pk == chosen.pk)


def asked(viewer: User, chosen: User) -> Mapping[str, str]:
    """How an address says whose day it is."""
    return {} if viewer.pk == chosen.pk else {"person": str(chosen.pk)}
