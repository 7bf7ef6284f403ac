"""A sequence and its versions (CHAN-8). Whoever began by a version goes on by it."""

from collections.abc import Sequence as Rows
from datetime import datetime
from functools import cached_property
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid, require_short
from vedu.foundation.retirable import Retirable, RetirableRows
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.template_channel import TOUCHED_BY, TemplateChannel
from vedu.sales.sequences.outline import LONGEST_PURPOSE, StepOutline, require_sound
from vedu.sales.touches.channel import Channel

LONGEST_NAME, LONGEST_ABOUT = 120, 500


class Sequences(RetirableRows["Sequence"]):
    def with_steps(self) -> Self:
        """Two queries."""
        return self.select_related("latest", "segment").prefetch_related("latest__steps__template__latest")


class Sequence(Retirable):
    """``segment``: for whom it is meant, a hint. ``preset`` is the code of the ready one that it was made from.
    ``latest`` is derived."""

    name = models.CharField(max_length=LONGEST_NAME)
    about = models.CharField(max_length=LONGEST_ABOUT, blank=True)
    segment = models.ForeignKey(Segment, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    preset = models.CharField(max_length=40, blank=True)
    latest = models.ForeignKey(
        "sales.SequenceVersion", null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = Sequences.as_manager()

    class Meta:
        ordering = ["name", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["preset"], condition=~models.Q(preset=""), name="one_sequence_of_a_preset")
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def version(self) -> "SequenceVersion":
        """A sequence is made with its first version."""
        assert self.latest is not None
        self.latest.sequence = self
        return self.latest

    @classmethod
    def write(
        cls,
        name: str,
        steps: Rows[StepOutline],
        *,
        by: User,
        about: str = "",
        segment: Segment | None = None,
        at: datetime | None = None,
    ) -> Self:
        """For heads. Raises Invalid."""
        by.require_leading()
        require_sound(steps)
        sequence = cls(segment=segment)
        sequence._take(name, about)
        with transaction.atomic():
            sequence.save()
            sequence.publish(steps, by=by, at=at)
            tell("sequence.written", by=by, at=at, sequence=sequence.pk, name=sequence.name)
        return sequence

    def change(
        self,
        name: str,
        steps: Rows[StepOutline],
        *,
        by: User,
        about: str = "",
        segment: Segment | None = None,
        at: datetime | None = None,
    ) -> "SequenceVersion":
        """The next version; the same steps again publish nothing."""
        by.require_leading()
        require_sound(steps)
        with transaction.atomic():
            fresh = type(self).objects.select_for_update(of=("self",)).select_related("latest").get(pk=self.pk)
            fresh._take(name, about)
            fresh.segment = segment
            fresh.save(update_fields=["name", "about", "segment"])
            version = fresh.version
            if version.outline != list(steps):
                version = fresh.publish(steps, by=by, at=at)
            tell("sequence.changed", by=by, at=at, sequence=self.pk, name=fresh.name, number=version.number)
        self.name, self.about, self.segment, self.latest = fresh.name, fresh.about, segment, version
        return version

    def require_in_use(self) -> None:
        if self.is_retired:
            raise Refused(Reason("sequence-retired", _("This sequence is out of use: choose another.")))

    def tell_retired(self, *, by: User) -> None:
        tell("sequence.retired", by=by, sequence=self.pk, name=self.name, retired=self.is_retired)

    def publish(self, steps: Rows[StepOutline], *, by: User | None, at: datetime | None = None) -> "SequenceVersion":
        """Kept by the verbs and by the ready ones."""
        number = (self.versions.aggregate(last=models.Max("number"))["last"] or 0) + 1
        self.latest = self.versions.create(number=number, by=by, at=at or timezone.now())
        SequenceStep.objects.bulk_create(
            SequenceStep(
                version=self.latest,
                position=place,
                after_days=step.after_days,
                channel=step.channel,
                template=step.template,
                purpose=" ".join(step.purpose.split()),
            )
            for place, step in enumerate(steps)
        )
        self.save(update_fields=["latest"])
        return self.version

    def _take(self, name: str, about: str) -> None:
        self.name, self.about = " ".join(name.split()), about.strip()
        if not self.name:
            raise invalid("name", "name-needed", _("Name the sequence by what it is for."))
        require_short("name", self.name, LONGEST_NAME)
        require_short("about", self.about, LONGEST_ABOUT)


class SequenceVersion(models.Model):
    """Never changed."""

    sequence = models.ForeignKey(Sequence, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["sequence", "number"]
        constraints = [models.UniqueConstraint(fields=["sequence", "number"], name="sequence_version_once")]

    def __str__(self) -> str:
        return f"{self.sequence}, {self.number}"

    @cached_property
    def all_steps(self) -> "list[SequenceStep]":
        """One query, none where they came along."""
        known = getattr(self, "_prefetched_objects_cache", {}).get("steps")
        return list(self.steps.select_related("template__latest") if known is None else known)

    @property
    def outline(self) -> list[StepOutline]:
        return [StepOutline(one.after_days, one.channel, one.template, one.purpose) for one in self.all_steps]

    def following(self, position: int) -> "SequenceStep | None":
        """The step after this place; -1 asks for the first."""
        return next((step for step in self.all_steps if step.position > position), None)


class SequenceStep(models.Model):
    """``position`` counts from 0. The template is used as it is worded on the day."""

    version = models.ForeignKey(SequenceVersion, on_delete=models.CASCADE, related_name="steps")
    position = models.PositiveSmallIntegerField()
    after_days = models.PositiveSmallIntegerField(default=0)
    channel = models.CharField(max_length=9, choices=TemplateChannel)
    template = models.ForeignKey(MessageTemplate, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    purpose = models.CharField(max_length=LONGEST_PURPOSE, blank=True)

    class Meta:
        ordering = ["version", "position"]
        constraints = [models.UniqueConstraint(fields=["version", "position"], name="sequence_step_once")]

    def __str__(self) -> str:
        return self.words

    @property
    def words(self) -> str:
        """What for, else the template, else the channel."""
        return self.purpose or (self.template.name if self.template else str(TemplateChannel(self.channel).label))

    @property
    def touched_by(self) -> Channel:
        return TOUCHED_BY[self.channel]
