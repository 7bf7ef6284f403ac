"""What is missing in a message, with the link to the place where it is filled in."""

from collections.abc import Iterable
from typing import NamedTuple

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.filling import Gap
from vedu.sales.message_templates.merge_field import GapSource, MergeField
from vedu.web.shell.address import address_of


class GapRow(NamedTuple):
    label: str
    where: str
    url: str


def gap_rows(gaps: Iterable[Gap], client: Client, deal: Deal | None) -> list[GapRow]:
    return [GapRow(_label(gap), str(gap.source.label), _url(gap.source, client, deal)) for gap in gaps]


def _label(gap: Gap) -> str:
    return str(MergeField(gap.field).label) if gap.field in MergeField.values else gap.field


def _url(source: GapSource, client: Client, deal: Deal | None) -> str:
    client_url = address_of("clients:card", client.pk)
    match source:
        case GapSource.PROFILE:
            return address_of("message_templates:profile")
        case GapSource.CATALOGUE:
            return address_of("catalogue:index")
        case GapSource.NEED if deal is not None:
            return address_of("deal:card", deal.pk) + "#deal-needs"
        case GapSource.PRODUCT if deal is not None:
            return address_of("arguments:deal", deal.pk)
        case GapSource.CONTACT | GapSource.CONTACT_FACTS:
            return client_url + "#people"
    return client_url
