"""A person goes through a sequence (CHAN-8): where he stands, and what was done step by step."""

from collections.abc import Collection
from datetime import datetime
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.sequences.sequence import SequenceStep, SequenceVersion
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch


class EnrolmentState(models.TextChoices):
    ACTIVE = "active", pgettext_lazy("enrolment", "going on")
    PAUSED = "paused", pgettext_lazy("enrolment", "paused")
    STOPPED = "stopped", pgettext_lazy("enrolment", "stopped")
    FINISHED = "finished", pgettext_lazy("enrolment", "finished")


RUNNING = (EnrolmentState.ACTIVE, EnrolmentState.PAUSED)


class Enrolments(models.QuerySet["Enrolment"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))

    def running(self) -> Self:
        return self.filter(state__in=RUNNING)

    def whole(self) -> Self:
        """With what the verbs read."""
        return self.select_related("client__owner", "contact", "deal__client__owner", "assignee", "version__sequence")


class Enrolment(models.Model):
    """``contact`` None: the client itself. Under "derived": ``running_for`` names the person while it runs, so that one
    person has one; ``next_at`` is when its open step is due or, after the last step, when it is over."""

    version = models.ForeignKey(SequenceVersion, on_delete=models.PROTECT, related_name="enrolments")
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    deal = models.ForeignKey("sales.Deal", null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    assignee = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    # derived
    state = models.CharField(max_length=8, choices=EnrolmentState, default=EnrolmentState.ACTIVE)
    running_for = models.CharField(max_length=32, null=True, blank=True, unique=True, editable=False)  # noqa: DJ001
    next_at = models.DateTimeField(null=True, blank=True)

    objects = Enrolments.as_manager()

    class Meta:
        ordering = ["-pk"]
        indexes = [
            models.Index(fields=["client"], condition=models.Q(state__in=RUNNING), name="enrolment_running"),
            models.Index(fields=["next_at"], condition=models.Q(state="active"), name="enrolment_due"),
            models.Index(fields=["version", "state"], name="enrolment_of_version"),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.client}"

    @property
    def is_running(self) -> bool:
        return self.state in RUNNING

    @property
    def recipient(self) -> Recipient:
        return Recipient(self.client, self.contact, self.deal)

    @property
    def open_step(self) -> "EnrolmentStep | None":
        """What is planned and not done."""
        return self.steps.filter(done_at=None).select_related("step__template__latest", "task").first()

    @property
    def last_done(self) -> "EnrolmentStep | None":
        return self.steps.filter(done_at__isnull=False).order_by("-step__position").select_related("step").first()

    def require_work(self, by: User) -> None:
        """Whoever may work for him who makes the touches."""
        if not by.may_work_for(self.assignee_id):
            sentence = _("%(owner)s leads this sequence: you may look, but not change it.")
            raise NotAllowed(Reason("not-your-enrolment", sentence % {"owner": self.assignee.name}))

    def tell(self, kind: str, /, *, by: User | None, at: datetime, **data: object) -> None:
        facts = {"enrolment": self.pk, "name": self.version.sequence.name, **data}
        tell(kind, by=by, client_id=self.client_id, deal_id=self.deal_id, at=at, **facts)


class EnrolmentStep(models.Model):
    """A step that was planned; each stands once, so nothing is sent twice. ``due_at`` is when the policy lets it.
    ``touch`` is None when its task was done in another way."""

    enrolment = models.ForeignKey(Enrolment, on_delete=models.CASCADE, related_name="steps")
    step = models.ForeignKey(SequenceStep, on_delete=models.PROTECT, related_name="taken")
    task = models.ForeignKey(Task, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    touch = models.ForeignKey(Touch, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    due_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["enrolment", "step__position"]
        constraints = [models.UniqueConstraint(fields=["enrolment", "step"], name="step_once_for_an_enrolment")]

    def __str__(self) -> str:
        return f"{self.enrolment}: {self.step}"


def person_key(client_id: int, contact_id: int | None) -> str:
    return f"contact:{contact_id}" if contact_id else f"client:{client_id}"


def running_keys(keys: Collection[str]) -> set[str]:
    """Those of the persons that go through a sequence now. One query."""
    found = Enrolment.objects.filter(running_for__in=keys)
    return {key for key in found.values_list("running_for", flat=True) if key}
