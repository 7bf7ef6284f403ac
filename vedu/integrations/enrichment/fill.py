"""The verb: what was found is written where a person ticked it, by the verbs of the client itself (PREP-2)."""

from collections.abc import Collection
from datetime import datetime

from django.db import transaction
from django.utils.translation import gettext as _

from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.integrations.enrichment.comparing import LABELS, OF_CLIENT, OF_REQUISITES, compared
from vedu.integrations.enrichment.party import PartyFacts


def fill(
    client: Client,
    party: PartyFacts,
    fields: Collection[str],
    *,
    by: User,
    source: str = "",
    at: datetime | None = None,
) -> list[str]:
    """Write these fields and no others; returns those that changed. Refused as the verbs that write them."""
    unknown = [field for field in fields if field not in LABELS]
    if unknown:
        raise invalid("fields", "unknown-word", _("There is no such field to fill: %(what)s.") % {"what": unknown[0]})
    found = [one for one in compared(client, party) if one.field in fields and one.stands != one.found]
    values = {one.field: one.found for one in found}
    with transaction.atomic():
        client.require_workable(by)
        if of_client := {field: value for field, value in values.items() if field in OF_CLIENT}:
            client.describe(by=by, at=at, **of_client)
        if papers := {field: value for field, value in values.items() if field in OF_REQUISITES}:
            requisites.write(client, by=by, at=at, **papers)
        if values:
            tell(
                "client.enriched",
                by=by,
                client_id=client.pk,
                at=at,
                fields=sorted(values),
                source=source,
                status=party.status,
                status_on=party.status_on,
            )
    return list(values)
