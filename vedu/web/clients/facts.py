"""What kind of client this is: place, its clock beside ours, where it came from (clients/_facts.html)."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.zones import zone_name
from vedu.web.clients.since import day_text
from vedu.web.shell.language import zones


class Fact(NamedTuple):
    """``note`` is said quietly after the value."""

    name: str
    value: str
    note: str = ""


def facts_of(client: Client, now: datetime) -> list[Fact]:
    """Those that are known."""
    zone = zone_of(client)
    facts = (
        Fact(_("Kind"), client.get_kind_display()),
        Fact(_("City"), client.city),
        Fact(_("Their time"), hour_text(now, zone), _difference(zone, now)) if zone else None,
        Fact(_("Came from"), client.source),
        Fact(_("Sales point"), client.sales_point.name if client.sales_point else ""),
        Fact(_("In the base"), _("since %(day)s") % {"day": day_text(client.created_at, now)}),
        Fact(_("About"), client.about),
    )
    return [fact for fact in facts if fact and fact.value]


def zone_of(client: Client) -> ZoneInfo | None:
    """Its own time zone, else that of its region; None when neither is known."""
    if client.time_zone in zones():
        return ZoneInfo(client.time_zone)
    return ZoneInfo(zone_name(client.region)) if client.region else None


def _difference(zone: ZoneInfo, now: datetime) -> str:
    """«на 2 ч позже вашего»; nothing when the clocks agree."""
    ours = timezone.localtime(now).utcoffset() or timedelta()
    hours = round(((now.astimezone(zone).utcoffset() or timedelta()) - ours) / timedelta(hours=1))
    if not hours:
        return ""
    if hours > 0:
        return ngettext("%(hours)d hour ahead of you", "%(hours)d hours ahead of you", hours) % {"hours": hours}
    return ngettext("%(hours)d hour behind you", "%(hours)d hours behind you", -hours) % {"hours": -hours}
