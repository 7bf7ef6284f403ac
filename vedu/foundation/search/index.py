"""Keeps what can be found in step with what it stands for."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from datetime import datetime

from vedu.foundation.search.entry import SearchEntry
from vedu.foundation.values.fold import fold


@dataclass(frozen=True, slots=True)
class Entry:
    kind: str
    object_id: int
    title: str
    touched_at: datetime
    client_id: int | None = None
    owner_id: int | None = None
    detail: str = ""
    words: Sequence[str] = field(default_factory=tuple)
    is_open: bool = True


def put(entries: Iterable[Entry]) -> None:
    """Write these entries, new or changed."""
    rows = [
        SearchEntry(
            kind=entry.kind,
            object_id=entry.object_id,
            client_id=entry.client_id,
            owner_id=entry.owner_id,
            title=entry.title,
            detail=entry.detail,
            text=" " + fold(" ".join([entry.title, *entry.words])),
            title_folded=fold(entry.title),
            touched_at=entry.touched_at,
            is_open=entry.is_open,
        )
        for entry in entries
    ]
    SearchEntry.objects.bulk_create(
        rows,
        update_conflicts=True,
        unique_fields=["kind", "object_id"],
        update_fields=["client_id", "owner_id", "title", "detail", "text", "title_folded", "touched_at", "is_open"],
    )


def drop(kind: str, ids: Collection[int]) -> None:
    SearchEntry.objects.filter(kind=kind, object_id__in=ids).delete()


def move_owner(client_id: int, owner_id: int | None) -> None:
    SearchEntry.objects.filter(client_id=client_id).update(owner_id=owner_id)
