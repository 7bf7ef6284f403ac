"""The gauge of a client or a deal (contact_policy/_pressure.html)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import tzinfo
from functools import cached_property
from typing import NamedTuple

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.money_text import money_text
from vedu.sales.contact_policy.asking import Known, known_of
from vedu.sales.contact_policy.decision import Decision
from vedu.sales.contact_policy.pressure import Measure, Pressure, pressure_of
from vedu.sales.contact_policy.touch_cost import Spent, spent_on
from vedu.sales.deals.deal import Deal
from vedu.web.clients.since import day_text
from vedu.web.contact_policy.habits import Habits, habits_of
from vedu.web.contact_policy.preference_form import PreferenceForm
from vedu.web.contact_policy.verdicts import Against, ChannelRow, against, decisions_of, row_of
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.person import person_markup


class Bar(NamedTuple):
    """``percent`` of the limit; ``is_full``: it is reached."""

    title: str
    text: str
    percent: int
    is_full: bool


@dataclass
class PressurePanel:
    """``contact``: it is about this person, else about the client as a whole. ``form`` came back with its errors."""

    client: Client
    user: User
    clock: Clock
    contact: Contact | None = None
    deal: Deal | None = None
    form_sent: PreferenceForm | None = None

    @cached_property
    def known(self) -> Known:
        return known_of(self.client, self.contact, at=self.clock.now)

    @property
    def zone(self) -> tzinfo:
        return self.known.whom.clock.zone

    @property
    def url(self) -> str:
        if self.deal is not None:
            return address_of("contact_policy:deal", self.deal.pk)
        return address_of("contact_policy:client", self.client.pk)

    @property
    def can_work(self) -> bool:
        return self.client.is_workable_by(self.user)

    @property
    def people(self) -> Sequence[Contact]:
        """Asked for when somebody wants to choose one: the card has no room in its queries."""
        return [one for one in self.client.contacts.all() if not one.erased_at]

    @property
    def whom(self) -> str:
        return self.contact.name if self.contact else _("the client as a whole")

    @cached_property
    def pressure(self) -> Pressure:
        return pressure_of(self.known.whom.history, self.known.rules, self.clock.now)

    @property
    def bars(self) -> list[Bar]:
        return [
            _bar(_("in 7 days"), self.pressure.week),
            _bar(_("in 30 days"), self.pressure.month),
            _bar(
                _("in a row without an answer"), Measure(0, self.pressure.unanswered, self.known.rules.most_unanswered)
            ),
        ]

    @cached_property
    def last(self) -> "Last | None":
        at, by = self.pressure.last_at, self.pressure.last_by
        if at is None or by is None:
            return None
        name = self.known.colleagues.get(by, "")
        when = f"{day_text(at, self.clock.now)}, {hour_text(at, self.clock.zone)}"
        return Last(person_markup(name, by, decorative=True), name, when)

    @cached_property
    def decisions(self) -> dict[str, Decision]:
        return decisions_of(self.known, self.clock.now, self.user)

    @property
    def rows(self) -> list[ChannelRow]:
        return [row_of(channel, decision, self.zone) for channel, decision in self.decisions.items()]

    @property
    def against(self) -> Sequence[Against]:
        return against(self.decisions, self.known.colleagues)

    @property
    def their_time(self) -> str:
        return hour_text(self.clock.now, self.zone)

    @cached_property
    def habits(self) -> Habits:
        return habits_of(self.known, self.clock)

    @property
    def form(self) -> PreferenceForm:
        return self.form_sent or PreferenceForm.of(self.known.said)

    @cached_property
    def too_dear(self) -> str:
        """When the touches of the deal cost more than it is expected to bring (CHAN-4)."""
        spent = spent_on(self.deal.pk, self.deal.value, self.known.spent) if self.deal is not None else None
        return _too_dear(spent, self.clock.language) if spent and spent.is_too_much else ""


class Last(NamedTuple):
    """Who reached out last, and when."""

    bubble: SafeString
    name: str
    when: str


def _bar(title: str, measure: Measure) -> Bar:
    if not measure.most:
        return Bar(title, _("%(touches)d, no limit") % {"touches": measure.touches}, 0, False)
    text = _("%(touches)d of %(most)d") % {"touches": measure.touches, "most": measure.most}
    return Bar(title, text, measure.percent, measure.is_full)


def _too_dear(spent: Spent, language: str) -> str:
    text = ngettext(
        "%(count)d touch has cost about %(cost)s, more than the margin that is expected: %(margin)s.",
        "%(count)d touches have cost about %(cost)s, more than the margin that is expected: %(margin)s.",
        spent.touches,
    )
    return text % {
        "count": spent.touches,
        "cost": money_text(spent.cost.amount, spent.cost.currency, language),
        "margin": money_text(spent.margin.amount, spent.margin.currency, language),
    }
