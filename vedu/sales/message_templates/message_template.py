"""A template of a message and its versions (CHAN-7). What was sent keeps the version whose words it went out with."""

from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid, require_short
from vedu.foundation.retirable import Retirable, RetirableRows
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.template_channel import AidaStep, TemplateChannel, TemplateLanguage
from vedu.sales.message_templates.wording import Wording
from vedu.sales.playbooks.phase import SalePhase

LONGEST_NAME = 120


class MessageTemplates(RetirableRows["MessageTemplate"]):
    def visible_to(self, user: User) -> Self:
        """The team's, and one's own."""
        return self.filter(models.Q(owner=None) | models.Q(owner=user))

    def of_team(self) -> Self:
        return self.filter(owner=None)


class MessageTemplate(Retirable):
    """``owner`` None: the team's, kept by heads. ``phase`` and ``aida`` "": for any. ``preset`` is the code of the
    ready one that it was made from. ``latest`` is derived."""

    owner = models.ForeignKey(User, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    name = models.CharField(max_length=LONGEST_NAME)
    channel = models.CharField(max_length=9, choices=TemplateChannel, default=TemplateChannel.EMAIL)
    phase = models.CharField(max_length=12, choices=SalePhase, blank=True)
    aida = models.CharField(max_length=9, choices=AidaStep, blank=True)
    language = models.CharField(max_length=2, choices=TemplateLanguage, default=TemplateLanguage.RUSSIAN)
    preset = models.CharField(max_length=40, blank=True)
    latest = models.ForeignKey(
        "sales.MessageTemplateVersion", null=True, on_delete=models.PROTECT, related_name="+", editable=False
    )

    objects = MessageTemplates.as_manager()

    class Meta:
        ordering = ["channel", "name", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["preset", "language"], condition=~models.Q(preset=""), name="one_template_of_a_preset"
            )
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def version(self) -> "MessageTemplateVersion":
        """A template is made with its first version."""
        assert self.latest is not None
        self.latest.template = self
        return self.latest

    @property
    def purpose(self) -> Purpose:
        return Purpose(self.channel, self.phase, self.aida, self.language)

    @property
    def is_team(self) -> bool:
        return self.owner_id is None

    @classmethod
    def write(
        cls,
        name: str,
        purpose: Purpose,
        wording: Wording,
        *,
        by: User,
        is_team: bool = False,
        at: datetime | None = None,
    ) -> Self:
        """One's own; for all of the team when a head says so. Raises Invalid."""
        by.require_selling()
        template = cls(owner=None if is_team else by)
        template.require_keeper(by)
        template._take(name, purpose)
        wording.require_sound(template.channel)
        with transaction.atomic():
            template.save()
            template.publish(wording, by=by, at=at)
            tell("message_template.written", by=by, at=at, template=template.pk, name=template.name)
        return template

    def change(
        self, name: str, purpose: Purpose, wording: Wording, *, by: User, at: datetime | None = None
    ) -> "MessageTemplateVersion":
        """The next version, from now on offered; the same words again publish nothing."""
        self.require_keeper(by)
        with transaction.atomic():
            fresh = type(self).objects.select_for_update(of=("self",)).select_related("latest").get(pk=self.pk)
            fresh._take(name, purpose)
            wording.require_sound(fresh.channel)
            if fresh.language != self.language:
                fresh.preset = ""  # which has a template of its own in the other language
            fresh.save(update_fields=["name", "preset", *purpose.columns])
            version = fresh.version
            if version.wording != wording:
                version = fresh.publish(wording, by=by, at=at)
            tell("message_template.changed", by=by, at=at, template=self.pk, name=fresh.name, number=version.number)
        for field in ("name", *purpose.columns, "latest"):
            setattr(self, field, getattr(fresh, field))
        return version

    def require_keeper(self, by: User) -> None:
        """Heads keep the team's, everybody his own."""
        if self.is_team:
            by.require_leading()
        elif self.owner_id != by.pk:
            raise NotAllowed(Reason("not-your-template", _("This template is a colleague’s own: write one of yours.")))

    def tell_retired(self, *, by: User) -> None:
        tell("message_template.retired", by=by, template=self.pk, name=self.name, retired=self.is_retired)

    def publish(self, wording: Wording, *, by: User | None, at: datetime | None = None) -> "MessageTemplateVersion":
        """Kept by the verbs and by the ready ones."""
        number = (self.versions.aggregate(last=models.Max("number"))["last"] or 0) + 1
        words = {"subject": wording.subject, "text": wording.text}
        self.latest = self.versions.create(number=number, by=by, at=at or timezone.now(), **words)
        self.save(update_fields=["latest"])
        return self.version

    def _take(self, name: str, purpose: Purpose) -> None:
        self.name = " ".join(name.split())
        if not self.name:
            raise invalid("name", "name-needed", _("Name the template by what it is for."))
        require_short("name", self.name, LONGEST_NAME)
        purpose.require_known()
        for column, value in purpose.columns.items():
            setattr(self, column, value)


class MessageTemplateVersion(models.Model):
    """Never changed."""

    template = models.ForeignKey(MessageTemplate, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveIntegerField()
    subject = models.CharField(max_length=200, blank=True)
    text = models.TextField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ["template", "number"]
        constraints = [models.UniqueConstraint(fields=["template", "number"], name="template_version_once")]

    def __str__(self) -> str:
        return f"{self.template}, {self.number}"

    @property
    def wording(self) -> Wording:
        return Wording(self.text, self.subject)
