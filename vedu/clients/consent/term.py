"""How many days the law gives to answer a person: the usual ones, which an administrator may change (152-ФЗ)."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.consent.text import require_setting
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.values.working_calendar import add_working_days

LONGEST = 365


class RequestKind(models.TextChoices):
    ACCESS = "access", pgettext_lazy("request of a person", "what do you know of me")
    WITHDRAWAL = "withdrawal", pgettext_lazy("request of a person", "I take my consent back")
    ERASURE = "erasure", pgettext_lazy("request of a person", "erase my data")


class Term(NamedTuple):
    days: int
    is_working: bool

    def due_on(self, received: date) -> date:
        """The last day to answer, counted from the day after."""
        return add_working_days(received, self.days) if self.is_working else received + timedelta(days=self.days)


# What the law is read to give in 2026: data, not advice.
USUAL = {
    RequestKind.ACCESS: Term(10, is_working=True),
    RequestKind.WITHDRAWAL: Term(30, is_working=False),
    RequestKind.ERASURE: Term(30, is_working=False),
}


class RequestTerm(models.Model):
    """The days of one kind of request where they differ from the usual ones."""

    kind = models.CharField(max_length=10, choices=RequestKind, unique=True)
    days = models.PositiveSmallIntegerField()
    is_working = models.BooleanField(help_text="Working days, by the official calendar")

    def __str__(self) -> str:
        return f"{self.kind}: {self.days}"

    @classmethod
    def decide(cls, kind: str, days: int, *, is_working: bool, by: User, at: datetime | None = None) -> "RequestTerm":
        """From now on so many days; requests that wait keep theirs. For those who run the whole company."""
        require_setting(by)
        if kind not in RequestKind.values:
            raise invalid("kind", "unknown-word", _("Choose what the person asks for."))
        if not 1 <= days <= LONGEST:
            raise invalid("days", "days-wrong", _("Between 1 and %(most)d days.") % {"most": LONGEST})
        row, _created = cls.objects.update_or_create(kind=kind, defaults={"days": days, "is_working": is_working})
        tell("consent.term_decided", by=by, at=at, request_kind=kind, days=days, is_working=is_working)
        return row


def terms() -> dict[str, Term]:
    """Of every kind, as they are now."""
    decided = {row.kind: Term(row.days, row.is_working) for row in RequestTerm.objects.all()}
    return {str(kind): decided.get(str(kind), usual) for kind, usual in USUAL.items()}


def due_on(kind: str, received_at: datetime) -> date:
    return terms()[kind].due_on(timezone.localdate(received_at))
