"""Texts of consent, version by version: a new one never changes what was agreed to before (152-ФЗ)."""

import hashlib
from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.db.models import Max
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.consent.kinds import Purpose
from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, NotAllowed, Reason, invalid


class ConsentTexts(models.QuerySet["ConsentText"]):
    def in_force(self, at: datetime | None = None) -> Self:
        """Those that have begun, the latest of each purpose first."""
        return self.filter(since__lte=at or timezone.now()).order_by("purpose", "-since", "-version")


class ConsentText(models.Model):
    """``sha256`` is that of the text in UTF-8, hexadecimal: what a signed copy is compared with."""

    purpose = models.CharField(max_length=8, choices=Purpose)
    version = models.PositiveIntegerField()
    text = models.TextField()
    sha256 = models.CharField(max_length=64)
    since = models.DateTimeField()
    written_at = models.DateTimeField(default=timezone.now)
    written_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ConsentTexts.as_manager()

    class Meta:
        ordering = ["purpose", "-version"]
        constraints = [models.UniqueConstraint(fields=["purpose", "version"], name="one_version_of_a_text")]

    def __str__(self) -> str:
        return f"{self.get_purpose_display()}, {self.version}"

    @property
    def is_whole(self) -> bool:
        """The text is still the one that its hash was taken of."""
        return self.sha256 == digest_of(self.text)

    @classmethod
    def publish(
        cls, purpose: str, text: str, *, by: User, since: datetime | None = None, at: datetime | None = None
    ) -> "ConsentText":
        """The next version, in force from ``since``. For those who run the whole company."""
        require_setting(by)
        if purpose not in Purpose.values:
            raise invalid("purpose", "unknown-word", _("Choose what the consent is for."))
        if not text.strip():
            raise invalid("text", "words-needed", _("Write the text that people agree to."))
        at = at or timezone.now()
        with transaction.atomic():
            last = cls.objects.filter(purpose=purpose).aggregate(last=Max("version"))["last"] or 0
            written = cls.objects.create(
                purpose=purpose,
                version=last + 1,
                text=text.strip(),
                sha256=digest_of(text.strip()),
                since=since or at,
                written_at=at,
                written_by=by,
            )
            tell("consent.text_published", by=by, at=at, text=written.pk, purpose=purpose, version=written.version)
        return written

    @classmethod
    def for_purpose(cls, purpose: str, at: datetime | None = None) -> "ConsentText":
        """The one in force. Raises Missing while there is none."""
        found = cls.objects.in_force(at).filter(purpose=purpose).first()
        if found is None:
            sentence = _("There is no text of consent for this: an administrator writes one, or name another ground.")
            raise Missing(Reason("text-needed", sentence, {"purpose": purpose}))
        return found


def digest_of(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def require_setting(by: User) -> None:
    """Texts and days are set by those who run the whole company."""
    if by.role not in EVERYTHING:
        sentence = _("Only the owner of the business or an administrator sets texts and days.")
        raise NotAllowed(Reason("terms-not-yours", sentence))
