"""OWN-5: how many clients without an open deal a person of a role may keep at once."""

from collections.abc import Callable
from typing import NamedTuple

from django.db import models
from django.utils.translation import gettext as _

from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.roles import Role
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.foundation.refusal import NotAllowed, Reason, Refused


class Kept(NamedTuple):
    """How many held clients a person keeps, and how many his role may."""

    clients: int
    limit: int


class ClaimLimit(models.Model):
    """A role without a row has no limit."""

    role = models.CharField(max_length=16, choices=Role, unique=True)
    clients = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.role}: {self.clients}"

    @classmethod
    def decide(cls, role: str, clients: int | None, *, by: User) -> None:
        """So many for each of this role; None lifts the limit. For those who run the whole company."""
        if by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator sets limits.")
            raise NotAllowed(Reason("limits-not-yours", sentence))
        if clients is None:
            cls.objects.filter(role=role).delete()
        else:
            cls.objects.update_or_create(role=role, defaults={"clients": clients})


def require_room(held: "Callable[[], models.QuerySet[models.Model]]", user: User) -> None:
    """Refuses when ``user`` already keeps as many held clients as his role may.

    The user's row is locked first, so that claims of one person at one moment cannot pass together."""
    if room_of(held, user) == 0:
        raise no_room(user)


def room_of(held: "Callable[[], models.QuerySet[models.Model]]", user: User) -> int | None:
    """How many more held clients ``user`` may keep; None without a limit. His row is locked."""
    limit = _limit(user)
    if limit is None:
        return None
    User.objects.select_for_update().get(pk=user.pk)
    return max(0, limit - held().filter(owner=user)[:limit].count())


def kept_by(user: User, held: "models.QuerySet[models.Model]") -> Kept | None:
    """To be looked at, with no lock; None without a limit."""
    limit = _limit(user)
    return None if limit is None else Kept(held.filter(owner=user).count(), limit)


def no_room(user: User) -> Refused:
    """The refusal of one more."""
    limit = _limit(user)
    sentence = _("You already keep %(limit)d clients without a deal: open deals with them or release some.")
    return Refused(Reason("claim-limit", sentence % {"limit": limit}, {"limit": limit}))


def _limit(user: User) -> int | None:
    found = _LIMIT.rows(user.role)
    return found[0][0] if found else None


_LIMIT = Prepared(
    lambda role: ClaimLimit.objects.filter(role=role).values_list("clients"), ids=0, fields=[models.CharField()]
)
