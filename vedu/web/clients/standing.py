"""What the client is to us: base kind since when, lifecycle, rhythm, RFM group (clients/_facts.html)."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.safestring import SafeString
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.kinds.rfm_group import areas
from vedu.foundation.people.installation import local_day, main_currency
from vedu.foundation.values.money_text import short_money_text
from vedu.foundation.values.words_of_time import words_in
from vedu.web.clients.facts import Fact
from vedu.web.clients.kind_words import kind_icon, kind_name
from vedu.web.clients.since import GAP, day_text


@dataclass(frozen=True, slots=True)
class Standing:
    """``kind`` is the class of the colour; ``word`` stands beside the icon."""

    kind: str
    icon: SafeString
    word: str
    since: str
    facts: list[Fact]


def standing_of(client: Client, now: datetime) -> Standing:
    """One query, for those who are in an RFM group."""
    since = client.base_kind_since or client.created_at
    return Standing(
        kind=client.base_kind,
        icon=kind_icon(client.base_kind),
        word=kind_name(client.base_kind),
        since=_since(client, since, now),
        facts=list(_facts(client, now)),
    )


def _since(client: Client, since: datetime, now: datetime) -> str:
    words = _("since %(day)s") % {"day": day_text(since, now)}
    if client.base_kind == BaseKind.COOLING and client.return_on:
        return _("%(since)s, we come back on %(day)s") % {"since": words, "day": _on(client.return_on, now)}
    return words


def _facts(client: Client, now: datetime) -> Iterator[Fact]:
    if client.lifecycle == Lifecycle.LEAD:
        return
    yield Fact(_("Purchases"), _bought(client), str(Lifecycle(client.lifecycle).label))
    yield Fact(_("Rhythm"), _rhythm(client), _next(client, now))
    if client.rfm_group and client.rfm:
        area = next((area for area in areas() if area.code == client.rfm_group), None)
        if area is not None:
            yield Fact(_("RFM group"), str(area.name), str(area.meaning))


def _bought(client: Client) -> str:
    """«7 на 2,3 млн ₽»; without the sum where nothing is known of it."""
    number = client.purchases
    if not client.bought:
        return str(number)
    value = short_money_text(client.bought, main_currency(), get_language() or "en")
    return _("%(number)d for %(value)s") % {"number": number, "value": value}


def _rhythm(client: Client) -> str:
    days = client.interval_days
    if days is None:
        usual = client.rhythm_days or 0
        words = ngettext("as usual, every %(days)d day", "as usual, every %(days)d days", usual)
        return words % {"days": usual}
    words = ngettext("buys every %(days)d day", "buys every %(days)d days", days) % {"days": days}
    return f"{words} (±{GAP}{client.interval_spread})" if client.interval_spread else words


def _next(client: Client, now: datetime) -> str:
    day = client.next_purchase_on
    if day is None:
        return ""
    if day >= local_day(now):
        return _("expected about %(day)s") % {"day": _on(day, now)}
    return _("was expected about %(day)s") % {"day": _on(day, now)}


def _on(day: date, now: datetime) -> str:
    text = f"{day.day}{GAP}{words_in(None).months[day.month - 1]}"
    return text if day.year == local_day(now).year else f"{text} {day.year}"
