"""Whom a calling list takes, whom it leaves out and why: asked in bulk, for a preview and for the list itself."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from django.db import models
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.protection import is_workable
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.sales.contact_policy.asking import known_of_all
from vedu.sales.touches.channel import Channel

# Clients of whom the policy is asked in one go.
AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Callers:
    """Who calls: a ``person`` or the members of a ``team``."""

    person: User | None = None
    team: Team | None = None

    def may_reach(self, client: Client) -> bool:
        """What is led is its owner's alone (OWN-2). A team calls those who are nobody's: whoever of it comes next
        takes the next client, so it must be open to each of them."""
        if self.person is None:
            return client.owner_id is None
        return is_workable(client, self.person) and client.is_visible_to(self.person)


class LeftOut(models.TextChoices):
    """Why a client is not taken onto a list."""

    LED = "client-led", pgettext_lazy("left out of calling", "led by others")
    NO_PHONE = "no-phone", pgettext_lazy("left out of calling", "no phone is known")
    OPTED_OUT = "opted-out", pgettext_lazy("left out of calling", "asked not to be called")
    NO_CONSENT = "no-consent", pgettext_lazy("left out of calling", "no consent to calls")


@dataclass(slots=True)
class Sifted:
    """``fit`` are ids in the order of the queue. Of them ``now`` may be called this moment, the others wait for their
    hour: ``later`` counts what puts them off, by the code of the policy."""

    fit: list[int] = field(default_factory=list)
    left_out: Counter[str] = field(default_factory=Counter)
    later: Counter[str] = field(default_factory=Counter)
    not_before: dict[int, tuple[datetime, str]] = field(default_factory=dict)

    @property
    def now(self) -> int:
        return len(self.fit) - self.later.total()

    @property
    def asked(self) -> int:
        return len(self.fit) + self.left_out.total()


def sift(clients: Sequence[Client], callers: Callers, *, by: User, at: datetime) -> Sifted:
    """Nine queries for each five hundred clients."""
    sifted = Sifted()
    open_to_them = [client for client in clients if callers.may_reach(client)]
    sifted.left_out.update({LeftOut.LED: len(clients) - len(open_to_them)})
    with_phone = _with_phone([client.pk for client in open_to_them])
    reached = [client for client in open_to_them if client.pk in with_phone]
    sifted.left_out.update({LeftOut.NO_PHONE: len(open_to_them) - len(reached)})
    for some in chunked(reached, AT_ONCE):
        _ask_policy(some, sifted, callers.person or by, at)
    sifted.left_out = Counter({why: count for why, count in sifted.left_out.items() if count})
    return sifted


def _with_phone(client_ids: Sequence[int]) -> set[int]:
    return {
        pk
        for ids in chunked(client_ids)
        for pk in ContactPoint.objects.filter(client__in=ids, kind=ContactPointKind.PHONE)
        .order_by()
        .values_list("client", flat=True)
    }


# What no hour changes.
_FOR_GOOD: Mapping[str, LeftOut] = {"opted-out": LeftOut.OPTED_OUT, "no-consent": LeftOut.NO_CONSENT}


def _ask_policy(clients: Sequence[Client], sifted: Sifted, person: User, at: datetime) -> None:
    known = known_of_all([(client, None) for client in clients], at=at)
    for client in clients:
        decision = known[client.pk, None].decide(Channel.CALL, at, person)
        hard = [one for one in decision.objections if one.is_hard]
        for_good = next((_FOR_GOOD[one.code] for one in hard if one.code in _FOR_GOOD), None)
        if for_good is not None:
            sifted.left_out[for_good] += 1
            continue
        sifted.fit.append(client.pk)
        if hard and decision.next_at is not None:
            sifted.later[hard[0].code] += 1
            sifted.not_before[client.pk] = decision.next_at, hard[0].code
