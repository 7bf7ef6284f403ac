"""Somebody is away and a colleague stands in for him (OWN-7). Its verbs are in substitution.py: users stand on it."""

from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy


class AbsenceKind(models.TextChoices):
    VACATION = "vacation", pgettext_lazy("absence", "vacation")
    ILLNESS = "illness", pgettext_lazy("absence", "illness")
    TRIP = "trip", pgettext_lazy("absence", "business trip")
    OTHER = "other", pgettext_lazy("absence", "away")


class Absences(models.QuerySet["Absence"]):
    def in_force(self, at: datetime | None = None) -> Self:
        """The person is away at this moment."""
        moment = at or timezone.now()
        return self.not_over(moment).filter(from_at__lte=moment)

    def not_over(self, at: datetime | None = None) -> Self:
        """In force or still ahead."""
        return self.filter(models.Q(till_at=None) | models.Q(till_at__gt=at or timezone.now()))


class Absence(models.Model):
    """``from_on`` and ``till_on`` are days as they were said, both included; no ``till_on``: until further notice.

    Derived: ``from_at`` and ``till_at``, their moments in the time zone of the installation, or of an early end."""

    person = models.ForeignKey("foundation.User", on_delete=models.PROTECT, related_name="absences")
    substitute = models.ForeignKey(
        "foundation.User", null=True, blank=True, on_delete=models.PROTECT, related_name="substitutions"
    )
    kind = models.CharField(max_length=8, choices=AbsenceKind, default=AbsenceKind.VACATION)
    from_on = models.DateField()
    till_on = models.DateField(null=True, blank=True)
    why = models.CharField(max_length=500, blank=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by = models.ForeignKey("foundation.User", null=True, on_delete=models.PROTECT, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey("foundation.User", null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    # derived
    from_at = models.DateTimeField()
    till_at = models.DateTimeField(null=True, blank=True)

    objects = Absences.as_manager()

    class Meta:
        ordering = ["from_at", "pk"]
        indexes = [
            models.Index(fields=["person", "till_at"], name="absence_of_person"),
            models.Index(fields=["substitute", "till_at"], name="absence_of_substitute"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(person=models.F("substitute")), name="nobody_replaces_himself"),
            models.CheckConstraint(
                condition=models.Q(till_on=None) | models.Q(till_on__gte=models.F("from_on")), name="absence_has_days"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person_id} away from {self.from_on} till {self.till_on or '…'}"

    def is_in_force(self, at: datetime | None = None) -> bool:
        moment = at or timezone.now()
        return self.from_at <= moment and not self.is_over(moment)

    def is_over(self, at: datetime | None = None) -> bool:
        return self.till_at is not None and self.till_at <= (at or timezone.now())
