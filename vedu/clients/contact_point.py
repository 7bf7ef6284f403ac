"""A phone, e-mail or profile of a client or of one of its people (BASE-1)."""

from datetime import datetime

from django.db import models
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import invalid
from vedu.foundation.values.email import normalise_email
from vedu.foundation.values.phone import normalise_phone


class ContactPointKind(models.TextChoices):
    PHONE = "phone", pgettext_lazy("contact point", "Phone")
    EMAIL = "email", pgettext_lazy("contact point", "E-mail")
    MESSENGER = "messenger", pgettext_lazy("contact point", "Messenger")
    SOCIAL = "social", pgettext_lazy("contact point", "Social network")
    SITE = "site", pgettext_lazy("contact point", "Web site")


class ContactPoint(PreparedSave):
    """``value`` is normalised (E.164, lower-case e-mail), ``typed`` is what a person entered."""

    client = models.ForeignKey(Client, on_delete=models.CASCADE, related_name="points")
    contact = models.ForeignKey(Contact, null=True, blank=True, on_delete=models.CASCADE, related_name="points")
    kind = models.CharField(max_length=9, choices=ContactPointKind)
    value = models.CharField(max_length=255)
    extension = models.CharField(max_length=16, blank=True)
    typed = models.CharField(max_length=255, blank=True)
    network = models.CharField(max_length=32, blank=True, help_text="Which messenger or network")
    is_official = models.BooleanField(default=True, help_text="The company's channel, not the person's own")

    class Meta:
        ordering = ["pk"]
        indexes = [models.Index(fields=["kind", "value"], name="contact_point_value")]

    def __str__(self) -> str:
        return self.value

    @classmethod
    def add(
        cls,
        client: Client,
        *,
        kind: str,
        value: str,
        by: User,
        contact: Contact | None = None,
        network: str = "",
        is_official: bool = True,
        at: datetime | None = None,
    ) -> "ContactPoint":
        """Raises Invalid with the field and what to do when the phone or e-mail cannot be right."""
        client.require_workable(by)
        normal, extension = normalise(kind, value)
        point = cls.objects.create(
            client=client,
            contact=contact,
            kind=kind,
            value=normal,
            extension=extension,
            typed=value.strip()[:255],
            network=network,
            is_official=is_official,
        )
        tell("client.point_added", by=by, client_id=client.pk, at=at, point=point.pk, kind=kind, value=normal)
        return point


def normalise(kind: str, typed: str) -> tuple[str, str]:
    """(value, extension) as they are kept. Raises Invalid."""
    if kind == ContactPointKind.PHONE:
        phone = normalise_phone(typed)
        if phone is None:
            raise invalid("phone", "phone-wrong", _("“%(typed)s” is not a whole phone number.") % {"typed": typed})
        return phone.e164, phone.extension
    if kind == ContactPointKind.EMAIL:
        email = normalise_email(typed)
        if email is None:
            raise invalid("email", "email-wrong", _("“%(typed)s” is not an e-mail address.") % {"typed": typed})
        return email, ""
    value = typed.strip()
    if not value:
        raise invalid(kind, "value-empty", _("Enter a value."))
    return value[:255], ""
