"""What kind of client this is: place, its clock beside ours, where it came from (clients/_facts.html)."""

from datetime import datetime, timedelta
from typing import NamedTuple
from zoneinfo import ZoneInfo

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.clients.local_time import known_zone
from vedu.foundation.values.moments import hour_text
from vedu.web.clients.since import day_text


class Fact(NamedTuple):
    """``note`` is said quietly after the value."""

    name: str
    value: str
    note: str = ""


def facts_of(client: Client, now: datetime) -> list[Fact]:
    """Those that are known."""
    zone = known_zone(client.time_zone, client.region)
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


def _difference(zone: ZoneInfo, now: datetime) -> str:
    """«на 2 ч позже вашего»; nothing when the clocks agree."""
    ours = timezone.localtime(now).utcoffset() or timedelta()
    hours = round(((now.astimezone(zone).utcoffset() or timedelta()) - ours) / timedelta(hours=1))
    if not hours:
        return ""
    if hours > 0:
        return ngettext("%(hours)d hour ahead of you", "%(hours)d hours ahead of you", hours) % {"hours": hours}
    return ngettext("%(hours)d hour behind you", "%(hours)d hours behind you", -hours) % {"hours": -hours}
