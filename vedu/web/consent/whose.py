"""Whose consent an address speaks of: /consent/person/7/…, /consent/client/5/…"""

from django.shortcuts import get_object_or_404

from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.foundation.people.user import User
from vedu.web.clients.access import client_seen_by

PERSON, CLIENT = "person", "client"


def whose(subject: Subject) -> tuple[str, int]:
    return (PERSON, subject.contact.pk) if subject.contact else (CLIENT, subject.client.pk)


def subject_at(user: User, kind: str, pk: int) -> Subject:
    """Raises Http404; of a client out of sight OutOfSight, which names who leads it."""
    if kind == CLIENT:
        return Subject(client_seen_by(user, pk))
    contact = get_object_or_404(Contact, pk=pk)
    return Subject(client_seen_by(user, contact.client_id), contact)
