"""A person asks for his rights: what is known of him, that it stops, that it is erased; and till when (152-ФЗ)."""

from datetime import date, datetime
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.subject import Subject, seen_by
from vedu.clients.consent.term import RequestKind, due_on
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid


class SubjectRequests(models.QuerySet["SubjectRequest"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        return self.filter(seen_by(user))

    def open(self) -> Self:
        return self.filter(done_at=None)

    def overdue(self, today: date | None = None) -> Self:
        """Open, and the last day has passed."""
        return self.open().filter(due_on__lt=today or timezone.localdate())


class SubjectRequest(models.Model):
    """``due_on`` is the last day to answer, by the days in force when it came; ``words`` are the person's own."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="subject_requests")
    contact = models.ForeignKey(
        Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="subject_requests"
    )
    kind = models.CharField(max_length=10, choices=RequestKind)
    words = models.TextField(blank=True)
    received_at = models.DateTimeField()
    due_on = models.DateField()
    recorded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    done_at = models.DateTimeField(null=True, blank=True)
    done_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    result = models.TextField(blank=True)

    objects = SubjectRequests.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        indexes = [
            models.Index(fields=["due_on", "id"], condition=models.Q(done_at=None), name="subject_request_open"),
        ]

    def __str__(self) -> str:
        return f"{self.kind} of {self.client_id} till {self.due_on}"

    @property
    def subject(self) -> Subject:
        return Subject(self.client, self.contact)

    @property
    def is_done(self) -> bool:
        return self.done_at is not None

    def days_left(self, today: date) -> int:
        """Negative when it is late."""
        return (self.due_on - today).days

    @classmethod
    def receive(
        cls,
        subject: Subject,
        kind: str,
        *,
        by: User,
        words: str = "",
        received_at: datetime | None = None,
        at: datetime | None = None,
    ) -> "SubjectRequest":
        """Write down that a person asks. One who takes consent back is not written to from this moment on."""
        subject.require_seen(by)
        subject.require_person()
        subject.require_alive()
        at = at or timezone.now()
        received_at = received_at or at
        if kind not in RequestKind.values:
            raise invalid("kind", "unknown-word", _("Choose what the person asks for."))
        if received_at > at:
            raise invalid("received_at", "received-ahead", _("The request has come already: check the day."))
        with transaction.atomic():
            request = cls.objects.create(
                **subject.keys,
                kind=kind,
                words=words.strip(),
                received_at=received_at,
                due_on=due_on(kind, received_at),
                recorded_by=by,
            )
            if kind == RequestKind.WITHDRAWAL:
                Consent.withdraw_all(subject, by=by, why=words, at=at)
            request._tell("subject.asked", by=by, at=at, due_on=request.due_on)
        return request

    def complete(self, *, by: User, result: str, at: datetime | None = None) -> None:
        """Answered: how. By a head."""
        self.subject.require_headed(by)
        if not result.strip():
            raise invalid("result", "words-needed", _("Say how it was answered: the words stay with the request."))
        at = at or timezone.now()
        with transaction.atomic():
            self.end(by=by, result=result, at=at)

    def end(self, *, by: User, result: str, at: datetime) -> None:
        """For verbs that have done what was asked for."""
        done = {"done_at": at, "done_by": by, "result": result.strip()}
        if not SubjectRequest.objects.open().filter(pk=self.pk).update(**done):
            raise Refused(Reason("already-answered", _("This request has already been answered.")))
        self.done_at, self.done_by, self.result = at, by, result.strip()
        self._tell("subject.answered", by=by, at=at)

    def _tell(self, event: str, /, *, by: User, at: datetime, **data: Any) -> None:
        facts: dict[str, Any] = {"request": self.pk, "contact": self.contact_id, "request_kind": self.kind, **data}
        tell(event, by=by, client_id=self.client_id, at=at, **facts)
