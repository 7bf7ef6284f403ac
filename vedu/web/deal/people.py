"""The people of the client, with their roles in this deal and how to reach them (deal/_committee.html)."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils.safestring import SafeString

from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.prepared import Prepared
from vedu.foundation.values.phone import phone_text
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.web.shell.person import person_markup

_ORDER = {role: place for place, role in enumerate(CommitteeRole.values)}


@dataclass(frozen=True, slots=True)
class Reach:
    """A phone or an e-mail; ``url`` calls or writes."""

    text: str
    url: str


@dataclass(frozen=True, slots=True)
class Person:
    """``role`` is empty for one who has none in this deal."""

    pk: int
    name: str
    what: str
    role: str
    bubble: SafeString
    phones: list[Reach]
    emails: list[Reach]

    @property
    def role_name(self) -> str:
        return str(CommitteeRole(self.role).label)

    @property
    def decides(self) -> bool:
        return self.role == CommitteeRole.DECISION_MAKER


@dataclass(frozen=True, slots=True)
class People:
    """``all`` begin with those who decide; ``phones`` and ``emails`` are the client's own."""

    all: list[Person]
    phones: list[Reach]
    emails: list[Reach]

    @property
    def committee(self) -> list[Person]:
        return [person for person in self.all if person.role]

    def named(self, contact_id: int | None) -> Person | None:
        return next((person for person in self.all if person.pk == contact_id), None)

    def to_talk_to(self, contact_id: int | None) -> Person | None:
        """The one the step names, else the first of those who decide."""
        return self.named(contact_id) or next(iter(self.all), None)

    def phone(self, contact_id: int | None) -> Reach | None:
        return self._reach(contact_id, "phones")

    def email(self, contact_id: int | None) -> Reach | None:
        return self._reach(contact_id, "emails")

    def _reach(self, contact_id: int | None, kind: str) -> Reach | None:
        """Of the person named, else of anybody in the order of roles, else the client's own."""
        named = [person for person in [self.named(contact_id)] if person]
        found: Iterable[list[Reach]] = (getattr(owner, kind) for owner in [*named, *self.all, self])
        return next((reaches[0] for reaches in found if reaches), None)


def _people(deal_id: int, client_id: int) -> "QuerySet[Contact, tuple[Any, ...]]":
    member = CommitteeMember.objects.filter(deal=deal_id, contact=OuterRef("pk"))
    rows = Contact.objects.filter(client=client_id).order_by("pk")
    said = rows.annotate(role=Subquery(member.values("role")), said=Subquery(member.values("note")))
    return said.values_list("pk", "name", "job_title", "role", "said")


def _points(client_id: int) -> "QuerySet[ContactPoint, tuple[Any, ...]]":
    kinds = (ContactPointKind.PHONE, ContactPointKind.EMAIL)
    points = ContactPoint.objects.filter(client=client_id, kind__in=kinds).order_by("pk")
    return points.values_list("contact_id", "kind", "value", "extension")


_PEOPLE, _POINTS = Prepared(_people, ids=2), Prepared(_points)


def people_of(deal: Deal) -> People:
    """Two queries."""
    reaches = _reaches(deal.client_id)
    people = [_person(row, reaches) for row in _PEOPLE.rows(deal.pk, deal.client_id)]
    people.sort(key=lambda person: _ORDER.get(person.role, len(_ORDER)))
    return People(people, *_of(None, reaches))


def _person(row: Sequence[Any], reaches: Mapping[object, list[Reach]]) -> Person:
    pk, name, job_title, role, said = row
    what = ", ".join(filter(None, (job_title, said)))
    return Person(pk, name, what, role or "", person_markup(name, pk, "m", True), *_of(pk, reaches))


def _of(contact_id: int | None, reaches: Mapping[object, list[Reach]]) -> tuple[list[Reach], list[Reach]]:
    return (
        reaches.get((contact_id, ContactPointKind.PHONE), []),
        reaches.get((contact_id, ContactPointKind.EMAIL), []),
    )


def _reaches(client_id: int) -> dict[object, list[Reach]]:
    """Phones and e-mails by (contact, kind)."""
    found: dict[object, list[Reach]] = {}
    for contact_id, kind, value, extension in _POINTS.rows(client_id):
        is_phone = kind == ContactPointKind.PHONE
        text = phone_text(value, extension) if is_phone else value
        reach = Reach(text, f"tel:{value}" if is_phone else f"mailto:{value}")
        found.setdefault((contact_id, kind), []).append(reach)
    return found
