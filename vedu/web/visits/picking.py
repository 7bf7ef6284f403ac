"""Clients to choose from for a list: of him who goes, by what he has to do, by segment, city or words."""

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple, Self

from django.db.models import Q
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.clients.client import Client, Clients
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.installation import day_start
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.sales.touches.task import Task
from vedu.web.clients.found import ids_found
from vedu.web.shell.clock import Clock

MINE, NEGLECTED, DAY, FREE = "mine", "neglected", "day", "free"
SOURCES = (MINE, NEGLECTED, DAY, FREE)
MOST, MOST_CITIES = 60, 300
MOST_DIGITS = 18


class Sought(NamedTuple):
    """``segment`` is an id or ""."""

    source: str = MINE
    segment: str = ""
    city: str = ""
    q: str = ""

    @classmethod
    def of(cls, query: QueryDict) -> Self:
        """Words that are not known here count as not said."""
        source, segment = query.get("source", ""), query.get("segment", "")
        return cls(
            source=source if source in SOURCES else MINE,
            segment=segment if segment.isascii() and segment.isdigit() and len(segment) <= MOST_DIGITS else "",
            city=query.get("city", "").replace("\0", "").strip()[:120],
            q=" ".join(query.get("q", "").replace("\0", "").split())[:100],
        )


class Choice(NamedTuple):
    pk: int
    name: str
    city: str
    address: str
    touched: str
    owner: str
    is_taken: bool


@dataclass
class Picking:
    """At most six queries. ``goer`` is who goes, ``taken`` the clients that are on the list; ``on`` the day whose
    tasks are meant."""

    viewer: User
    goer: User
    sought: Sought
    on: date
    taken: Collection[int] = ()

    @property
    def sources(self) -> list[tuple[str, str]]:
        own = self.goer.pk == self.viewer.pk
        return [
            (MINE, pgettext("clients to choose from", "mine") if own else self.goer.name),
            (NEGLECTED, pgettext("clients to choose from", "neglected")),
            (DAY, pgettext("clients to choose from", "with tasks of the day")),
            (FREE, pgettext("clients to choose from", "free")),
        ]

    @cached_property
    def segments(self) -> list[tuple[str, str]]:
        return [(str(pk), name) for pk, name in Segment.objects.values_list("pk", "name")]

    @cached_property
    def cities(self) -> list[str]:
        rows = self._whose().exclude(city="").order_by("city").values_list("city", flat=True).distinct()
        return list(rows[:MOST_CITIES])

    @cached_property
    def found(self) -> list[Client]:
        rows = self._matching().select_related("requisites", "owner").order_by("city", "name_folded", "pk")
        return list(rows[: MOST + 1])

    @property
    def has_more(self) -> bool:
        return len(self.found) > MOST

    @cached_property
    def choices(self) -> list[Choice]:
        clock = Clock.here()
        return [self._choice(one, clock) for one in self.found[:MOST]]

    def _matching(self) -> Clients:
        clients, sought = self._whose(), self.sought
        if sought.q:
            clients = Client.objects.visible_to(self.viewer).filter(pk__in=ids_found(sought.q, self.viewer))
        if sought.city:
            clients = clients.filter(city=sought.city)
        if sought.segment:
            segment = Segment.objects.filter(pk=int(sought.segment)).first()
            clients = clients.filter(segment.where() if segment else Q(pk=None))
        return clients

    def _whose(self) -> Clients:
        visible = Client.objects.visible_to(self.viewer)
        match self.sought.source:
            case "free":
                return visible.free()
            case "neglected":
                return visible.filter(owner=self.goer).neglected()
            case "day":
                due = Task.objects.due_before(day_start(self.on + timedelta(days=1))).filter(assignee=self.goer)
                return visible.filter(pk__in=due.order_by().values("client"))
        return visible.filter(owner=self.goer)

    def _choice(self, client: Client, clock: Clock) -> Choice:
        papers = getattr(client, "requisites", None)
        touched, is_others = client.last_touch_at, client.owner is not None and client.owner_id != self.goer.pk
        when = moment_text(touched, clock.now, clock.zone, False) if touched else _("not touched yet")
        return Choice(
            pk=client.pk,
            name=client.name,
            city=client.city,
            address=papers.address if papers else "",
            touched=when,
            owner=client.owner.name if client.owner and is_others else "",
            is_taken=client.pk in self.taken,
        )
