"""A search through the whole base: when, how far it is, what it found, and the score that it reckoned with."""

from datetime import datetime, timedelta
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused

LONGEST = timedelta(hours=6)  # one that began earlier has died with its process


class Scans(models.QuerySet["DuplicateScan"]):
    def finished(self) -> Self:
        return self.filter(finished_at__isnull=False, failure="")

    def at_work(self, at: datetime | None = None) -> Self:
        return self.filter(finished_at=None, ordered_at__gt=(at or timezone.now()) - LONGEST)

    def latest_finished(self) -> "DuplicateScan | None":
        return self.finished().order_by("-pk").first()


class DuplicateScan(models.Model):
    """``model`` is the score as data (linkage/model.py): its weights, and coefficients learned from ``decisions``
    decisions of people. ``done`` is in per cent."""

    ordered_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    ordered_at = models.DateTimeField(default=timezone.now)
    finished_at = models.DateTimeField(null=True, blank=True)
    done = models.PositiveSmallIntegerField(default=0)
    clients = models.PositiveIntegerField(default=0)
    compared = models.PositiveIntegerField(default=0)
    found = models.PositiveIntegerField(default=0)
    decisions = models.PositiveIntegerField(default=0)
    failure = models.CharField(max_length=500, blank=True)
    model = models.JSONField(default=dict)

    objects = Scans.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.ordered_at:%Y-%m-%d %H:%M}: {self.found}"

    @classmethod
    def order(cls, *, by: User | None, at: datetime | None = None) -> "DuplicateScan":
        """``by`` None is the schedule. Refuses while another is at work."""
        if by is not None:
            by.require_leading()
        if cls.objects.at_work(at).exists():
            raise Refused(Reason("scan-at-work", _("A search for duplicates is running already.")))
        return cls.objects.create(ordered_by=by, ordered_at=at or timezone.now())

    def progress(self, done: int, **facts: int) -> None:
        """For the page that shows it."""
        self.done = done
        for name, value in facts.items():
            setattr(self, name, value)
        self.save(update_fields=["done", *facts])

    def finish(self, *, found: int, at: datetime | None = None) -> None:
        self.found, self.done, self.finished_at = found, 100, at or timezone.now()
        self.save(update_fields=["found", "done", "finished_at", "model", "decisions"])

    def fail(self, failure: str, *, at: datetime | None = None) -> None:
        self.failure, self.finished_at = failure[:500], at or timezone.now()
        self.save(update_fields=["failure", "finished_at"])
