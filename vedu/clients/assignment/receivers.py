"""Those who may be given clients: how loaded each is and for how many more he has room."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet, Sum

from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.user import User


@dataclass(slots=True)
class Receiver:
    """``load`` is open deals and held clients; ``room`` how many more held clients his role may keep (OWN-5), None
    without a limit. Both change while clients are shared out."""

    pk: int
    name: str
    load: int
    room: int | None

    @property
    def has_room(self) -> bool:
        return self.room is None or self.room > 0

    def take(self, open_deals: int) -> None:
        self.load += open_deals or 1
        if self.room is not None and not open_deals:
            self.room -= 1


def here(people: "QuerySet[User]") -> "QuerySet[User]":
    """Without those who are away: a new client does not wait for them."""
    return people.exclude(pk__in=Absence.objects.in_force().order_by().values("person"))


def receivers_of(people: Iterable[User], *, limited: bool) -> list[Receiver]:
    """In the order of ids. ``limited``: claim limits count; a head's decision is above them."""
    users = sorted(people, key=lambda user: user.pk)
    owned = Client.objects.filter(owner__in=users).order_by().values_list("owner")
    facts = {
        owner: (deals, held)
        for owner, deals, held in owned.annotate(Sum("open_deals"), held=Count("pk", filter=Q(open_deals=0)))
    }
    limits = dict(ClaimLimit.objects.values_list("role", "clients")) if limited else {}
    return [_receiver(user, *facts.get(user.pk, (0, 0)), limits.get(user.role)) for user in users]


def _receiver(user: User, deals: int, held: int, limit: int | None) -> Receiver:
    room = None if limit is None else max(0, limit - held)
    return Receiver(user.pk, user.name, deals + held, room)
