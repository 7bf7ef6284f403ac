"""A person at the client (BASE-1)."""

from datetime import datetime
from typing import Any, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import invalid
from vedu.foundation.values.fold import fold


class Contacts(models.QuerySet["Contact"]):
    def visible_to(self, user: User) -> Self:
        """As far as the client is visible."""
        ids = user.visible_owner_ids()
        if ids is None:
            return self
        return self.filter(models.Q(client__owner__in=ids) | models.Q(client__owner=None))


class Contact(PreparedSave):
    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="contacts")
    name = models.CharField(max_length=255)
    name_folded = models.CharField(max_length=255, editable=False)
    job_title = models.CharField(max_length=255, blank=True)
    time_zone = models.CharField(max_length=64, blank=True)
    note = models.TextField(blank=True)
    created_at = models.DateTimeField(default=timezone.now)
    # derived
    erased_at = models.DateTimeField(null=True, blank=True)

    objects = Contacts.as_manager()

    class Meta:
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, client: Client, *, name: str, by: User, at: datetime | None = None, **facts: Any) -> "Contact":
        """A new person at the client; refused while a colleague leads it (OWN-2)."""
        client.require_workable(by)
        name = " ".join(name.split())
        if not name:
            raise invalid("name", "name-empty", _("Enter the person's name."))
        contact = cls.objects.create(
            client=client, name=name[:255], name_folded=fold(name)[:255], created_at=at or timezone.now(), **facts
        )
        tell("contact.added", by=by, client_id=client.pk, at=at, contact=contact.pk, name=name)
        return contact
