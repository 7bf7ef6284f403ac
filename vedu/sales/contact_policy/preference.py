"""How a person likes to be reached, as he or his seller said it (CHAN-2). What was said wins over what was learned."""

from collections.abc import Collection
from datetime import datetime
from typing import Any, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid


class ContactPreference(models.Model):
    """``contact`` None is the client itself. ``hours`` are local ones, 0–23; a call at 14:40 is in hour 14."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="+")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    channel = models.CharField(max_length=9, choices=Channel, blank=True)
    hours = models.JSONField(default=list)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["client", "contact"], name="preference_of_person"),
            models.UniqueConstraint(fields=["client"], condition=models.Q(contact=None), name="preference_of_client"),
        ]

    def __str__(self) -> str:
        return f"{self.channel or '*'} {self.hours}"

    @classmethod
    def state(
        cls,
        client: Client,
        contact: Contact | None = None,
        *,
        by: User,
        channel: str = "",
        hours: Collection[int] = (),
        at: datetime | None = None,
    ) -> Self | None:
        """Set by hand; with neither channel nor hours it is left to be learned again, and None comes back."""
        client.require_workable(by)
        if channel and channel not in Channel.values:
            allowed = ", ".join(Channel.values)
            words = {"value": channel, "allowed": allowed}
            raise invalid("channel", "unknown-word", _("“%(value)s” is unknown here: use one of %(allowed)s.") % words)
        if any(not 0 <= hour < 24 for hour in hours):
            raise invalid("hours", "hours-wrong", _("Hours of a day are numbers from 0 to 23."))
        known, at = sorted(set(hours)), at or timezone.now()
        with transaction.atomic():
            of_person = cls.objects.filter(client=client, contact=contact)
            if not channel and not known:
                of_person.delete()
                stated = None
            else:
                facts = {"channel": channel, "hours": known, "at": at, "by": by}
                stated, _is_new = cls.objects.update_or_create(client=client, contact=contact, defaults=facts)
            told: dict[str, Any] = {"contact": contact.pk if contact else None, "channel": channel, "hours": known}
            tell("contact.preference_stated", by=by, client_id=client.pk, at=at, **told)
        return stated
