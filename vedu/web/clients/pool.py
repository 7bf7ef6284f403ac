"""The pool: free clients, each with what was bought, who led it last and why nobody does now (OWN-1, OWN-5)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

from django.utils.functional import cached_property
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.claim_limit import Kept, kept_by
from vedu.clients.client import Client, ClientKind
from vedu.clients.ownership import Ownership
from vedu.foundation.people.user import User
from vedu.web.clients.rows import KIND_ICONS, toucher
from vedu.web.clients.since import day_text
from vedu.web.shell.address import address_of
from vedu.web.shell.icons import icon_markup

MOST_CITIES = 300


@dataclass(frozen=True, slots=True)
class PoolRow:
    """``bought`` and ``before`` are "" for one that never bought, that nobody led; ``why`` is how it became free."""

    pk: int
    url: str
    name: str
    icon: SafeString
    city: str
    source: str
    touched: str
    bought: str
    before: str
    why: str
    claim_url: str


class Choice(NamedTuple):
    """An option of a filter."""

    value: str
    label: str


@dataclass
class Pool:
    """What stands around the rows; each is asked for once."""

    user: User
    now: datetime

    @cached_property
    def cities(self) -> list[str]:
        """By the alphabet, those where somebody is free."""
        free = Client.objects.free().exclude(city="").order_by("city")
        return list(free.values_list("city", flat=True).distinct()[:MOST_CITIES])

    @property
    def kinds(self) -> list[Choice]:
        return [Choice(kind.value, str(kind.label)) for kind in ClientKind]

    @cached_property
    def kept(self) -> Kept | None:
        return kept_by(self.user, Client.objects.held()) if self.user.is_selling else None

    @property
    def room(self) -> str:
        """«У вас 12 из 30 без сделки»; "" without a limit."""
        if self.kept is None:
            return ""
        return _("You have %(clients)d of %(limit)d without a deal") % self.kept._asdict()

    @property
    def is_full(self) -> bool:
        return self.kept is not None and self.kept.clients >= self.kept.limit

    def rows(self, clients: Iterable[Client]) -> list[PoolRow]:
        """One query more: who led them last."""
        shown = list(clients)
        last, touched = _last_periods(shown), toucher(self.now)
        return [self._row(client, last.get(client.pk), touched(client.last_touch_at)) for client in shown]

    def _row(self, client: Client, last: Ownership | None, touched: str) -> PoolRow:
        return PoolRow(
            pk=client.pk,
            url=address_of("clients:card", client.pk),
            name=client.name,
            icon=icon_markup(KIND_ICONS[ClientKind(client.kind)]),
            city=client.city,
            source=client.source,
            touched=touched,
            bought=_bought(client, self.now),
            before=_before(last, self.now),
            why=_why(last),
            claim_url=address_of("clients:ownership", client.pk) if self.user.is_selling else "",
        )


def _last_periods(clients: list[Client]) -> Mapping[int, Ownership]:
    periods = Ownership.objects.filter(client__in=[client.pk for client in clients], till_at__isnull=False)
    ended = periods.select_related("owner", "ended_by").order_by("till_at", "pk")
    return {period.client_id: period for period in ended}


def _bought(client: Client, now: datetime) -> str:
    if not client.purchases:
        return ""
    times = ngettext("%(times)d time", "%(times)d times", client.purchases) % {"times": client.purchases}
    last = client.last_purchase_at
    return _("%(times)s, last on %(day)s") % {"times": times, "day": day_text(last, now)} if last else times


def _before(last: Ownership | None, now: datetime) -> str:
    if last is None or last.till_at is None:
        return ""
    return _("%(owner)s, till %(day)s") % {"owner": last.owner.name, "day": day_text(last.till_at, now)}


def _why(last: Ownership | None) -> str:
    if last is None:
        return _("nobody has led it yet")
    if last.ended_why:
        return last.ended_why
    return _("given back by %(person)s") % {"person": last.ended_by.name} if last.ended_by else ""
