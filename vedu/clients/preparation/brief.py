"""The pre-contact brief of a client (PREP-1): each change is a version, so that what a person typed is kept."""

from datetime import datetime
from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.preparation.part import Part
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Reason

MOST_LETTERS = 4000


class Briefs(models.QuerySet["Brief"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))


class Brief(models.Model):
    """One version: who wrote it, when, and the whole text as it stood then. The newest is the present one."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="briefs")
    problem = models.TextField(blank=True)
    offer = models.TextField(blank=True)
    hook = models.TextField(blank=True)
    audit = models.TextField(blank=True)
    rivals = models.TextField(blank=True)
    icebreakers = models.TextField(blank=True)
    links = models.TextField(blank=True)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = Briefs.as_manager()

    class Meta:
        ordering = ["-at", "-pk"]
        indexes = [models.Index(fields=["client", "-at", "-id"], name="brief_of_client")]

    def __str__(self) -> str:
        return f"{self.client_id} at {self.at:%Y-%m-%d}"

    @property
    def filled(self) -> tuple[Part, ...]:
        """The parts that say something."""
        return tuple(part for part in Part if getattr(self, part))

    @classmethod
    def present(cls, client: Client) -> "Brief | None":
        return cls.objects.filter(client=client).first()

    @classmethod
    def write(cls, client: Client, *, by: User, at: datetime | None = None, **texts: str) -> "Brief":
        """A new version with these parts; the others stay as they were, and the same words make no version.

        Raises ClientIsLed when a colleague leads the client (OWN-2), Invalid for a text that is too long."""
        client.require_workable(by)
        typed = {field: _tidy(text) for field, text in texts.items()}
        _require_short(typed)
        with transaction.atomic():
            Client.objects.select_for_update().get(pk=client.pk)
            before = cls.present(client) or cls(client=client, by=by)
            changed = [field for field in FIELDS if typed.get(field, getattr(before, field)) != getattr(before, field)]
            if not changed:
                return before
            kept = {field: getattr(before, field) for field in FIELDS}
            brief = cls.objects.create(client=client, by=by, at=at or timezone.now(), **kept | typed)
            tell("brief.written", by=by, client_id=client.pk, at=at, brief=brief.pk, changed=changed)
        return brief


FIELDS = (*Part.values, "links")


def _tidy(text: str) -> str:
    return "\n".join(line.rstrip() for line in text.strip().splitlines())


def _require_short(texts: dict[str, str]) -> None:
    sentence = _("This is longer than 4000 letters: keep what helps in the talk.")
    long = [field for field, text in texts.items() if len(text) > MOST_LETTERS]
    if long:
        raise Invalid(*(Reason("too-long", sentence, {"field": field}) for field in long))
