"""OWN-3 by the clock: held clients are counted down, their owners warned, then they go back to the pool.

Every step may run twice with no harm: warnings are notices sent once, a release looks at the client again under lock.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping
from datetime import UTC, datetime, timedelta

from django.db.models import Q
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from vedu.clients import hold, ownership
from vedu.clients.client import Client, Clients
from vedu.clients.hold_rule import HoldRule
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.calendar_day import is_working_time
from vedu.foundation.people.installation import defaults
from vedu.foundation.people.notice import News, Notice

WARN_DAYS = (7, 1)
AHEAD = timedelta(days=max(WARN_DAYS))
CHUNK = 500
LONG_AGO = datetime.min.replace(tzinfo=UTC)

# Asked by ids of clients at a moment, tells till when each is kept all the same: a promise on the calendar.
Keeper = Callable[[list[int], datetime], Mapping[int, datetime]]
_keepers: list[Keeper] = []


def register_keeper(keeper: Keeper) -> None:
    if keeper not in _keepers:
        _keepers.append(keeper)


def keep_holds(at: datetime | None = None) -> int:
    """The job. Outside working time only rules are followed. Answers how many clients went back to the pool."""
    at = at or timezone.now()
    follow_rules(at)
    if not is_working_time(at):
        return 0
    released = 0
    with translation.override(defaults().language):
        for clients in _ending(at):
            ends = _ends(clients, at)
            _warn([client for client in clients if ends[client.pk] > at], ends, at)
            released += _release([client for client in clients if ends[client.pk] <= at], at)
    return released


def follow_rules(at: datetime) -> None:
    """Give every client the days of the first rule that it belongs to, a free one too: who claims it sees at once how
    long it is his. A client whose days come or change is kept for a week at least, so that its owner can be warned."""
    rest = Client.objects.all()
    for rule in HoldRule.objects.select_related("segment"):
        belongs = rule.segment.where(at) if rule.segment else Q()
        _set_days(rest.filter(belongs), rule.days, at)
        if rule.segment is None:
            return
        rest = rest.exclude(belongs)
    _set_days(rest, None, at)


def _set_days(clients: Clients, days: int | None, at: datetime) -> None:
    differ = ~Q(hold_days=days) | Q(hold_days=None) if days is not None else Q(hold_days__isnull=False)
    changed = clients.filter(differ).order_by().values_list("pk", flat=True)
    for ids in chunked(list(changed)):
        Client.objects.filter(pk__in=ids).update(hold_days=days, hold_until=at + AHEAD)


def _ending(at: datetime) -> Iterator[list[Client]]:
    """Held clients whose hold may end within the time of warnings; ``hold_until`` never lies behind the real end, so
    the index leaves out all others."""
    soon = Client.objects.held().filter(hold_days__isnull=False, hold_until__lte=at + AHEAD).order_by("pk")
    last = 0
    while found := list(soon.filter(pk__gt=last)[:CHUNK]):
        last = found[-1].pk
        yield found


def _ends(clients: list[Client], at: datetime) -> dict[int, datetime]:
    """The real ends, kept in ``hold_until``."""
    ids = [client.pk for client in clients]
    kept: dict[int, datetime] = defaultdict(lambda: LONG_AGO)
    for keeper in _keepers:
        for pk, till in keeper(ids, at).items():
            kept[pk] = max(kept[pk], till)
    ends = {}
    for client in clients:
        end = max(filter(None, (hold.ends_at(client), kept[client.pk])))
        if end != client.hold_until:
            client.hold_until = end
            Client.objects.filter(pk=client.pk).update(hold_until=end)
        ends[client.pk] = end
    return ends


def _warn(clients: list[Client], ends: Mapping[int, datetime], at: datetime) -> None:
    news = []
    for client in clients:
        left = (timezone.localtime(ends[client.pk]).date() - timezone.localtime(at).date()).days
        days = next((days for days in sorted(WARN_DAYS) if left <= days), None)
        if days is not None:
            assert client.owner_id is not None
            end = timezone.localtime(ends[client.pk]).date()
            facts = {"client": client.pk, "name": client.name, "days": days, "on": end}
            news.append(News(client.owner_id, "hold.ending", f"{client.pk}:{end}:{days}", facts))
    Notice.send(news, at=at)


def _release(clients: list[Client], at: datetime) -> int:
    released = 0
    for client in clients:
        days, owner = client.hold_days, client.owner_id
        why = _("The hold has ended: %(days)d days without a conversation or a purchase.") % {"days": days}
        if ownership.release_by_rule(client, still=_is_over, why=why, rule="hold", at=at):
            released += 1
            assert owner is not None
            facts = {"client": client.pk, "name": client.name, "days": days}
            Notice.send([News(owner, "hold.ended", f"{client.pk}:{at:%Y-%m-%d}", facts)], at=at)
    return released


def _is_over(client: Client, at: datetime) -> bool:
    """Asked again under lock: a deal, a talk or a purchase of this very moment keeps the client."""
    end = client.hold_ends_at
    return end is not None and end <= at
