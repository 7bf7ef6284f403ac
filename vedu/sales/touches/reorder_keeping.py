"""BASE-3 by the clock: owners are reminded on the day when their clients usually buy again. May run twice."""

from datetime import datetime

from django.db import transaction
from django.db.models import Exists, OuterRef
from django.utils import timezone, translation
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client, Clients
from vedu.clients.kinds.base_kind import BaseKind
from vedu.foundation.people.calendar_day import is_working_time
from vedu.foundation.people.installation import day_start, defaults, local_day
from vedu.foundation.people.roles import SELLING
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.reorder import Reorder
from vedu.sales.touches.task import Task


def keep_reorders(at: datetime | None = None) -> int:
    """The job, in working time only: a day that falls on a holiday waits for the next working one. Answers how many
    tasks it planned."""
    at = at or timezone.now()
    if not is_working_time(at):
        return 0
    with translation.override(defaults().language):
        return sum(_plan(client_id, at) for client_id in list(due(at).order_by("pk").values_list("pk", flat=True)))


def due(at: datetime) -> Clients:
    """Led by somebody, with no open deal; neither asked since the last purchase nor about to be."""
    asked = Reorder.objects.filter(client=OuterRef("pk"), purchase_at=OuterRef("last_purchase_at"))
    planned = Task.objects.open().filter(client=OuterRef("pk"), kind=TaskKind.REORDER)
    expected = Client.objects.filter(
        base_kind=BaseKind.CURRENT, next_purchase_on__lte=local_day(at), rhythm_ends_at__gt=at, open_deals=0
    )
    mine = expected.filter(owner__is_active=True, owner__role__in=SELLING)
    return mine.exclude(Exists(asked)).exclude(Exists(planned))


def _plan(client_id: int, at: datetime) -> bool:
    """Looks again under lock: a deal that was opened this very moment makes it needless."""
    with transaction.atomic():
        Client.objects.select_for_update().get(pk=client_id)
        client = due(at).filter(pk=client_id).select_related("owner").first()
        if client is None or client.last_purchase_at is None or client.next_purchase_on is None:
            return False
        step = NextStep(TaskKind.REORDER, day_start(local_day(at)), title=_words(client), has_time=False)
        Reorder.objects.create(
            client=client,
            purchase_at=client.last_purchase_at,
            expected_on=client.next_purchase_on,
            task=Task.plan_by_rule(client, step, at=at),
        )
    return True


def _words(client: Client) -> str:
    days = client.interval_days
    if days is None:
        return _("Offer the second purchase")
    words = ngettext("Offer a reorder: buys every %(days)d day", "Offer a reorder: buys every %(days)d days", days)
    return words % {"days": days}
