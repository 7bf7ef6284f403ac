"""One run of an import: a file, what its columns mean, and what came of it (BASE-7)."""

from pathlib import Path
from typing import Any, Self

from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused


class Phase(models.TextChoices):
    MAPPING = "mapping", gettext_lazy("waits for your answers")
    CHECKING = "checking", gettext_lazy("is being checked")
    CHECKED = "checked", gettext_lazy("is checked, nothing is written yet")
    RUNNING = "running", gettext_lazy("is running")
    DONE = "done", gettext_lazy("is done")
    FAILED = "failed", gettext_lazy("stopped half-way")
    UNDOING = "undoing", gettext_lazy("is being undone")
    UNDONE = "undone", gettext_lazy("is undone")


WORKING = (Phase.CHECKING, Phase.RUNNING, Phase.UNDOING)


class ImportRuns(models.QuerySet["ImportRun"]):
    def visible_to(self, user: User) -> Self:
        """One's own; those who lead people see the runs of everybody whose work they see."""
        ids = user.visible_owner_ids()
        if not user.is_leading:
            return self.filter(by=user)
        return self if ids is None else self.filter(by__in=ids)


class ImportRun(models.Model):
    """``rows_done`` is the number of the last line written or checked; a run that stopped goes on after it.

    ``survey`` is what was found in the file before (survey.py), ``check`` what the rehearsal found, ``notes`` how often
    something happened that a person should know of (code → rows), ``kept`` what
    undoing left in place and why. ``event_mark`` is the last event before the run: later ones tell of edits."""

    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    format = models.CharField(max_length=40)
    file_name = models.CharField(max_length=255)
    path = models.CharField(max_length=1000)
    mapping = models.JSONField(default=dict)
    survey = models.JSONField(default=dict)
    phase = models.CharField(max_length=8, choices=Phase, default=Phase.MAPPING)
    created_at = models.DateTimeField(default=timezone.now)
    started_at = models.DateTimeField(null=True, blank=True)
    finished_at = models.DateTimeField(null=True, blank=True)
    beat_at = models.DateTimeField(null=True, blank=True)
    rows_total = models.PositiveIntegerField(default=0)
    rows_done = models.PositiveIntegerField(default=0)
    rows_read = models.PositiveIntegerField(default=0)
    new = models.PositiveIntegerField(default=0)
    existing = models.PositiveIntegerField(default=0)
    unchanged = models.PositiveIntegerField(default=0)
    refused = models.PositiveIntegerField(default=0)
    notes = models.JSONField(default=dict)
    check_result = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    failure = models.TextField(blank=True)
    event_mark = models.BigIntegerField(default=0)
    undone_at = models.DateTimeField(null=True, blank=True)
    undone_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    kept = models.JSONField(default=list)

    objects = ImportRuns.as_manager()

    class Meta:
        ordering = ["-pk"]

    def __str__(self) -> str:
        return f"{self.file_name} ({self.format})"

    @property
    def file(self) -> Path:
        return Path(self.path)

    @property
    def is_working(self) -> bool:
        """A job is at it."""
        return self.phase in WORKING

    @property
    def counts(self) -> dict[str, int]:
        return {name: getattr(self, name) for name in ("new", "existing", "unchanged", "refused")}

    def may_be_changed_by(self, user: User | None) -> bool:
        """His own runs, and for those who lead people the runs of theirs; None is the installation itself."""
        if user is None or self.by_id == user.pk:
            return True
        return user.is_leading and (user.manages(self.by_id) if self.by_id else user.visible_owner_ids() is None)

    def require_enter(self, phase: Phase, *expected: Phase, **facts: Any) -> None:
        """``enter``, or Refused that says what the run is at."""
        if not self.enter(phase, *expected, **facts):
            self.refresh_from_db(fields=["phase"])
            self.require_phase(*expected)

    def require_phase(self, *expected: Phase) -> None:
        if self.phase not in expected:
            sentence = _("This import %(phase)s.") % {"phase": Phase(self.phase).label}
            raise Refused(Reason("import-phase", sentence, {"phase": str(self.phase)}))

    def enter(self, phase: Phase, *expected: Phase, **facts: Any) -> bool:
        """Go over to ``phase`` if no other process has changed the phase meanwhile; with ``facts`` as its columns."""
        allowed = expected or (Phase(self.phase),)
        values = {"phase": phase, "beat_at": timezone.now(), **facts}
        if not ImportRun.objects.filter(pk=self.pk, phase__in=allowed).update(**values):
            return False
        for name, value in values.items():
            setattr(self, name, value)
        return True
