"""The next client into a caller's hands: one at a time, nobody else's, and back when he is gone (CHAN-5).

The lease is one conditional update, and two unique indexes hold it: of any number of callers at one moment one wins a
client. It ends by itself, so that a caller who died loses nobody."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import IntegrityError, models, transaction
from django.db.models import Exists, OuterRef, Q
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.prepared_update import PreparedUpdate
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.outcome import LeftQueue
from vedu.sales.calling.queued_client import QueuedClient, QueuedClients
from vedu.sales.calling.turn import Turn
from vedu.sales.contact_policy.decision import Forbidden
from vedu.sales.contact_policy.forbidding import forbidden_of_all
from vedu.sales.touches.channel import Channel

# Looked at together: the policy is asked of all of them at once. Mostly the first may be called, and another stands by
# for the case that a colleague was quicker; where the first ones may not, more are looked at.
FEW, HANDFUL = 3, 16
# A call that was promised is first his who promised it; then anybody's, rather than nobody's.
FIRST_HIS = timedelta(minutes=15)
# Handfuls of clients who may not be called now, before a caller is told that nobody is there.
MOST_HANDFULS = 13


def lease_time() -> timedelta:
    return timedelta(seconds=settings.CALL_LEASE_SECONDS)


def take_next(calling_list: CallingList, *, by: User, at: datetime | None = None) -> QueuedClient | None:
    """The next client of the list who may be called now, for as long as the lease lasts; the one he has already, when
    he asks again. None where nobody may be called this moment.

    On the way those whom the policy forbids now are put off until it allows them, and those who asked not to be
    called, or whom a colleague leads by now, leave the queue. Raises NotAllowed, Refused."""
    calling_list.require_calling(by)
    now = at or timezone.now()
    for handful in range(MOST_HANDFULS):
        own = _own(by)
        if own is not None:
            if own.calling_list_id == calling_list.pk and own.is_leased(now) and _renew(own, by, now):
                return own
            give_back(by=by)
        found = candidates(calling_list.pk, by, now, HANDFUL if handful else FEW)
        if not found:
            return None
        taken = _first_allowed(found, calling_list.pk, by, now)
        if taken is not None:
            return taken
    return None


def renew(queued: QueuedClient, *, by: User, at: datetime | None = None) -> datetime:
    """The caller is still there: till when the client is his now. Raises Refused when another has him by now."""
    now = at or timezone.now()
    if not _renew(queued, by, now):
        raise not_in_hands(queued)
    assert queued.lease_till is not None
    return queued.lease_till


def release(queued: QueuedClient, *, by: User) -> bool:
    """Out of these hands, because of an outcome. False when it was not in them: of two who write one wins."""
    return bool(_RELEASE.run(queued.pk, by.pk))


def give_back(*, by: User) -> None:
    """Whom he has in his hands waits for the next caller."""
    QueuedClient.objects.filter(in_hands_of=by).update(in_hands_of=None, lease_till=None)


def take_this(queued: QueuedClient, *, by: User, at: datetime) -> bool:
    """This very client into these hands, instead of whom they hold; False when a colleague has him."""
    give_back(by=by)
    return _lease(queued, by, at)


def not_in_hands(queued: QueuedClient) -> Refused:
    sentence = _("“%(client)s” is not in your hands any more: write what was said on the client's card.")
    facts = {"queued": queued.pk, "client": queued.client_id}
    return Refused(Reason("not-in-your-hands", sentence % {"client": queued.client.name}, facts))


def candidates(list_id: int, by: User, now: datetime, number: int = HANDFUL) -> list[QueuedClient]:
    """Those who are next, FEW or a HANDFUL, in the order of calling: promised calls, attempts that are due, then fresh
    ones. Found by an index, however long the queue."""
    found: list[QueuedClient] = []
    for turn in Turn:
        if len(found) < number:
            found += _NEXT[number].objects(list_id, by.pk, int(turn), now, now - FIRST_HIS)
    return found[:number]


def free_now(list_id: Any, by: Any, now: Any, overdue: Any) -> QueuedClients:
    """Who may be taken: due, in nobody's hands on any list, and promised by nobody else, unless that is overdue."""
    free = Q(in_hands_of=None) | Q(lease_till__lte=now)
    his = Q(promised_by=None) | Q(promised_by__id=by) | Q(not_before__lte=overdue)
    rows = QueuedClient.objects.waiting().filter(free, his, calling_list__id=list_id, not_before__lte=now)
    elsewhere = QueuedClient.objects.filter(client=OuterRef("client"), in_hands_of__isnull=False, lease_till__gt=now)
    return rows.filter(~Exists(elsewhere))


def held(queued_id: int, by: User) -> QueuedClient | None:
    """The row that this caller has in hands, with his client and the list."""
    return next(iter(_HELD.objects(queued_id, by.pk)), None)


