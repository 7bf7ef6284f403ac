"""The page of an event: before, there and after in one place."""

from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.foundation.people.colleagues import selling_people
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.sales.business_events.business_event import BusinessEvent, EventParticipant
from vedu.sales.business_events.event_kind import EventKind
from vedu.sales.business_events.results import results_of
from vedu.web.business_events import deals
from vedu.web.business_events.encounter_row import Seen
from vedu.web.business_events.people import Group, groups_of, seen_of
from vedu.web.business_events.results_panel import ResultsPanel, panel_of
from vedu.web.business_events.words import days_text, money, when_text
from vedu.web.shell.clock import Clock


@dataclass
class Card:
    """At most eleven queries. ``only_mine``: whom the reader himself meets."""

    event: BusinessEvent
    user: User
    only_mine: bool = False

    @cached_property
    def clock(self) -> Clock:
        return Clock.here()

    @property
    def days(self) -> str:
        return days_text(self.event, self.clock)

    @property
    def when(self) -> str:
        return when_text(self.event, self.clock.today, self.clock)

    @property
    def kind(self) -> str:
        return str(EventKind(self.event.kind).label)

    @property
    def where(self) -> str:
        return ", ".join(filter(None, (self.event.city, self.event.place)))

    @property
    def cost(self) -> str:
        return money(self.event.spent, self.clock) if self.event.spent else ""

    @property
    def window(self) -> str:
        days = self.event.window_days
        words = ngettext(
            "Deals of those who were met count for %(days)d day after it.",
            "Deals of those who were met count for %(days)d days after it.",
            days,
        )
        return words % {"days": days}

    @cached_property
    def has_begun(self) -> bool:
        return self.event.has_begun(self.clock.today)

    @property
    def is_over(self) -> bool:
        return self.event.is_over(self.clock.today)

    @cached_property
    def may_change(self) -> bool:
        return self.event.may_change(self.user)

    @property
    def may_add(self) -> bool:
        return self.user.is_selling

    @cached_property
    def participants(self) -> list[EventParticipant]:
        return _PARTICIPANTS.objects(self.event.pk)

    @cached_property
    def to_send(self) -> list[User]:
        """Who may be sent still: everybody who sells for whoever makes the event, else the reader himself."""
        going = {one.person_id for one in self.participants}
        people = selling_people() if self.may_change else [self.user] if self.user.is_selling else []
        return [one for one in people if one.pk not in going]

    @cached_property
    def encounters(self) -> list[Seen]:
        return seen_of(self.event, self.user)

    @cached_property
    def groups(self) -> list[Group]:
        shown = [one for one in self.encounters if not self.only_mine or one.assignee_id == self.user.pk]
        return groups_of(shown, self.event, self.user, has_begun=self.has_begun)

    @property
    def is_shared(self) -> bool:
        """More than one of us meets people there, the reader among them."""
        going = {one.assignee_id for one in self.encounters}
        return len(going) > 1 and self.user.pk in going

    @cached_property
    def results(self) -> ResultsPanel:
        return panel_of(self.event, results_of([self.event])[self.event.pk], self.clock)

    @cached_property
    def deals(self) -> list[deals.Row]:
        return deals.rows_of(self.event, self.user, self.clock)

    @property
    def undecided(self) -> str:
        """What is left to write down when the event is over."""
        number = self.results.undecided
        if not (number and self.is_over):
            return ""
        return _("%(number)d still without a result: mark who was met.") % {"number": number}


_PARTICIPANTS = PreparedObjects(lambda event: EventParticipant.objects.filter(event=event), related=["person"])
