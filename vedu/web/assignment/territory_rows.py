"""Territories with their people, and what each of the viewer's people is good at."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.assignment.specialisation import Specialisation
from vedu.clients.assignment.territory import Territory
from vedu.foundation.people.roles import SELLING
from vedu.foundation.people.user import User
from vedu.web.assignment.territory_form import SkillsForm
from vedu.web.shell.person import person_markup

MOST_NAMED = 12


@dataclass(frozen=True, slots=True)
class Row:
    pk: int
    name: str
    places: str
    people: str


@dataclass(frozen=True, slots=True)
class Skilled:
    pk: int
    bubble: SafeString
    name: str
    skills: str
    form: SkillsForm


def territories() -> list[Row]:
    """Two queries."""
    return [_row(one) for one in Territory.objects.prefetch_related("people")]


def skilled(viewer: User) -> list[Skilled]:
    """Those whom the viewer leads; two queries."""
    ids = viewer.managed_ids()
    people = User.objects.filter(is_active=True, role__in=SELLING).order_by("first_name", "last_name", "username")
    people = people if ids is None else people.filter(pk__in=ids)
    words: dict[int, list[str]] = {}
    for one in Specialisation.objects.all():
        words.setdefault(one.person_id, []).append(one.label)
    return [_skilled(user, ", ".join(words.get(user.pk, ()))) for user in people]


def _row(one: Territory) -> Row:
    regions = _("regions %(codes)s") % {"codes": _some(one.regions)} if one.regions else ""
    people = ", ".join(user.name for user in one.people.all())
    places = "; ".join(filter(None, (regions, _some(one.cities))))
    return Row(one.pk, one.name, places, people or _("nobody works there yet"))


def _some(words: Iterable[str]) -> str:
    given = list(words)
    rest = len(given) - MOST_NAMED
    return ", ".join(given[:MOST_NAMED]) + (_(" and %(number)d more") % {"number": rest} if rest > 0 else "")


def _skilled(user: User, skills: str) -> Skilled:
    form = SkillsForm(initial={"names": skills}, auto_id=f"id_{user.pk}_%s")
    return Skilled(user.pk, person_markup(user.name, user.pk, "m", True), user.name, skills, form)
