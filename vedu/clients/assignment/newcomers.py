"""Which clients the rules give away: free ones that came since a moment and that nobody has ever led (OWN-8).

What came with an import counts only if the import said so (``no_owner``: @rules): others were left free on purpose."""

from datetime import datetime
from functools import reduce
from operator import or_

from django.db.models import Exists, OuterRef, Q

from vedu.clients.client import Client, Clients
from vedu.clients.imports.mapping import RULES
from vedu.clients.imports.run import ImportRun, Phase
from vedu.clients.ownership import Ownership
from vedu.foundation.events import Event


def newcomers(since: datetime) -> Clients:
    """The longest waiting first."""
    added = Exists(Event.objects.filter(client_id=OuterRef("pk"), kind="client.added"))
    came = reduce(or_, _imported(since), Q(added, created_at__gte=since))
    return never_led().filter(came).order_by("created_at", "pk")


def never_led() -> Clients:
    """One who went back to the pool is not new: whoever wants him claims him."""
    return Client.objects.free().filter(~Exists(Ownership.objects.filter(client=OuterRef("pk"))))


def _imported(since: datetime) -> list[Q]:
    runs = ImportRun.objects.filter(phase=Phase.DONE, finished_at__gte=since, mapping__no_owner=RULES)
    return [
        Q(pk__range=(first, last))
        for run in runs.prefetch_related("batches")
        for batch in run.batches.all()
        for first, last in batch.created.get("client", [])
    ]
