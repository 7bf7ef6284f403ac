"""What can be found: a row for each client, contact, deal and note; kept in step by whoever changes them."""

import json
from collections.abc import Iterable
from typing import Any, ClassVar

from django.db import connection, models, transaction

from vedu.foundation.search.schema import NAMES, NOTES, Shelf, taking_in


class FindableRows(models.QuerySet[Any]):
    """Rows that are made here can be found; thousands are better given to index.put."""

    def bulk_create(self, objs: Iterable[Any], *args: Any, **options: Any) -> list[Any]:
        """As Django's, but conflicts cannot be ignored: what was made would not be known."""
        with transaction.atomic(savepoint=False):
            made: list[Any] = super().bulk_create(objs, *args, **options)
            if connection.vendor == "sqlite":
                ids = json.dumps([one.pk for one in made])
                with connection.cursor() as cursor:
                    cursor.execute(taking_in(self.model.shelf, "id IN (SELECT value FROM json_each(%s))"), [ids])
        return made


class Findable(models.Model):
    """``text`` is the folded haystack, each word after a space; schema.py makes the index of its parts.

    ``owner_id`` is who leads the client: null for a free one, which everybody may see.
    """

    kind = models.CharField(max_length=10)
    object_id = models.BigIntegerField()
    client_id = models.BigIntegerField(null=True)
    owner_id = models.BigIntegerField(null=True)
    title = models.TextField()
    detail = models.TextField()
    text = models.TextField()
    title_folded = models.TextField()
    touched_at = models.DateTimeField()
    is_open = models.BooleanField(default=True)

    shelf: ClassVar[Shelf]
    objects = FindableRows.as_manager()

    class Meta:
        abstract = True
        base_manager_name = "objects"

    def __str__(self) -> str:
        return f"{self.kind} {self.object_id}: {self.title}"


class SearchEntry(Findable):
    """Found by a name or a number: clients, contacts, deals."""

    shelf = NAMES

    class Meta(Findable.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_entry_once")]
        indexes = [
            models.Index(fields=["client_id"], name="search_of_client"),
            models.Index(fields=["owner_id", "touched_at"], name="search_of_owner"),
            models.Index(fields=["title_folded"], name="search_by_title", opclasses=["text_pattern_ops"]),
        ]


class SearchNote(Findable):
    """Found by a word in it: what people wrote of clients. On a shelf of their own, for there are many times more
    notes than clients, and a search for a name should not wade through them."""

    shelf = NOTES

    class Meta(Findable.Meta):
        abstract = False
        constraints = [models.UniqueConstraint(fields=["kind", "object_id"], name="search_note_once")]
        indexes = [
            models.Index(fields=["client_id"], name="search_note_of_client"),
            models.Index(fields=["owner_id", "touched_at"], name="search_note_of_owner"),
        ]


NOTE = "note"
SHELVES: tuple[type[Findable], ...] = (SearchEntry, SearchNote)


def shelf_of(kind: str) -> type[Findable]:
    """Where entries of this kind are kept."""
    return SearchNote if kind == NOTE else SearchEntry
