"""The derived columns of a client follow its facts, and each change leaves a dated row (BASE-2, BASE-3)."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.utils import timezone

from vedu.clients.kinds.base_kind import BaseKind, Facts, Step, steps_till
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.lifecycle import lifecycle_of
from vedu.foundation.many_rows import insert, update
from vedu.foundation.people.installation import day_start

if TYPE_CHECKING:
    from vedu.clients.client import Client

COLUMNS = (
    "created_at",
    "base_kind",
    "base_kind_since",
    "lifecycle",
    "lifecycle_since",
    "last_two_way_at",
    "refused_at",
    "return_on",
    "purchases",
    "last_purchase_at",
    "rhythm_ends_at",
    "interval_days",
    "interval_spread",
    "open_deals",
)


def facts_of(client: "Client") -> Facts:
    return Facts(
        talked_at=client.last_two_way_at,
        refused_at=client.refused_at,
        returns_at=day_start(client.return_on) if client.return_on else None,
        bought_at=client.last_purchase_at,
        rhythm_ends_at=client.rhythm_ends_at,
        open_deals=client.open_deals,
    )


def follow(client: "Client", at: datetime | None = None) -> None:
    """For the verbs, when the facts have been written. Nothing is asked of the base while nothing changes.

    The row of the client is changed only if it still is what it was here, so that of two at a moment one counts."""
    now = at or timezone.now()
    while turned := _steps(client, now):
        last_at, kind = turned[-1]
        if _turn(client, turned):
            client.base_kind, client.base_kind_since = kind, last_at
            break
        client.refresh_from_db(fields=COLUMNS)
    _follow_lifecycle(client, now)


def rewind(client: "Client", to: datetime) -> None:
    """A fact came late: what was reckoned to have come after it did not, and is reckoned anew."""
    if client.base_kind_since is None or client.base_kind_since < to:
        return
    rows = BaseKindChange.objects.filter(client=client)
    rows.filter(at__gte=to).delete()
    last = rows.order_by("-at", "-pk").first()
    client.base_kind, client.base_kind_since = (last.kind, last.at) if last else (BaseKind.COLD, None)
    type(client).objects.filter(pk=client.pk).update(base_kind=client.base_kind, base_kind_since=client.base_kind_since)


def follow_all(clients: Sequence["Client"], at: datetime) -> int:
    """The same for locked rows of many clients, for jobs. Answers how many changed."""
    turned = [(client, _steps(client, at)) for client in clients]
    changed = [(client, found) for client, found in turned if found]
    insert(BaseKindChange, ["client_id", "before", "at", "kind"], _rows(changed))
    rows = [(client.pk, found[-1][1].value, found[-1][0]) for client, found in changed]
    update(_model(changed), ["base_kind", "base_kind_since"], rows) if changed else None
    return len(changed)


def _model(changed: Sequence[tuple["Client", list[Step]]]) -> type["Client"]:
    return type(changed[0][0])


def _steps(client: "Client", now: datetime) -> list[Step]:
    return steps_till(facts_of(client), client.base_kind, client.base_kind_since, now)


def _turn(client: "Client", turned: list[Step]) -> bool:
    at, kind = turned[-1]
    with transaction.atomic():
        still = type(client).objects.filter(pk=client.pk, base_kind=client.base_kind)
        if not still.update(base_kind=kind, base_kind_since=at):
            return False
        BaseKindChange.objects.bulk_create(
            BaseKindChange(client=client, before=before, at=moment, kind=kind)
            for _pk, before, moment, kind in _rows([(client, turned)])
        )
    return True


def _rows(changed: Iterable[tuple["Client", list[Step]]]) -> Iterator[tuple[int, str, datetime, str]]:
    for client, turned in changed:
        before = client.base_kind
        for at, kind in turned:
            yield client.pk, before, at, kind.value
            before = kind.value


def _follow_lifecycle(client: "Client", now: datetime) -> None:
    stage = lifecycle_of(client.purchases, client.interval_days, client.interval_spread)
    if stage == client.lifecycle:
        return
    before, since, bought_at = client.lifecycle, client.lifecycle_since, client.last_purchase_at
    at = bought_at if bought_at is not None and (since is None or bought_at > since) else now
    client.lifecycle, client.lifecycle_since = stage, at
    with transaction.atomic():
        still = type(client).objects.filter(pk=client.pk, lifecycle=before)
        if still.update(lifecycle=stage, lifecycle_since=at):
            LifecycleChange.objects.create(client=client, before=before, stage=stage, at=at)
