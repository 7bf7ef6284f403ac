"""Consent to be written and called to, or another ground for it: a row for each channel (38-ФЗ art. 18, 152-ФЗ)."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import REMOTE, Channel
from vedu.clients.client import Client
from vedu.clients.consent.kinds import Ground, Purpose, Source, require_channels
from vedu.clients.consent.opted_out import opted_out_channels
from vedu.clients.consent.subject import Subject, seen_by
from vedu.clients.consent.text import ConsentText
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid


class Consents(models.QuerySet["Consent"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        return self.filter(seen_by(user))

    def of(self, subject: Subject) -> Self:
        return self.filter(**subject.keys)

    def standing(self) -> Self:
        """Not withdrawn."""
        return self.filter(withdrawn_at=None)


class Consent(models.Model):
    """``text`` is the version agreed to; another ground than consent has none. ``withdrawn_at`` is derived from the
    Withdrawal; ``note`` says where the paper lies, or what was said."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="consents")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="consents")
    ground = models.CharField(max_length=8, choices=Ground, default=Ground.CONSENT)
    purpose = models.CharField(max_length=8, choices=Purpose)
    channel = models.CharField(max_length=9, choices=Channel)
    text = models.ForeignKey(ConsentText, null=True, blank=True, on_delete=models.PROTECT, related_name="consents")
    source = models.CharField(max_length=8, choices=Source)
    note = models.CharField(max_length=500, blank=True)
    given_at = models.DateTimeField()
    recorded_at = models.DateTimeField(default=timezone.now)
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True, blank=True)

    objects = Consents.as_manager()

    class Meta:
        ordering = ["-given_at", "-pk"]
        indexes = [models.Index(fields=["client", "contact"], name="consent_of_subject")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(ground="consent", text__isnull=False)
                | ~models.Q(ground="consent") & models.Q(text=None),
                name="consent_names_its_text",
            )
        ]

    def __str__(self) -> str:
        return f"{self.ground}/{self.channel} of {self.client_id}"

    @property
    def stands(self) -> bool:
        return self.withdrawn_at is None

    @property
    def subject(self) -> Subject:
        return Subject(self.client, self.contact)

    @classmethod
    def give(
        cls,
        subject: Subject,
        channels: Collection[str],
        *,
        by: User,
        purpose: str,
        source: str,
        ground: str = Ground.CONSENT,
        text: ConsentText | None = None,
        note: str = "",
        given_at: datetime | None = None,
        at: datetime | None = None,
    ) -> "list[Consent]":
        """Write down that the person agreed, or another ground; one row for each channel that has none like it.

        Without ``text`` it is the version in force when it was given. Raises Missing without one, Refused while an
        opt-out stands, ClientIsLed when a colleague leads the client (OWN-2)."""
        subject.client.require_workable(by)
        subject.require_alive()
        at = at or timezone.now()
        given_at = given_at or at
        _require_words(channels, purpose, source, ground)
        if given_at > at:
            raise invalid("given_at", "given-ahead", _("Consent is in the past: check the day."))
        text = (text or ConsentText.for_purpose(purpose, given_at)) if ground == Ground.CONSENT else None
        with transaction.atomic():
            Client.objects.select_for_update().get(pk=subject.client.pk)
            _require_no_objection(subject, channels)
            lacking = _lacking(subject, channels, ground=ground, purpose=purpose, text=text)
            facts = {"ground": ground, "purpose": purpose, "text": text, "source": source, "note": note.strip()[:500]}
            told = {"given_at": given_at, "recorded_at": at, "recorded_by": by}
            given = [Consent.objects.create(**subject.keys, **facts, **told, channel=channel) for channel in lacking]
            _tell(subject, given, by=by, at=at)
        return given

    def withdraw(self, *, by: User, why: str = "", at: datetime | None = None) -> "Withdrawal":
        """The person takes it back; at once, by whoever heard it."""
        self.subject.require_seen(by)
        at = at or timezone.now()
        with transaction.atomic():
            if not Consent.objects.standing().filter(pk=self.pk).update(withdrawn_at=at):
                raise Refused(Reason("already-withdrawn", _("This has already been withdrawn.")))
            self.withdrawn_at = at
            withdrawal = Withdrawal.objects.create(consent=self, at=at, by=by, why=why.strip())
            tell(
                "consent.withdrawn",
                by=by,
                client_id=self.client_id,
                at=at,
                consent=self.pk,
                contact=self.contact_id,
                channel=self.channel,
                ground=self.ground,
            )
        return withdrawal

    @classmethod
    def withdraw_all(
        cls, subject: Subject, *, by: User, why: str = "", channels: Sequence[str] = REMOTE, at: datetime | None = None
    ) -> int:
        """All that stands for these channels; how many there were."""
        subject.require_seen(by)
        standing = list(cls.objects.of(subject).standing().filter(channel__in=channels).select_related("client__owner"))
        for consent in standing:
            consent.withdraw(by=by, why=why, at=at)
        return len(standing)


class Withdrawal(models.Model):
    """A consent was taken back: when, told to whom, in what words."""

    consent = models.OneToOneField(Consent, on_delete=models.CASCADE, related_name="withdrawal")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    why = models.TextField(blank=True)

    def __str__(self) -> str:
        return f"{self.consent} withdrawn"


def _require_words(channels: Collection[str], purpose: str, source: str, ground: str) -> None:
    require_channels(channels)
    if not channels:
        raise invalid("channels", "channel-needed", _("Choose by what the person may be reached."))
    if purpose not in Purpose.values:
        raise invalid("purpose", "unknown-word", _("Choose what the consent is for."))
    if source not in Source.values:
        raise invalid("source", "unknown-word", _("Choose how it was said."))
    if ground not in Ground.values:
        raise invalid("ground", "unknown-word", _("Choose the ground."))


def _require_no_objection(subject: Subject, channels: Collection[str]) -> None:
    if set(channels) & opted_out_channels(subject):
        sentence = _("“%(name)s” asked not to be disturbed: a head takes the opt-out off the list first.")
        raise Refused(Reason("opted-out", sentence % {"name": subject.name}))


def _lacking(
    subject: Subject, channels: Collection[str], *, ground: str, purpose: str, text: ConsentText | None
) -> list[str]:
    like_it = Consent.objects.of(subject).standing().filter(ground=ground, purpose=purpose, text=text)
    have = set(like_it.values_list("channel", flat=True))
    lacking: list[str] = [channel for channel in REMOTE if channel in channels and channel not in have]
    if not lacking:
        raise Refused(Reason("already-given", _("All of this is written down already.")))
    return lacking


def _tell(subject: Subject, given: Sequence[Consent], *, by: User, at: datetime) -> None:
    first = given[0]
    tell(
        "consent.given",
        by=by,
        client_id=subject.client.pk,
        at=at,
        consents=[consent.pk for consent in given],
        contact=first.contact_id,
        channels=[consent.channel for consent in given],
        ground=first.ground,
        purpose=first.purpose,
        text=first.text_id,
    )
