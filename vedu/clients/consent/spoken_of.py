"""By what words a person is found in what is kept: his names as they were and are, his numbers and addresses."""

from collections.abc import Iterable, Iterator

from vedu.clients.consent.mentions import Mentions
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.events import Event

ADDRESSES = (ContactPointKind.EMAIL, ContactPointKind.MESSENGER, ContactPointKind.SOCIAL)


def mentions_of(subject: Subject) -> Mentions:
    points = subject.own_points()
    phones = (point.value for point in points if point.kind == ContactPointKind.PHONE)
    addresses = (text for point in points if point.kind in ADDRESSES for text in _spellings(point))
    return Mentions(_distinct(_names(subject)), _distinct(phones), _distinct(addresses))


def people_in(subject: Subject) -> list[Contact]:
    """The contacts that go with this person: himself, or all those of a private client."""
    return [subject.contact] if subject.contact else list(subject.client.contacts.all())


def _distinct(texts: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(texts))


def _names(subject: Subject) -> Iterator[str]:
    yield subject.name
    for contact in people_in(subject):
        yield contact.name
    if subject.contact is None:
        described = Event.objects.filter(kind="client.described", client_id=subject.client.pk)
        for before in described.values_list("data__before__name", flat=True):
            if before:
                yield before


def _spellings(point: ContactPoint) -> Iterator[str]:
    """As it is kept and as it was typed."""
    yield from filter(None, (point.value.strip(), point.typed.strip()))