def _own(by: User) -> QueuedClient | None:
    return next(iter(_OWN.objects(by.pk)), None)


def _renew(queued: QueuedClient, by: User, now: datetime) -> bool:
    till = now + lease_time()
    if not _RENEW.run(queued.pk, by.pk, till):
        return False
    queued.lease_till = till
    return True


def _first_allowed(ahead: Sequence[QueuedClient], list_id: int, by: User, now: datetime) -> QueuedClient | None:
    """Nothing is locked while the policy thinks: who was quicker is found out by the update."""
    forbidden = forbidden_of_all([one.client for one in ahead], Channel.CALL, at=now)
    put_off: list[tuple[QueuedClient, Forbidden]] = []
    gone: list[tuple[QueuedClient, LeftQueue]] = []
    taken = None
    for one in ahead:
        if not (one.client.is_workable_by(by) and one.client.is_visible_to(by)):
            gone.append((one, LeftQueue.LED))
            continue
        decision = forbidden[one.client_id]
        if decision.next_at is None:
            gone.append((one, LeftQueue.OPTED_OUT))
        elif decision.objections:
            put_off.append((one, decision))
        elif _lease(one, by, now):
            taken = one
            break
    _settle(list_id, put_off, gone, now)
    return taken


def _lease(queued: QueuedClient, by: User, now: datetime) -> bool:
    """Whether it was him who got the client."""
    till = now + lease_time()
    try:
        with transaction.atomic():
            _LET_GO.run(queued.client_id, now)
            won = _LEASE.run(queued.pk, by.pk, now, till)
    except IntegrityError:  # he is in somebody's hands from another list, or this caller has got one at this moment
        return False
    if won:
        queued.in_hands_of, queued.lease_till = by, till
    return bool(won)


def _settle(
    list_id: int,
    put_off: Sequence[tuple[QueuedClient, Forbidden]],
    gone: Sequence[tuple[QueuedClient, LeftQueue]],
    now: datetime,
) -> None:
    if not (put_off or gone):
        return
    with transaction.atomic():
        for queued, decision in put_off:
            reason = decision.objections[0].code
            turn = Turn.AGAIN if queued.turn == Turn.FRESH else queued.turn
            _free(queued, now).update(not_before=decision.next_at, why_later=reason, turn=turn)
        left = sum(_free(queued, now).update(left=why, in_hands_of=None, lease_till=None) for queued, why in gone)
        CallingList.count_left(list_id, left)


def _free(queued: QueuedClient, now: datetime) -> QueuedClients:
    """As long as nobody has taken him since."""
    is_free = Q(in_hands_of=None) | Q(lease_till__lte=now)
    return QueuedClient.objects.waiting().filter(is_free, pk=queued.pk)


MOMENT: Any = models.DateTimeField()
WITH_CLIENT = ("client", "client__owner")
WITH_LIST = (*WITH_CLIENT, "calling_list", "calling_list__playbook")


def _next(number: int) -> PreparedObjects[QueuedClient]:
    return PreparedObjects(
        lambda pk, by, turn, now, overdue: (
            free_now(pk, by, now, overdue).filter(turn=turn).order_by("not_before", "position")[:number]
        ),
        ids=3,
        fields=[MOMENT, MOMENT],
        related=WITH_CLIENT,
    )


_NEXT = {number: _next(number) for number in (FEW, HANDFUL)}
_OWN = PreparedObjects(lambda by: QueuedClient.objects.filter(in_hands_of__id=by).order_by("pk"), related=WITH_LIST)
_HELD = PreparedObjects(
    lambda pk, by: QueuedClient.objects.filter(pk=pk, in_hands_of__id=by).order_by("pk"), ids=2, related=WITH_LIST
)
_RENEW = PreparedUpdate(
    lambda pk, by, till: (QueuedClient.objects.waiting().filter(pk=pk, in_hands_of__id=by), {"lease_till": till}),
    ids=2,
    fields=[MOMENT],
)
_LET_GO = PreparedUpdate(  # a lease that ended holds nobody, from whatever list
    lambda client, now: (
        QueuedClient.objects.filter(client__id=client, in_hands_of__isnull=False, lease_till__lte=now),
        {"in_hands_of": None, "lease_till": None},
    ),
    fields=[MOMENT],
)
_LEASE = PreparedUpdate(
    lambda pk, by, now, till: (
        QueuedClient.objects.waiting().filter(Q(in_hands_of=None) | Q(lease_till__lte=now), pk=pk, not_before__lte=now),
        {"in_hands_of": by, "lease_till": till},
    ),
    ids=2,
    fields=[MOMENT, MOMENT],
)
_RELEASE = PreparedUpdate(
    lambda pk, by: (
        QueuedClient.objects.waiting().filter(pk=pk, in_hands_of__id=by),
        {"in_hands_of": None, "lease_till": None},
    ),
    ids=2,
)
