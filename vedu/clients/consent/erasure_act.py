"""The act of an erasure: what was destroyed, when, by whom, on what ground, with the hash of its log (152-ФЗ)."""

import hashlib
import json
from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import seen_by
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User


class ErasureGround(models.TextChoices):
    REQUEST = "request", pgettext_lazy("ground of erasure", "the person asked to erase")
    WITHDRAWAL = "withdrawal", pgettext_lazy("ground of erasure", "consent was withdrawn")
    PURPOSE = "purpose", pgettext_lazy("ground of erasure", "the data are needed no more")
    UNLAWFUL = "unlawful", pgettext_lazy("ground of erasure", "there was no ground to keep them")


class ErasureActs(models.QuerySet["ErasureAct"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        return self.filter(seen_by(user))


class ErasureAct(models.Model):
    """The person is known here by numbers alone. ``categories``: {table, title, rows}; ``kept``: {table, title, why}.

    ``log`` names every row that changed: [table, id, columns]; ``log_sha256`` is the hash of ``log_text``."""

    client = models.ForeignKey(Client, on_delete=models.PROTECT, related_name="erasure_acts")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.PROTECT, related_name="erasure_acts")
    request = models.ForeignKey(SubjectRequest, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ground = models.CharField(max_length=10, choices=ErasureGround)
    why = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    categories = models.JSONField(default=list)
    kept = models.JSONField(default=list)
    log = models.JSONField(default=list)
    log_sha256 = models.CharField(max_length=64)

    objects = ErasureActs.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.pk} of {self.at:%Y-%m-%d}"

    @property
    def subject_number(self) -> str:
        """How the person is named where his name may not stand."""
        return f"contact:{self.contact_id}" if self.contact_id else f"client:{self.client_id}"

    @property
    def rows(self) -> int:
        return sum(category["rows"] for category in self.categories)

    @property
    def log_text(self) -> str:
        return log_text(self.log, self.at)

    @property
    def is_whole(self) -> bool:
        """The log is still the one that its hash was taken of."""
        return self.log_sha256 == digest_of(self.log, self.at)


def log_text(log: list[list[Any]], at: datetime) -> str:
    """The export of the log: a line of JSON for each row destroyed or changed."""
    moment = at.isoformat(timespec="seconds")
    lines = ({"at": moment, "table": table, "id": one, "columns": columns} for table, one, columns in log)
    return "".join(f"{json.dumps(line, ensure_ascii=False)}\n" for line in lines)


def digest_of(log: list[list[Any]], at: datetime) -> str:
    return hashlib.sha256(log_text(log, at).encode()).hexdigest()
