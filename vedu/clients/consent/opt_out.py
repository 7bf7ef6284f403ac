"""«Больше не звоните»: who may not be disturbed, and by what (38-ФЗ art. 18: at once on demand)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import REMOTE, Channel
from vedu.clients.client import Client
from vedu.clients.consent.kinds import CHANNELS_OF, require_channels
from vedu.clients.consent.subject import Subject, seen_by
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPointKind, normalise
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid

LISTED = (ContactPointKind.PHONE, ContactPointKind.EMAIL)
EVERY_CHANNEL = ""


class OptOuts(models.QuerySet["OptOut"]):
    def visible_to(self, user: User) -> Self:
        """Bare numbers are for all to know: nobody may call them. People are as visible as their client."""
        return self.filter(models.Q(client=None) | seen_by(user))

    def standing(self) -> Self:
        """Still on the list."""
        return self.filter(lifted_at=None)

    def of(self, subject: Subject) -> Self:
        return self.filter(**subject.keys)


class OptOut(models.Model):
    """A person (``value`` empty) or a bare ``value``: E.164 or lower-case e-mail. An empty ``channel`` is every one.

    ``digest`` stands instead of the value when the person was erased: the number is known again, and kept no more."""

    client = models.ForeignKey(Client, null=True, blank=True, on_delete=models.CASCADE, related_name="opt_outs")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="opt_outs")
    kind = models.CharField(max_length=9, choices=ContactPointKind, blank=True)
    value = models.CharField(max_length=255, blank=True, db_index=True)
    digest = models.CharField(max_length=64, blank=True, db_index=True)
    channel = models.CharField(max_length=9, choices=Channel, blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)
    lifted_at = models.DateTimeField(null=True, blank=True)

    objects = OptOuts.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["client", "contact"], name="opt_out_of_subject")]

    def __str__(self) -> str:
        return f"{self.value or self.digest[:8] or self.contact_id or self.client_id}: {self.channel or 'all'}"

    @property
    def is_of_person(self) -> bool:
        return not (self.value or self.digest)

    @classmethod
    def put(
        cls, kind: str, value: str, *, by: User, channels: Sequence[str] = (), why: str = "", at: datetime | None = None
    ) -> "list[OptOut]":
        """A bare phone or e-mail on the list, of somebody we may not even have. Raises Invalid for what is neither."""
        by.require_selling()
        require_channels(channels)
        if kind not in LISTED:
            raise invalid("kind", "unknown-word", _("Only phones and e-mails stand on the list by themselves."))
        normal, _extension = normalise(kind, value)
        at = at or timezone.now()
        have = set(cls.objects.standing().filter(value=normal, client=None).values_list("channel", flat=True))
        lacking = [channel for channel in channels_by(kind, channels) if not {channel, EVERY_CHANNEL} & have]
        if not lacking:
            raise Refused(Reason("already-opted-out", _("This is on the list already.")))
        with transaction.atomic():
            rows = [
                OptOut(channel=channel, at=at, by=by, why=why.strip(), kind=kind, value=normal) for channel in lacking
            ]
            OptOut.objects.bulk_create(rows)
            tell("optout.added", by=by, at=at, channels=list(channels))
        return rows

    def lift(self, *, by: User, why: str, at: datetime | None = None) -> "Lifting":
        """The person changed his mind, or it was a mistake: a head says why. All rows of one person go together."""
        by.require_leading()
        if self.client is not None:
            Subject(self.client, self.contact).require_headed(by)
        if not why.strip():
            raise invalid("why", "reason-needed", _("Say why it comes off the list: the reason stays."))
        at = at or timezone.now()
        with transaction.atomic():
            together = OptOut.objects.standing().filter(pk=self.pk)
            if self.client is not None:
                together |= OptOut.objects.standing().filter(client=self.client, contact=self.contact, at=self.at)
            if not together.update(lifted_at=at):
                raise Refused(Reason("already-lifted", _("This is off the list already.")))
            self.lifted_at = at
            lifting = Lifting.objects.create(opt_out=self, at=at, by=by, why=why.strip())
            tell("optout.lifted", by=by, client_id=self.client_id, at=at, contact=self.contact_id, opt_out=self.pk)
        return lifting


class Lifting(models.Model):
    """An opt-out came off the list: when, by whose decision, why."""

    opt_out = models.ForeignKey(OptOut, on_delete=models.CASCADE, related_name="liftings")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField()

    def __str__(self) -> str:
        return f"{self.opt_out} lifted"


def channels_by(kind: str, channels: Sequence[str]) -> list[str]:
    """Those of the channels that go by an address of this kind; every one stays one row. A person has no kind."""
    if not channels:
        return [EVERY_CHANNEL]
    reached = CHANNELS_OF.get(kind, REMOTE)
    return [channel for channel in channels if channel in reached]
