"""Orders a filling: the row that tells of it, and the job that carries it out."""

from django.utils.translation import get_language

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.integrations.enrichment.filling import Filling
from vedu.integrations.enrichment.jobs import carry_out_filling


def order_filling(client: Client, *, by: User) -> Filling:
    """See Filling.order."""
    filling = Filling.order(client, by=by)
    carry_out_filling.enqueue(filling.pk, get_language() or "")
    return filling
