"""An answer of the library and its versions (TALK-4). What was used stays as it was worded."""

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.retirable import Retirable, RetirableRows
from vedu.sales.objections.wording import LONGEST_LINE, LONGEST_TITLE, Wording
from vedu.sales.talk.objection_kind import ObjectionKind


class Against(models.TextChoices):
    """What the answer is for: a doubt is answered by facts, indecision by a step that is easy to take."""

    DOUBT = "doubt", pgettext_lazy("answer against", "a real doubt")
    INDECISION = "indecision", pgettext_lazy("answer against", "indecision")


class Rebuttals(RetirableRows["Rebuttal"]):
    pass


class Rebuttal(Retirable):
    """``preset`` is the code of the ready answer that it was made from, empty for an own one. ``latest`` is derived."""

    kind = models.CharField(max_length=10, choices=ObjectionKind)
    against = models.CharField(max_length=10, choices=Against, default=Against.DOUBT)
    preset = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    latest = models.ForeignKey(
        "sales.RebuttalVersion", null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = Rebuttals.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["preset"], condition=~models.Q(preset=""), name="one_rebuttal_of_a_preset")
        ]

    def __str__(self) -> str:
        return self.latest.title if self.latest else f"{self.kind} {self.pk}"

    @classmethod
    def write(cls, kind: str, wording: Wording, *, by: User, against: str = Against.DOUBT) -> "Rebuttal":
        """A head's own answer. Raises Invalid."""
        by.require_leading()
        if kind not in ObjectionKind.values:
            raise invalid("kind", "unknown-word", _("Choose the kind of the objection."))
        _require_against(against)
        wording.require_sound()
        with transaction.atomic():
            made = cls.objects.create(kind=kind, against=against, position=cls.objects.filter(kind=kind).count())
            made.publish(wording, by=by)
            tell("rebuttal.written", by=by, rebuttal=made.pk, title=wording.title)
        return made

    def change(self, wording: Wording, *, by: User, against: str = "") -> "RebuttalVersion":
        """The next version, from now on offered to everybody; the same words again publish nothing."""
        by.require_leading()
        _require_against(against or self.against)
        wording.require_sound()
        with transaction.atomic():
            fresh = type(self).objects.select_for_update(of=("self",)).select_related("latest").get(pk=self.pk)
            self.against = fresh.against = against or fresh.against
            self.latest = fresh.latest
            assert self.latest is not None, "an answer is made with its first version"
            fresh.save(update_fields=["against"])
            if self.latest.wording == wording:
                return self.latest
            version = self.publish(wording, by=by)
            tell("rebuttal.changed", by=by, rebuttal=self.pk, title=wording.title, number=version.number)
        return version

    def tell_retired(self, *, by: User) -> None:
        tell("rebuttal.retired", by=by, rebuttal=self.pk, title=str(self), retired=self.is_retired)

    def publish(self, wording: Wording, *, by: User | None) -> "RebuttalVersion":
        """Kept by the verbs and by the ready library."""
        number = (self.versions.aggregate(last=models.Max("number"))["last"] or 0) + 1
        words = {"title": wording.title, "steps": list(wording.steps), "question": wording.question}
        self.latest = self.versions.create(number=number, by=by, **words)
        self.save(update_fields=["latest"])
        return self.latest


class RebuttalVersion(models.Model):
    """Never changed."""

    rebuttal = models.ForeignKey(Rebuttal, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=LONGEST_TITLE)
    steps = models.JSONField(default=list)
    question = models.CharField(max_length=LONGEST_LINE, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["rebuttal", "number"]
        constraints = [models.UniqueConstraint(fields=["rebuttal", "number"], name="rebuttal_version_once")]

    def __str__(self) -> str:
        return self.title

    @property
    def wording(self) -> Wording:
        return Wording(self.title, tuple(self.steps), self.question)


def _require_against(against: str) -> None:
    if against not in Against.values:
        raise invalid("against", "unknown-word", _("Choose what the answer is for: a doubt or indecision."))
