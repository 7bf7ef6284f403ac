"""The people of a client and how to reach them (clients/_people.html)."""

from collections import defaultdict
from dataclasses import dataclass

from django.db.models import OuterRef, Subquery
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.values.phone import phone_text
from vedu.sales.talk.committee import CommitteeMember, CommitteeRole
from vedu.web.consent.marks import Mark, marks_of
from vedu.web.shell.icons import icon_markup
from vedu.web.shell.person import person_markup

POINT_ICONS = {
    ContactPointKind.PHONE: "phone",
    ContactPointKind.EMAIL: "mail",
    ContactPointKind.MESSENGER: "message-circle",
    ContactPointKind.SOCIAL: "at",
    ContactPointKind.SITE: "world",
}
SCHEMES = {ContactPointKind.PHONE: "tel:", ContactPointKind.EMAIL: "mailto:"}


@dataclass(frozen=True, slots=True)
class Point:
    """``url`` calls or writes; empty for what has no address of its own. ``mark``: official or personal."""

    icon: SafeString
    text: str
    url: str
    mark: str


@dataclass(frozen=True, slots=True)
class Person:
    pk: int
    bubble: SafeString
    name: str
    job_title: str
    role: str
    role_class: str
    note: str
    points: list[Point]
    mark: Mark


@dataclass(frozen=True, slots=True)
class People:
    """``own`` are the client's own phones and addresses, of nobody in particular; ``mark`` is the client's own."""

    own: list[Point]
    mark: Mark
    people: list[Person]

    @property
    def names(self) -> list[tuple[int, str]]:
        return [(person.pk, person.name) for person in self.people]


def people_of(client: Client, user: User) -> People:
    """Four queries, however many people."""
    points: dict[int | None, list[ContactPoint]] = defaultdict(list)
    for point in client.points.all():
        points[point.contact_id].append(point)
    # The latest role in a purchase (BASE-4) stands beside the name.
    named = CommitteeMember.objects.filter(contact=OuterRef("pk")).order_by("-since", "-pk")
    contacts = list(client.contacts.annotate(role=Subquery(named.values("role")[:1])))
    addresses = {key: [(point.kind, point.value) for point in some] for key, some in points.items()}
    marks = marks_of(client, contacts, addresses, user)
    people = [_person(contact, points[contact.pk], marks[contact.pk]) for contact in contacts]
    return People(list(map(_point, points[None])), marks[None], people)


def _person(contact: Contact, points: list[ContactPoint], mark: Mark) -> Person:
    role = getattr(contact, "role", None) or ""
    return Person(
        pk=contact.pk,
        bubble=person_markup(contact.name, contact.pk, "m", True),
        name=contact.name,
        job_title=contact.job_title,
        role=str(CommitteeRole(role).label) if role else "",
        role_class="ours" if role == CommitteeRole.DECISION_MAKER else "",
        note=contact.note,
        points=list(map(_point, points)),
        mark=mark,
    )


def _point(point: ContactPoint) -> Point:
    kind = ContactPointKind(point.kind)
    text = phone_text(point.value, point.extension) if kind == ContactPointKind.PHONE else point.value
    network = f"{point.network}: " if point.network else ""
    return Point(
        icon=icon_markup(POINT_ICONS[kind]),
        text=network + text,
        url=_url(point, kind),
        mark=_("official") if point.is_official else _("personal"),
    )


def _url(point: ContactPoint, kind: ContactPointKind) -> str:
    if kind in SCHEMES:
        return SCHEMES[kind] + point.value
    is_address = point.value.startswith(("https://", "http://"))
    return point.value if is_address else ""
