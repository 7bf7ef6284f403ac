"""A person who works with Vedu."""

from functools import cached_property
from typing import Any, ClassVar, NamedTuple

from django.contrib.auth.models import AbstractUser, UserManager
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.absence import Absence
from vedu.foundation.people.roles import DEFAULT_VISIBILITY, LEADING, SELLING, Role, Visibility
from vedu.foundation.people.team import Team
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import NotAllowed, Reason


class Users(UserManager["User"]):
    def sellers(self) -> models.QuerySet["User"]:
        """Those who lead clients and are here today."""
        return self.filter(is_active=True, role__in=SELLING)

    def seen_by(self, user: "User") -> models.QuerySet["User"]:
        """The colleagues whose work ``user`` sees."""
        ids = user.visible_owner_ids()
        return self.all() if ids is None else self.filter(pk__in=ids)


class User(AbstractUser):
    """TEAM-1: a role says what a person does, a team where he stands, a visibility how far he sees."""

    class Theme(models.TextChoices):
        SYSTEM = "", gettext_lazy("As in the system")
        LIGHT = "light", gettext_lazy("Light")
        DARK = "dark", gettext_lazy("Dark")

    patronymic = models.CharField(max_length=120, blank=True)
    role = models.CharField(max_length=16, choices=Role, default=Role.SELLER)
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="members")
    visibility = models.CharField(max_length=4, choices=Visibility, blank=True)
    language = models.CharField(max_length=2, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    theme = models.CharField(max_length=5, choices=Theme, blank=True)

    objects: ClassVar[Users] = Users()

    def __str__(self) -> str:
        return self.name

    @property
    def name(self) -> str:
        """First and last name, else the login."""
        return self.get_full_name() or self.username

    @property
    def initials(self) -> str:
        return (
            "".join(part[0] for part in (self.first_name, self.last_name) if part).upper() or self.username[:2].upper()
        )

    @property
    def sees(self) -> str:
        """The visibility in force: the person's own, else that of the role."""
        return self.visibility or DEFAULT_VISIBILITY[Role(self.role)]

    @property
    def is_leading(self) -> bool:
        """Leads people: may override rules, with a reason."""
        return self.role in LEADING

    @property
    def is_selling(self) -> bool:
        """Leads clients; an accountant only looks."""
        return self.role in SELLING

    def visible_owner_ids(self) -> frozenset[int] | None:
        """Ids of those whose clients this person sees; None means everyone's."""
        return self._visible_owner_ids

    def managed_ids(self) -> frozenset[int] | None:
        """Ids of the people this person leads, himself among them; None means everybody, empty nobody."""
        if not self.is_leading:
            return frozenset()
        return None if self.role in (Role.OWNER, Role.ADMINISTRATOR) else self._team_ids

    def manages(self, other_id: int | None) -> bool:
        """True when this person leads people and the other is one of them."""
        ids = self.managed_ids()
        return ids is None or other_id in ids

    def covered_ids(self) -> frozenset[int]:
        """Ids of the absent colleagues for whom this person stands in today (OWN-7). No chains: whom they covered
        is not among them."""
        return self._reach.covered

    def stands_in_for(self, other_id: int | None) -> bool:
        """Works for that colleague while he is away."""
        return self.is_selling and other_id not in (None, self.pk) and other_id in self.covered_ids()

    def may_work_for(self, owner_id: int | None) -> bool:
        """May change what belongs to that owner: himself, one of his people, or one for whom he stands in."""
        return self.is_selling and (owner_id == self.pk or self.manages(owner_id) or self.stands_in_for(owner_id))

    def require_selling(self) -> None:
        """Refuses those whose role only looks (accountant) and those who have left."""
        if not (self.is_selling and self.is_active):
            raise NotAllowed(Reason("role-only-looks", _("Your role may look but not change clients and deals.")))

    def require_leading(self) -> None:
        if not self.is_leading:
            raise NotAllowed(Reason("head-only", _("Only a head of sales can do this.")))

    @cached_property
    def _visible_owner_ids(self) -> frozenset[int] | None:
        if self.sees == Visibility.ALL:
            return None
        if self.sees == Visibility.OWN:
            return self.covered_ids() | {self.pk}
        team = self._team_ids
        return None if team is None else team | self.covered_ids()

    @cached_property
    def _team_ids(self) -> frozenset[int] | None:
        """The team and the teams below it. A head without a team leads the whole company."""
        if self.team_id is None:
            return None if self.is_leading else frozenset({self.pk})
        return self._reach.team

    @cached_property
    def _reach(self) -> "_Reach":
        """One query for both."""
        found = _REACH.rows(self.pk, self.team_id or 0, timezone.now())
        covered = frozenset(pk for pk, is_covered in found if is_covered)
        return _Reach(frozenset(pk for pk, is_covered in found if not is_covered) | {self.pk}, covered)


class _Reach(NamedTuple):
    """``team``: himself, his team and the teams below it; ``covered``: those for whom he stands in."""

    team: frozenset[int]
    covered: frozenset[int]


def _reached(pk: Any, team: Any, now: Any) -> "models.QuerySet[Any, Any]":
    """(id, is it one for whom he stands in): those who are away, and the members of the team and of those below."""
    away = Absence.objects.in_force(now).filter(substitute=pk).order_by()
    branch = Team.objects.filter(pk=team).values("path")
    members = User.objects.filter(team__path__startswith=models.Subquery(branch))
    return (
        away.annotate(is_covered=_TRUE)
        .values_list("person_id", "is_covered")
        .union(members.annotate(is_covered=_FALSE).values_list("pk", "is_covered"), all=True)
    )


_REACH = Prepared(_reached, ids=2, fields=[models.DateTimeField()])
_TRUE = models.Value(True, output_field=models.BooleanField())
_FALSE = models.Value(False, output_field=models.BooleanField())
