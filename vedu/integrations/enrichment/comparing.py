"""What was found beside what stands there, field by field."""

from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.clients.client import Client
from vedu.clients.requisites import Requisites
from vedu.foundation.values.fold import fold
from vedu.integrations.enrichment.party import PartyFacts

LABELS: dict[str, str | Promise] = {
    "name": _("Client's name"),
    "city": _("City"),
    "region": _("Region code"),
    "legal_name": _("Full name"),
    "inn": _("INN"),
    "kpp": _("KPP"),
    "ogrn": _("OGRN"),
    "address": _("Address"),
}
OF_CLIENT = ("name", "city", "region")
OF_REQUISITES = tuple(field for field in LABELS if field not in OF_CLIENT)


class Difference(NamedTuple):
    """``stands`` is empty where nothing is known yet: such a field may be filled without asking."""

    field: str
    label: str
    stands: str
    found: str

    @property
    def is_new(self) -> bool:
        return not self.stands

    @property
    def is_same(self) -> bool:
        return fold(self.stands) == fold(self.found)


def compared(client: Client, party: PartyFacts) -> list[Difference]:
    """Every field that the register knows. ``client`` comes with its requisites or they are asked for."""
    row = getattr(client, "requisites", None) or Requisites()
    return compared_with(party, {field: getattr(client if field in OF_CLIENT else row, field) for field in LABELS})


def compared_with(party: PartyFacts, stands: dict[str, str]) -> list[Difference]:
    """The same beside words that are only typed so far; fields that are not named have no place there."""
    return [
        Difference(field, str(LABELS[field]), stands[field], getattr(party, field))
        for field in LABELS
        if field in stands and getattr(party, field)
    ]
