"""How two clients are joined, link by link, and parted again."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.db.models import Max

from vedu.clients import findable
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.merging import people
from vedu.clients.merging.fields import CLIENT_FIELDS, pairs_of, requisites_of
from vedu.clients.merging.ledger import Ledger, image
from vedu.clients.merging.links import EVENTS, external_ids, links_to
from vedu.clients.merging.moving import let_go, move, move_within
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.clients.tree import above
from vedu.foundation.events import Event, tell
from vedu.foundation.people.user import User
from vedu.foundation.search.entry import SearchEntry, SearchNote
from vedu.foundation.search.index import move_owner
from vedu.foundation.values.fold import fold

# Joined by rules of their own.
BY_HAND = (Ownership, Requisites, Contact, ContactPoint, BaseKindChange, LifecycleChange)
# Reckoned anew by the floors above, from the work of both.
HISTORIES = (BaseKindChange, LifecycleChange)
# An earlier merge into the one that goes now cannot be undone before this one is.
# A probable pair keeps what it taught without the client that is gone.
LET_GO = frozenset({"clients.Merge", "clients.ProbablePair"})
LATEST = ("last_touch_at", "last_two_way_at", "hold_until")


def join(kept: Client, gone: Client, choices: Mapping[str, str], *, by: User | None, at: datetime) -> Ledger:
    """All rows of ``gone`` go to ``kept``, in the caller's transaction."""
    ledger, before = Ledger(), image(kept)
    entries = list(SearchEntry.objects.filter(client_id__in=[kept.pk, gone.pk]).order_by("pk"))
    notes = list(SearchNote.objects.filter(client_id__in=[kept.pk, gone.pk]).order_by("pk"))
    chosen = {pair.field: pair.value for pair in pairs_of(kept, gone, choices)}
    place = _place(kept, gone)
    _join_requisites(ledger, kept, gone, chosen)
    people.join(ledger, kept, gone)
    for link in links_to(Client):
        if link.model._meta.label in LET_GO:
            let_go(ledger, link, gone.pk)
        elif link.model is Client:
            move_within(ledger, link, kept.pk, gone.pk)
        elif link.model not in BY_HAND:
            move(ledger, link, kept.pk, gone.pk)
    ledger.move(EVENTS.rows(gone.pk), EVENTS.column, kept.pk)
    ledger.move(external_ids("client", gone.pk), "object_id", kept.pk)
    _join_ownership(ledger, kept, gone, at)
    ledger.delete(entries)
    ledger.delete(notes)
    for history in HISTORIES:
        ledger.delete(list(history._base_manager.filter(client__in=[kept.pk, gone.pk]).order_by("pk")))
    ledger.delete([gone])
    _describe(kept, gone, chosen, place)
    findable.refresh([kept.pk])
    _put_notes(notes, kept)
    tell("client.merged", by=by, client_id=kept.pk, at=at, gone=gone.pk, name=gone.name)
    # What the verbs and the floors above have made of the client since.
    fresh = Client.objects.get(pk=kept.pk)
    after = image(fresh)
    differ = [name for name in before if before[name] != after[name]]
    ledger.note_change(fresh, {name: before[name] for name in differ}, {name: after[name] for name in differ})
    return ledger


def part(kept_id: int, gone_id: int, ledger: Ledger, *, by: User, at: datetime) -> Client:
    """Puts back every step. Where anything has happened since, the floors above bring in order what came with it; else
    every row is as it was already."""
    merged = Event.objects.filter(client_id=kept_id, kind="client.merged", data__gone=gone_id).latest("pk")
    is_touched = Event.objects.filter(client_id=kept_id, pk__gt=merged.pk).exists()
    SearchEntry.objects.filter(client_id=kept_id).delete()
    SearchNote.objects.filter(client_id=kept_id, object_id__lt=merged.pk).delete()
    for history in HISTORIES:
        history._base_manager.filter(client=kept_id).delete()
    ledger.put_back()
    if is_touched:
        findable.refresh([kept_id, gone_id])
        for pk, owner_id in Client.objects.filter(pk__in=[kept_id, gone_id]).values_list("pk", "owner_id"):
            move_owner(pk, owner_id)
    tell("client.parted", by=by, client_id=kept_id, at=at, gone=gone_id, is_touched=is_touched)
    return Client.objects.get(pk=gone_id)


def _put_notes(notes: Sequence[SearchNote], kept: Client) -> None:
    """What was written of either is found at the one that stays."""
    for note in notes:
        note.pk, note.client_id, note.owner_id = None, kept.pk, kept.owner_id
    SearchNote.objects.bulk_create(notes)


def _join_requisites(ledger: Ledger, kept: Client, gone: Client, chosen: Mapping[str, str]) -> None:
    own, other = requisites_of(kept), requisites_of(gone)
    if other is None:
        return
    if own is None:
        ledger.move(Requisites.objects.filter(pk=other.pk), "client_id", kept.pk)
        own = Requisites.objects.get(pk=other.pk)
    else:
        ledger.delete([other])  # first, for two clients do not share an ИНН
    prefix = "requisites."
    ledger.change(own, **{name.removeprefix(prefix): chosen[name] for name in chosen if name.startswith(prefix)})


def _join_ownership(ledger: Ledger, kept: Client, gone: Client, at: datetime) -> None:
    """A free client takes the other's owner; else its own history goes on and the other's is kept in the ledger."""
    periods = list(Ownership.objects.filter(client=gone.pk).order_by("pk"))
    present = next((period for period in periods if period.till_at is None), None)
    if kept.owner_id is None and present is not None:
        last = Ownership.objects.filter(client=kept.pk).aggregate(Max("till_at"))["till_at__max"]
        since = present.from_at if last is None or last <= present.from_at else at
        ledger.delete([period for period in periods if period is not present])
        ledger.change(present, client_id=kept.pk, from_at=since)
        Client.objects.filter(pk=kept.pk).update(owner=present.owner_id, owner_since=since)
    else:
        ledger.delete(periods)


def _place(kept: Client, gone: Client) -> Mapping[str, Any]:
    """In the tree: its own, else the other's. One that stood below the other moves up, else the tree would close into
    a circle."""
    stood_below = any(one.pk == gone.pk for one in above(kept))
    stands_above = any(one.pk == kept.pk for one in above(gone))
    takes_over = stood_below or (kept.parent_id is None and not stands_above)
    taken = gone if takes_over else kept
    point = kept.sales_point_id or gone.sales_point_id
    return {"parent_id": taken.parent_id, "tie": taken.tie, "sales_point_id": point}


def _describe(kept: Client, gone: Client, chosen: Mapping[str, str], place: Mapping[str, Any]) -> None:
    facts: dict[str, Any] = {name: chosen[name] for name in CLIENT_FIELDS} | dict(place)
    facts["name_folded"] = fold(facts["name"])[:255]
    facts["created_at"] = min(kept.created_at, gone.created_at)
    for name in LATEST:
        facts[name] = max(filter(None, (getattr(kept, name), getattr(gone, name))), default=None)
    Client.objects.filter(pk=kept.pk).update(**facts)
