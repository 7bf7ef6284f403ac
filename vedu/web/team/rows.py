"""The people of the page: who they are, where they stand, how many clients they lead."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.people.authority import roles_given_by
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup
from vedu.web.team.forms import PlaceForm


@dataclass(frozen=True, slots=True)
class Person:
    """``form`` only for those whom the viewer may place; ``seen`` says when he was last here; ``pass_url`` leads to a
    reassignment of his clients."""

    pk: int
    bubble: SafeString
    name: str
    login: str
    email: str
    role: str
    team: str
    clients: int
    seen: str
    is_active: bool
    is_self: bool
    pass_url: str
    form: PlaceForm | None


def people_of(viewer: User, teams: Sequence[Team], clock: Clock) -> list[Person]:
    """Those whom this person leads, those who left last; two queries."""
    ids = viewer.managed_ids()
    everybody = User.objects.select_related("team").order_by("-is_active", "first_name", "last_name", "username")
    people = list(everybody if ids is None else everybody.filter(pk__in=ids))
    led = dict(Client.objects.filter(owner__in=people).order_by().values_list("owner_id").annotate(Count("pk")))
    return [_person(user, viewer, teams, led, clock) for user in people]


def _person(user: User, viewer: User, teams: Sequence[Team], led: Mapping[int, int], clock: Clock) -> Person:
    may_place = user.role in roles_given_by(viewer)
    return Person(
        pk=user.pk,
        bubble=person_markup(user.name, user.pk, "m", True),
        name=user.name,
        login=user.username,
        email=user.email,
        role=str(user.get_role_display()),
        team=user.team.name if user.team else "",
        clients=led.get(user.pk, 0),
        seen=_seen(user, clock),
        is_active=user.is_active,
        is_self=user.pk == viewer.pk,
        pass_url=f"{address_of('reassignments:new')}?person={user.pk}",
        form=place_form(user, viewer, teams) if may_place else None,
    )


def place_form(user: User, viewer: User, teams: Sequence[Team]) -> PlaceForm:
    names = ("first_name", "last_name", "patronymic", "role", "visibility")
    placed = {"team": user.team_id or "", **{name: getattr(user, name) for name in names}}
    return PlaceForm(by=viewer, teams=list(teams), initial=placed, auto_id=f"id_{user.pk}_%s")


def _seen(user: User, clock: Clock) -> str:
    if user.last_login is None:
        return _("has not come in yet")
    day = moment_text(user.last_login, clock.now, clock.zone, with_time=False, language=clock.language)
    return _("was here: %(day)s") % {"day": day}
