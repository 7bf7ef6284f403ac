"""Time zones of Russia by region code: the first two digits of an ИНН or of an address code."""

from zoneinfo import ZoneInfo, available_timezones

DEFAULT_ZONE = "Europe/Moscow"

_REGIONS_OF_ZONE = {
    "Europe/Kaliningrad": "39",
    "Europe/Samara": "18 63",
    "Europe/Astrakhan": "30",
    "Europe/Saratov": "64",
    "Europe/Ulyanovsk": "73",
    "Asia/Yekaterinburg": "02 45 56 59 66 72 74 86 89",
    "Asia/Omsk": "55",
    "Asia/Barnaul": "04 22",
    "Asia/Krasnoyarsk": "17 19 24",
    "Asia/Novokuznetsk": "42",
    "Asia/Novosibirsk": "54",
    "Asia/Tomsk": "70",
    "Asia/Irkutsk": "03 38",
    "Asia/Yakutsk": "14 28",
    "Asia/Chita": "75",
    "Asia/Vladivostok": "25 27 79",
    "Asia/Magadan": "49",
    "Asia/Sakhalin": "65",
    "Asia/Kamchatka": "41",
    "Asia/Anadyr": "87",
}
_ZONE_OF_REGION = {region: zone for zone, regions in _REGIONS_OF_ZONE.items() for region in regions.split()}


def zone_name(region: str) -> str:
    """IANA name for a region code ("66", also "2" for "02"); Moscow time for all others."""
    return _ZONE_OF_REGION.get(region.strip().zfill(2), DEFAULT_ZONE)


def zone_of_region(region: str) -> ZoneInfo:
    return ZoneInfo(zone_name(region))


def is_zone(name: str) -> bool:
    """Is there such an IANA zone."""
    return name in _ALL


_ALL = frozenset(available_timezones())
