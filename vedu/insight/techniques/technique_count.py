"""What was counted in a night (TALK-7): deals with something and without it, won and decided."""

from django.db import models
from django.utils import timezone

from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline

PERIODS = (90, 365, 730)


class Subject(models.TextChoices):
    """What ``key`` of a row is: the id of a playbook ("" stands for no script), "id:key" of a question, the id of a
    benefit, an ArgumentFlag."""

    TECHNIQUE = "technique"
    QUESTION = "question"
    ARGUMENT = "argument"
    FLAG = "flag"


class TechniqueCount(models.Model):
    """Deals closed in the last ``days``, of one owner, pipeline, and of clients who had bought before or had not: these
    are alike and are compared with each other (comparison.py).

    ``won`` of ``total`` with it, ``rest_won`` of ``rest_total`` without. ``convinced`` of ``settled`` uses of an
    argument. ``cycles``: [days from opening to winning, how many deals]."""

    days = models.PositiveSmallIntegerField()
    owner = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    pipeline = models.ForeignKey(Pipeline, on_delete=models.CASCADE, related_name="+", db_index=False)
    bought_before = models.BooleanField()
    subject = models.CharField(max_length=9, choices=Subject)
    key = models.CharField(max_length=64, blank=True)
    won = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    rest_won = models.PositiveIntegerField(default=0)
    rest_total = models.PositiveIntegerField(default=0)
    convinced = models.PositiveIntegerField(default=0)
    settled = models.PositiveIntegerField(default=0)
    cycles = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["days", "owner", "pipeline"], name="technique_of_owner")]

    def __str__(self) -> str:
        return f"{self.subject} {self.key}: {self.won} / {self.total}"
