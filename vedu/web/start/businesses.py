"""The kinds of business to choose from, each in two words of its own."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.sales.deals.presets.install import BUSINESSES

ICONS = {
    "wholesale": "packages",
    "agency": "speakerphone",
    "insurance": "shield-check",
    "retail": "building-store",
    "real_estate": "home",
    "own": "tool",
}


class Business(NamedTuple):
    code: str
    icon: str
    name: str
    summary: str


def businesses() -> list[Business]:
    words = _words()
    return [Business(code, ICONS[code], *words[code]) for code in BUSINESSES]


def name_of(code: str) -> str:
    return _words()[code][0]


def _words() -> dict[str, tuple[str, str]]:
    return {
        "wholesale": (_("Wholesale"), _("eight stages, reorders")),
        "agency": (_("Agency"), _("audits, briefs, monthly fees")),
        "insurance": (_("Insurance"), _("calling, renewal of policies")),
        "retail": (_("Retail"), _("requests, hand-out, coming back")),
        "real_estate": (_("Real estate"), _("viewings, two who decide")),
        "own": (_("Something else"), _("a plain pipeline of five stages")),
    }
