"""The person that a form names: one of the client's, or a new one with a phone."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.deals.deal import Deal


def chosen_person(deal: Deal, form: Mapping[str, str], by: User) -> Contact:
    """From the field contact, else from new_name, new_title and new_phone. Call inside a transaction."""
    name = form.get("new_name", "").strip()
    if name:
        return _add(deal, name, form, by)
    chosen = form.get("contact", "")
    contact = deal.client.contacts.filter(pk=chosen).first() if chosen.isdigit() else None
    if contact is None:
        raise invalid("contact", "person-needed", _("Choose a person of the client or write the name of a new one."))
    return contact


def _add(deal: Deal, name: str, form: Mapping[str, str], by: User) -> Contact:
    contact = Contact.add(deal.client, name=name, job_title=form.get("new_title", "").strip()[:255], by=by)
    phone = form.get("new_phone", "").strip()
    if phone:
        ContactPoint.add(deal.client, kind=ContactPointKind.PHONE, value=phone, contact=contact, by=by)
    return contact
