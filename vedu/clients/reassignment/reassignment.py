"""A reassignment: many clients pass to others by one decision of a head (OWN-7)."""

from datetime import datetime, timedelta
from typing import Any, NamedTuple, Self

from django.db import models
from django.db.models import Count, Q
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.clients.assignment.method import Method
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused

PATIENCE = timedelta(minutes=3)


class Phase(models.TextChoices):
    RUNNING = "running", gettext_lazy("is being carried out")
    DONE = "done", gettext_lazy("is carried out")
    UNDOING = "undoing", gettext_lazy("is being taken back")
    UNDONE = "undone", gettext_lazy("is taken back")


WORKING = (Phase.RUNNING, Phase.UNDOING)


class Figures(NamedTuple):
    """How many of the clients have come how far. ``kept`` stayed when the rest was taken back."""

    total: int
    passed: int
    refused: int
    given_back: int
    kept: int


class Reassignments(models.QuerySet["Reassignment"]):
    def visible_to(self, user: User) -> Self:
        """For heads: their own and those of the heads below them."""
        ids = user.managed_ids()
        return self if ids is None else self.filter(by__in=ids)

    def stalled(self, at: datetime | None = None) -> Self:
        """The one who worked on them is gone: the work may go on where it was."""
        return self.filter(phase__in=WORKING, beat_at__lt=(at or timezone.now()) - PATIENCE)


class Reassignment(models.Model):
    """``chosen`` says in words which clients were meant, ``language`` in which language rows tell why not."""

    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    why = models.CharField(max_length=500)
    method = models.CharField(max_length=9, choices=Method)
    chosen = models.CharField(max_length=255)
    language = models.CharField(max_length=8, blank=True)
    phase = models.CharField(max_length=7, choices=Phase, default=Phase.RUNNING)
    beat_at = models.DateTimeField(default=timezone.now)
    done_at = models.DateTimeField(null=True, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = Reassignments.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.chosen}: {self.method}"

    @property
    def is_working(self) -> bool:
        """A job is at it."""
        return self.phase in WORKING

    def figures(self) -> Figures:
        """One query."""
        passed = Q(ownership__isnull=False)
        return Figures(
            **self.rows.aggregate(
                total=Count("pk"),
                passed=Count("pk", filter=passed),
                refused=Count("pk", filter=~Q(refused="")),
                given_back=Count("pk", filter=Q(undone_at__isnull=False)),
                kept=Count("pk", filter=~Q(kept="")),
            )
        )

    def may_be_undone_by(self, user: User) -> bool:
        return user.is_leading and (self.by_id == user.pk or user.manages(self.by_id))

    def require_enter(self, phase: Phase, expected: Phase, **facts: Any) -> None:
        """``enter``, or Refused that says what it is at."""
        if not self.enter(phase, expected, **facts):
            self.refresh_from_db(fields=["phase"])
            sentence = _("This reassignment %(phase)s.") % {"phase": Phase(self.phase).label}
            raise Refused(Reason("reassignment-phase", sentence, {"phase": str(self.phase)}))

    def enter(self, phase: Phase, expected: Phase, **facts: Any) -> bool:
        """Go over to ``phase`` if nobody else has meanwhile."""
        values = {"phase": phase, "beat_at": timezone.now(), **facts}
        if not Reassignment.objects.filter(pk=self.pk, phase=expected).update(**values):
            return False
        for name, value in values.items():
            setattr(self, name, value)
        return True


class Rows(models.QuerySet["ReassignmentRow"]):
    def waiting(self) -> Self:
        """Neither passed nor refused."""
        return self.filter(ownership=None, refused="")

    def to_give_back(self) -> Self:
        """Passed, and nobody has said yet whether they go back or stay."""
        return self.filter(ownership__isnull=False, undone_at=None, kept="")


class ReassignmentRow(models.Model):
    """One client: who led it, who shall, the period that came of it, or why it did not pass.

    ``mark`` is the last event when it had passed: later ones tell of work. ``kept`` says why it stayed."""

    reassignment = models.ForeignKey(Reassignment, on_delete=models.CASCADE, related_name="rows")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    before = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    after = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    ownership = models.ForeignKey(Ownership, null=True, on_delete=models.SET_NULL, related_name="+")
    mark = models.BigIntegerField(default=0)
    refused = models.CharField(max_length=500, blank=True)
    undone_at = models.DateTimeField(null=True, blank=True)
    kept = models.CharField(max_length=500, blank=True)

    objects = Rows.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["reassignment", "client"], name="client_reassigned_once")]

    def __str__(self) -> str:
        return f"{self.client_id}: {self.before_id} → {self.after_id}"
