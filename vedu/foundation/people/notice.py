"""What a person has to know though he did not ask: kept until he has read it."""

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any, NamedTuple, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone

from vedu.foundation.people.user import User


class News(NamedTuple):
    """``key`` names what the news is about: the same news is told to a person once, however often its job runs."""

    person_id: int
    kind: str
    key: str
    data: dict[str, Any]


class Notices(models.QuerySet["Notice"]):
    def unread(self) -> Self:
        return self.filter(read_at=None)

    def of(self, person: User) -> Self:
        return self.filter(person=person)


class Notice(models.Model):
    """The words are made when it is shown, in the language of him who reads."""

    person = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=40)
    key = models.CharField(max_length=120)
    at = models.DateTimeField(default=timezone.now)
    data = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    read_at = models.DateTimeField(null=True, blank=True)

    objects = Notices.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        constraints = [models.UniqueConstraint(fields=["person", "kind", "key"], name="notice_once")]
        indexes = [
            models.Index(fields=["person", "-at"], condition=models.Q(read_at=None), name="notice_unread"),
            models.Index(fields=["person", "-at", "-id"], name="notice_of_person"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} to {self.person_id}"

    @classmethod
    def send(cls, news: Iterable[News], *, at: datetime | None = None) -> None:
        """What was sent before is not sent again."""
        moment = at or timezone.now()
        rows = [Notice(person_id=one.person_id, kind=one.kind, key=one.key, data=one.data, at=moment) for one in news]
        Notice.objects.bulk_create(rows, ignore_conflicts=True, batch_size=500)

    @classmethod
    def read(cls, ids: Sequence[int] | None, *, by: User, at: datetime | None = None) -> int:
        """His own notices, all of them when ``ids`` is None. Answers how many were new."""
        mine = cls.objects.of(by).unread()
        mine = mine if ids is None else mine.filter(pk__in=ids)
        return mine.update(read_at=at or timezone.now())
