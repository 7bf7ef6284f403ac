"""Whose consent, request or data an address or a body means."""

from django.utils.translation import gettext as _

from vedu.api.v1.reach import company_seen_by, company_to_work_with, found, named
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact, Contacts
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid


def subject_named(user: User, company: int | None, contact: int | None) -> Subject:
    """A body names a person, or a company itself. Raises Invalid when it names neither."""
    if contact is not None:
        person = named(_contacts(user), contact, "contact")
        if company not in (None, person.client_id):
            raise invalid("contact", "contact-elsewhere", _("This person belongs to another client."))
        return Subject.of(person)
    if company is None:
        raise invalid("contact", "needed", _("Say whose it is: contact, or company."))
    return Subject(company_to_work_with(user, company))


def person_at(user: User, pk: int) -> Subject:
    """The contact of an address, or 404."""
    return Subject.of(found(_contacts(user), pk))


def client_at(user: User, pk: int) -> Subject:
    return Subject(company_seen_by(user, pk))


def _contacts(user: User) -> Contacts:
    return Contact.objects.visible_to(user).select_related("client__owner")
