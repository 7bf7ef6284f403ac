"""What an object is called in the system it came from: the key by which a second import knows it again."""

from collections.abc import Iterable
from typing import Self

from django.db import models


class ExternalIds(models.QuerySet["ExternalId"]):
    def of(self, kind: str, ids: Iterable[int]) -> Self:
        """What our objects of this kind are called elsewhere."""
        return self.filter(kind=kind, object_id__in=ids)


class ExternalId(models.Model):
    """``source`` is the other system, ``external_id`` says what it is there ("contact:417"); ``kind`` and
    ``object_id`` are ours ("client", 12): a contact of theirs without a company is a person-client here.

    ``digest`` is that of the row as last imported: an equal one means that nothing has changed."""

    source = models.CharField(max_length=40)
    kind = models.CharField(max_length=10)
    external_id = models.CharField(max_length=200)
    object_id = models.BigIntegerField()
    digest = models.CharField(max_length=32, blank=True)

    objects = ExternalIds.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["source", "external_id"], name="external_id_once")]
        indexes = [models.Index(fields=["kind", "object_id"], name="external_id_of_object")]

    def __str__(self) -> str:
        return f"{self.source} {self.external_id}"
