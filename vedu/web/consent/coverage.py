"""How far consent goes among the people one sees: figures of the register, six queries."""

from dataclasses import dataclass

from django.db.models import Count, Q
from django.utils import timezone

from vedu.clients.client import Client, ClientKind
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User

OF_PEOPLE = Q(contact__isnull=False) | Q(client__kind=ClientKind.PERSON)


@dataclass(frozen=True, slots=True)
class Coverage:
    """People are contacts and private clients; ``with_ground`` have no consent but another ground."""

    people: int
    with_consent: int
    with_ground: int
    opted_out: int
    open: int
    overdue: int

    @property
    def with_nothing(self) -> int:
        return max(0, self.people - self.with_consent - self.with_ground)


def coverage_of(user: User) -> Coverage:
    standing = Consent.objects.visible_to(user).standing().filter(OF_PEOPLE)
    agreed = _people(standing.filter(ground="consent"))
    requests = SubjectRequest.objects.visible_to(user).aggregate(
        open=Count("pk", filter=Q(done_at=None)),
        overdue=Count("pk", filter=Q(done_at=None, due_on__lt=timezone.localdate())),
    )
    persons = OptOut.objects.visible_to(user).standing().filter(OF_PEOPLE, value="", digest="")
    return Coverage(
        people=_contacts(user) + _private_clients(user),
        with_consent=agreed,
        with_ground=max(0, _people(standing) - agreed),
        opted_out=_people(persons),
        open=requests["open"],
        overdue=requests["overdue"],
    )


def _people(rows: object) -> int:
    return rows.order_by().values("client", "contact").distinct().count()  # type: ignore[attr-defined, no-any-return]


def _contacts(user: User) -> int:
    return Contact.objects.visible_to(user).filter(erased_at=None).count()


def _private_clients(user: User) -> int:
    return Client.objects.visible_to(user).filter(kind=ClientKind.PERSON, erased_at=None).count()
