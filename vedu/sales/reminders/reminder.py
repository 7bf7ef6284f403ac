"""That somebody was told of a task: kept so that it is told once, whatever happens to who tells it."""

from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.sales.touches.task import Task


class ReminderKind(models.TextChoices):
    DUE = "due", pgettext_lazy("reminder", "due")
    OVERDUE = "overdue", pgettext_lazy("reminder", "overdue")


class Reminders(models.QuerySet["Reminder"]):
    def of_this(self, kind: str, about_at: "models.OuterRef | object") -> Self:
        """Inside a query of tasks."""
        return self.filter(kind=kind, task=models.OuterRef("pk"), about_at=about_at)


class Reminder(models.Model):
    """``about_at``: of what is due, the moment it is due, so a task that was moved is told of again; of what is
    overdue, the beginning of the week. ``person`` was told."""

    task = models.ForeignKey(Task, on_delete=models.CASCADE, related_name="+")
    kind = models.CharField(max_length=7, choices=ReminderKind)
    about_at = models.DateTimeField()
    person = models.ForeignKey(User, null=True, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now, db_index=True)

    objects = Reminders.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["task", "kind", "about_at"], name="reminder_once")]

    def __str__(self) -> str:
        return f"{self.kind} of {self.task_id}"
