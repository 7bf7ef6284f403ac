"""What is missing in a message, with the link to the place where it is filled in."""

from collections.abc import Iterable
from typing import NamedTuple

from django.urls import reverse

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.filling import Gap
from vedu.sales.message_templates.merge_field import GapSource, MergeField


class GapRow(NamedTuple):
    label: str
    where: str
    url: str


def gap_rows(gaps: Iterable[Gap], client: Client, deal: Deal | None) -> list[GapRow]:
    return [GapRow(_label(gap), str(gap.source.label), _url(gap.source, client, deal)) for gap in gaps]


def _label(gap: Gap) -> str:
    return str(MergeField(gap.field).label) if gap.field in MergeField.values else gap.field


def _url(source: GapSource, client: Client, deal: Deal | None) -> str:
    client_url = reverse("clients:card", args=[client.pk])
    match source:
        case GapSource.PROFILE:
            return reverse("message_templates:profile")
        case GapSource.CATALOGUE:
            return reverse("catalogue:index")
        case GapSource.NEED if deal is not None:
            return reverse("deal:card", args=[deal.pk]) + "#deal-needs"
        case GapSource.PRODUCT if deal is not None:
            return reverse("arguments:deal", args=[deal.pk])
        case GapSource.CONTACT | GapSource.CONTACT_FACTS:
            return client_url + "#people"
    return client_url
