"""What time alone changes: a rhythm breaks, the day to come back is here (BASE-2). May run at any moment and twice."""

from datetime import datetime

from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from vedu.clients.client import Client, Clients
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.following import follow_all
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.installation import local_day


def pass_time(at: datetime | None = None) -> int:
    """The job: only those whose moment has come are read. Answers how many became something else."""
    at = at or timezone.now()
    broken = Client.objects.filter(base_kind=BaseKind.CURRENT, rhythm_ends_at__lte=at)
    returning = Client.objects.filter(base_kind=BaseKind.COOLING, return_on__lte=local_day(at))
    return turn(broken, at) + turn(returning, at)


def mend(at: datetime) -> int:
    """Dormant ones whose rhythm has become longer by another median or another rule."""
    late = Client.objects.filter(Q(rhythm_ends_at__gt=at), base_kind=BaseKind.DORMANT)
    return turn(late, at)


def turn(clients: Clients, at: datetime) -> int:
    """Looked at again under lock, some hundreds at once."""
    changed = 0
    for ids in chunked(list(clients.order_by("pk").values_list("pk", flat=True))):
        with transaction.atomic():
            changed += follow_all(list(Client.objects.select_for_update().filter(pk__in=ids).order_by("pk")), at)
    return changed
