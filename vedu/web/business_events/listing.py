"""/business-events/: what is ahead, and what past events brought."""

from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.event_kind import EventKind
from vedu.sales.business_events.results import EventResults, results_of
from vedu.web.business_events.words import days_text, money, sums, when_text
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.visits.words import percent_of

PAGE = 60


class Row(NamedTuple):
    """``met_percent`` of those who were to be met; ``won_percent`` of the event that won most deals."""

    name: str
    url: str
    kind: str
    where: str
    days: str
    when: str
    people: list[User]
    met: str
    met_percent: int
    new_clients: int
    deals: str
    won_percent: int
    won: str
    cost: str
    is_past: bool


@dataclass
class Listing:
    """The newest events; at most five queries."""

    user: User

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @cached_property
    def rows(self) -> list[Row]:
        found = BusinessEvent.objects.visible_to(self.user).prefetch_related("participants__person")
        events = list(found[:PAGE])
        results = results_of(events)
        most = max((one.won for one in results.values()), default=0)
        return [self._row(event, results[event.pk], most) for event in events]

    @property
    def ahead(self) -> list[Row]:
        """The nearest first."""
        return [row for row in self.rows if not row.is_past][::-1]

    @property
    def past(self) -> list[Row]:
        return [row for row in self.rows if row.is_past]

    def _row(self, event: BusinessEvent, results: EventResults, most: int) -> Row:
        clock = self.clock
        return Row(
            name=event.name,
            url=address_of("business_events:event", event.pk),
            kind=str(EventKind(event.kind).label),
            where=", ".join(filter(None, (event.city, event.place))),
            days=days_text(event, clock),
            when=when_text(event, clock.today, clock),
            people=[one.person for one in event.participants.all()],
            met=_("%(met)d of %(all)d") % {"met": results.met_planned, "all": results.planned},
            met_percent=percent_of(results.met_planned, results.planned),
            new_clients=results.new_clients,
            deals=f"{results.opened} / {results.won}",
            won_percent=percent_of(results.won, most),
            won=sums(results.won_sums, clock),
            cost=money(event.spent, clock) if event.spent else "—",
            is_past=event.is_over(clock.today),
        )
