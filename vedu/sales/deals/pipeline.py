"""A pipeline and its stages (STAGE-1, STAGE-2)."""

from typing import Self

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.refusal import NotAllowed, Reason, invalid
from vedu.sales.deals.evidence_kind import EvidenceKind


class PipelineKind(models.TextChoices):
    """Active: the seller goes to the client. Passive: the client comes by himself."""

    ACTIVE = "active", gettext_lazy("Active sales")
    PASSIVE = "passive", gettext_lazy("Passive sales")


class Pipelines(models.QuerySet["Pipeline"]):
    def in_use(self) -> Self:
        return self.filter(is_archived=False)


class Pipeline(models.Model):
    """``contact_norm_days``: longer without two-way contact and the client counts as neglected (OWN-1). After so many
    days more the head is told, and the client goes to the pool (OWN-4); empty is off. ``response_norm_minutes`` of
    working time: within them who came by himself gets the first response (DAY-5); empty is no norm."""

    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=7, choices=PipelineKind, default=PipelineKind.ACTIVE)
    position = models.PositiveSmallIntegerField(default=0)
    contact_norm_days = models.PositiveSmallIntegerField(default=14)
    response_norm_minutes = models.PositiveSmallIntegerField(null=True, blank=True)
    neglect_head_days = models.PositiveSmallIntegerField(null=True, blank=True)
    neglect_pool_days = models.PositiveSmallIntegerField(null=True, blank=True)
    preset = models.CharField(max_length=40, blank=True)
    is_archived = models.BooleanField(default=False)

    objects = Pipelines.as_manager()

    class Meta:
        ordering = ["position", "pk"]

    def __str__(self) -> str:
        return self.name

    def decide_neglect(self, head_days: int | None, pool_days: int | None, *, by: User) -> None:
        """When a neglected client is told to the head, and when it goes to the pool. Raises Invalid."""
        if by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator decides about neglected clients.")
            raise NotAllowed(Reason("neglect-not-yours", sentence))
        if head_days is not None and pool_days is not None and pool_days <= head_days:
            sentence = _("The pool comes after the head: give it more days.")
            raise invalid("pool_days", "pool-before-head", sentence)
        self.neglect_head_days, self.neglect_pool_days = head_days, pool_days
        self.save(update_fields=["neglect_head_days", "neglect_pool_days"])
        tell("pipeline.neglect_decided", by=by, pipeline=self.pk, head_days=head_days, pool_days=pool_days)

    @property
    def first_stage(self) -> "Stage":
        """A pipeline is made with its stages."""
        (stage,) = _FIRST_STAGE.objects(self.pk)
        stage.pipeline = self
        return stage


class StandingStages(models.Manager["Stage"]):
    """Those that were not deleted: boards, pickers and rules see no others."""

    def get_queryset(self) -> "models.QuerySet[Stage]":
        return super().get_queryset().filter(retired_at=None)


class Stage(models.Model):
    """``day_norm`` in days; ``chance`` in percent is the usual win rate from here (a prior until learned).

    ``gates`` are what must be known to leave the stage forward (exit criteria, STAGE-2). A deleted stage is retired:
    its row stays for the history of deals, which finds it by its key; only ``ever`` lists it."""

    pipeline = models.ForeignKey(Pipeline, on_delete=models.CASCADE, related_name="stages")
    name = models.CharField(max_length=120)
    position = models.PositiveSmallIntegerField()
    purpose = models.CharField(max_length=300, blank=True)
    guidance = models.TextField(blank=True)
    day_norm = models.PositiveSmallIntegerField(default=7)
    chance = models.PositiveSmallIntegerField(default=10)
    retired_at = models.DateTimeField(null=True, blank=True)

    objects = StandingStages()
    ever = models.Manager["Stage"]()

    class Meta:
        ordering = ["pipeline", "position"]
        constraints = [
            models.UniqueConstraint(
                fields=["pipeline", "position"], condition=models.Q(retired_at=None), name="stage_place"
            ),
            models.UniqueConstraint(
                fields=["pipeline", "name"], condition=models.Q(retired_at=None), name="stage_name"
            ),
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def every(cls) -> "list[Stage]":
        """All but the deleted, in the order of boards, each with its pipeline; two cheap questions, for every page
        asks them."""
        pipelines = {pipeline.pk: pipeline for pipeline in _PIPELINES.objects()}
        stages = [stage for stage in _STAGES.objects() if stage.pipeline_id in pipelines]
        for stage in stages:
            stage.pipeline = pipelines[stage.pipeline_id]
        return stages


_FIRST_STAGE = PreparedObjects(lambda pk: Stage.objects.filter(pipeline=pk).order_by("position")[:1])
_PIPELINES = PreparedObjects(Pipeline.objects.all, ids=0)
_STAGES = PreparedObjects(lambda: Stage.objects.order_by("pipeline__position", "pipeline_id", "position"), ids=0)


class Gate(models.Model):
    """One piece of evidence that a deal needs before it leaves this stage forward."""

    stage = models.ForeignKey(Stage, on_delete=models.CASCADE, related_name="gates")
    evidence = models.CharField(max_length=24, choices=EvidenceKind)

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["stage", "evidence"], name="gate_once")]

    def __str__(self) -> str:
        return f"{self.stage}: {self.evidence}"
