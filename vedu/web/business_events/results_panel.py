"""What an event brought, drawn as bars from the list to the won deals, with what each of them cost."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.results import EventResults
from vedu.web.business_events.words import money, sums
from vedu.web.shell.clock import Clock
from vedu.web.visits.words import Bar, percent_of


class Fact(NamedTuple):
    label: str
    value: str


class ResultsPanel(NamedTuple):
    bars: list[Bar]
    facts: list[Fact]
    undecided: int


def panel_of(event: BusinessEvent, results: EventResults, clock: Clock) -> ResultsPanel:
    """Bars against the longest of them: people and deals are counted one by one."""
    words = [
        (pgettext("event results", "To meet"), results.planned, ""),
        (pgettext("event results", "Met"), results.met, _met(results)),
        (pgettext("event results", "New clients"), results.new_clients, ""),
        (pgettext("event results", "Deals opened"), results.opened, ""),
        (pgettext("event results", "Deals won"), results.won, ""),
    ]
    most = max(number for _label, number, _told in words)
    bars = [Bar(label, number, percent_of(number, most), told) for label, number, told in words]
    return ResultsPanel(bars, _facts(event, results, clock), results.undecided)


def _met(results: EventResults) -> str:
    if not results.unplanned:
        return ""
    return _("%(planned)d from the list, %(more)d besides") % {
        "planned": results.met_planned,
        "more": results.unplanned,
    }


def _facts(event: BusinessEvent, results: EventResults, clock: Clock) -> list[Fact]:
    costs = (results.cost_of_meeting, results.cost_of_won_deal)
    meeting, deal = (money(one, clock) if one else "—" for one in costs)
    return [
        Fact(_("Won, in money"), sums(results.won_sums, clock)),
        Fact(_("Spent"), money(event.spent, clock) if event.spent else "—"),
        Fact(_("Cost of a meeting"), meeting),
        Fact(_("Cost of a won deal"), deal),
    ]
