"""By which clock a client lives: its hours are counted by it, whoever asks (CHAN-2)."""

from functools import lru_cache
from zoneinfo import ZoneInfo

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.people.installation import defaults
from vedu.foundation.values.zones import is_zone, zone_name


def zone_of(client: Client, contact: Contact | None = None) -> ZoneInfo:
    """The person's own, else the client's, else that of its region; ours where nothing is known."""
    own = known_zone(contact.time_zone, "") if contact else None
    return own or known_zone(client.time_zone, client.region) or ZoneInfo(defaults().time_zone)


@lru_cache(maxsize=512)
def known_zone(time_zone: str, region: str) -> ZoneInfo | None:
    """None when neither tells it."""
    if time_zone and is_zone(time_zone):
        return ZoneInfo(time_zone)
    return ZoneInfo(zone_name(region)) if region else None
