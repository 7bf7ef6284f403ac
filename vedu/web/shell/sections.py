"""The places of the product, in the order of the rail. A place appears as soon as its screen has an address."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from django.urls import NoReverseMatch, reverse
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


@dataclass(frozen=True, slots=True)
class Place:
    """``screen`` is the URL namespace of the screen, ``key`` the letter after `g` (or the key that creates).

    ``counter_only``: for those who work at the counter, whose first place it is."""

    screen: str
    view: str
    label: str | Promise
    icon: str
    key: str = ""
    leading_only: bool = False
    query: str = ""
    counter_only: bool = False

    @property
    def url(self) -> str:
        """ "" while the screen does not exist."""
        url = _address_if_any(f"{self.screen}:{self.view}")
        return url and url + self.query


RAIL = (
    Place("inquiry", "index", pgettext_lazy("section", "Inquiry"), icon="building-store", key="o", counter_only=True),
    Place("day", "index", pgettext_lazy("section", "Day"), icon="sun", key="d"),
    Place("deals", "index", pgettext_lazy("section", "Deals"), icon="layout-kanban", key="b"),
    Place("calling", "index", pgettext_lazy("section", "Calling"), icon="phone-call", key="c"),
    Place("clients", "index", pgettext_lazy("section", "Clients"), icon="address-book", key="k"),
    Place("head", "index", pgettext_lazy("section", "Team"), icon="users-group", key="h", leading_only=True),
)
MORE = (
    Place("recent", "index", _("At hand"), icon="history"),
    Place("clients", "index", pgettext_lazy("section", "Free clients"), icon="lock-open", query="?scope=free"),
    Place("calendar", "index", pgettext_lazy("section", "Calendar"), icon="calendar-week", key="w"),
    Place("client_base", "index", pgettext_lazy("section", "Base"), icon="chart-bar"),
    Place("visits", "index", pgettext_lazy("section", "Visits"), icon="walk"),
    Place("business_events", "index", pgettext_lazy("section", "Business events"), icon="calendar-event"),
    Place("inquiry", "index", pgettext_lazy("section", "Inquiry"), icon="building-store", key="o"),
    Place("notices", "index", pgettext_lazy("section", "Notices"), icon="bell", key="n"),
    Place("duplicates", "index", _("Probable duplicates"), icon="copy"),
    Place("segments", "index", pgettext_lazy("section", "Segments"), icon="chart-pie", leading_only=True),
    Place("rules", "index", pgettext_lazy("section", "Rules"), icon="adjustments", leading_only=True),
    Place("playbooks", "index", _("Playbooks"), icon="message-2-question", leading_only=True),
    Place("pipelines", "index", pgettext_lazy("section", "Pipelines"), icon="filter", leading_only=True),
    Place("objections", "index", pgettext_lazy("section", "Objections"), icon="hand-stop"),
    Place("talks", "index", pgettext_lazy("section", "Talks"), icon="message-circle"),
    Place("message_templates", "index", pgettext_lazy("section", "Messages"), icon="mail"),
    Place("imports", "index", _("Import"), icon="upload", key="i"),
    Place("consent", "index", _("Consent and rights"), icon="shield-check", leading_only=True),
    Place("absences", "index", _("Absences"), icon="beach"),
    Place("catalogue", "index", pgettext_lazy("section", "Catalogue"), icon="package"),
    Place("competitors", "index", _("Competitors"), icon="briefcase"),
    Place("preparation", "index", _("Preparation"), icon="bulb", leading_only=True),
    Place("start", "index", _("First steps"), icon="list-check", leading_only=True),
    Place("team", "index", _("People and teams"), icon="users", leading_only=True),
    Place("people", "me", _("Settings"), icon="settings"),
)
CREATES = (
    Place("deals", "new", pgettext_lazy("create", "Deal"), icon="layout-kanban"),
    Place("clients", "new", pgettext_lazy("create", "Client"), icon="building"),
    Place("tasks", "new", pgettext_lazy("create", "Task"), icon="checkbox"),
)
# Screens that stand inside another place of the rail.
INSIDE = {
    "deal": "deals",
    "handovers": "clients",
    "reassignments": "team",
    "assignment_rules": "team",
    "territories": "team",
    "techniques": "talks",
    "sequences": "message_templates",
}


@cache
def _address_if_any(name: str) -> str:
    """Empty while the view does not exist."""
    try:
        return reverse(name)
    except NoReverseMatch:
        return ""


def open_to(places: tuple[Place, ...], *, is_leading: bool, is_at_counter: bool = False) -> Iterator[Place]:
    """Those of the places that exist and that this person may enter."""
    found = (place for place in places if place.url and (is_leading or not place.leading_only))
    return (place for place in found if is_at_counter or not place.counter_only)
