"""Whose data or number it is: a person at a client, or a client itself (BASE-9)."""

from dataclasses import dataclass

from django.db import models
from django.utils.translation import gettext as _

from vedu.clients.client import Client, ClientKind
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.protection import led_by_another
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, Refused


@dataclass(frozen=True, slots=True)
class Subject:
    """``contact`` None is the client itself. A company consents and objects too, but only a person has rights: one at
    a client, or a private client with all that hangs on it."""

    client: Client
    contact: Contact | None = None

    @classmethod
    def of(cls, contact: Contact) -> "Subject":
        return cls(contact.client, contact)

    @property
    def name(self) -> str:
        return self.contact.name if self.contact else self.client.name

    @property
    def is_person(self) -> bool:
        return self.contact is not None or self.client.kind == ClientKind.PERSON

    @property
    def is_erased(self) -> bool:
        return (self.contact or self.client).erased_at is not None

    @property
    def keys(self) -> dict[str, models.Model | None]:
        """The two columns that name a subject in a row."""
        return {"client": self.client, "contact": self.contact}

    @property
    def points(self) -> "models.QuerySet[ContactPoint]":
        """What reaches him alone; of a client itself what is nobody's in particular."""
        return ContactPoint.objects.filter(**self.keys)

    def own_points(self) -> list[ContactPoint]:
        """Those that nobody else at this client shares: a number of the reception stays the reception's."""
        points = list(self.client.points.all())
        if self.contact is None and self.is_person:
            return points
        own = self.contact.pk if self.contact else None
        shared = {(point.kind, point.value) for point in points if point.contact_id != own}
        return [point for point in points if point.contact_id == own and (point.kind, point.value) not in shared]

    # guards

    def require_alive(self) -> None:
        if self.is_erased:
            raise Refused(Reason("erased", _("The data of this person are erased: nothing more is kept here.")))

    def require_person(self) -> None:
        if not self.is_person:
            sentence = _("“%(client)s” is a company: choose one of its people.") % {"client": self.client.name}
            raise Refused(Reason("not-a-person", sentence))

    def require_seen(self, by: User) -> None:
        """Whoever sells and sees the client: a person's “no” is written down by the one who heard it."""
        by.require_selling()
        if not self.client.is_visible_to(by):
            raise led_by_another(self.client, by)

    def require_headed(self, by: User) -> None:
        """A head of who leads the client, the owner of the business, an administrator."""
        by.require_leading()
        if self.client.owner_id is not None and not by.manages(self.client.owner_id):
            raise NotAllowed(Reason("not-your-team", _("This client is led in another team: ask that team's head.")))


def seen_by(user: User) -> models.Q:
    """Rows of the clients that this person sees; of rows without a client everybody's."""
    ids = user.visible_owner_ids()
    return models.Q() if ids is None else models.Q(client__owner__in=ids) | models.Q(client__owner=None)
