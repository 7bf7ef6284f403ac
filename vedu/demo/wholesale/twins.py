"""Clients that somebody has entered a second time, and the search that has found them (BASE-4)."""

from collections.abc import Sequence
from datetime import datetime, timedelta

from vedu.clients.client import Client, ClientKind
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.duplicates.scanning import search
from vedu.foundation.people.user import User

TWINS = 7
# What a hurried hand does to a name: (letters, others).
SLIPS = (("ия", "я"), ("ст", "тс"), ("ко", "ка"), ("ор", "ро"), ("ел", "ил"), ("ра", "рра"), ("ти", "те"))


def enter_twice(clients: Sequence[Client], by: User, now: datetime) -> None:
    """A few companies once more: without the form and the quotes, with a slip, now with the same phone, now with the
    same person alone."""
    companies = [client for client in clients if client.kind == ClientKind.COMPANY][:TWINS]
    for number, client in enumerate(companies):
        at = now - timedelta(days=20 + number)
        twin = Client.add(name=misspelt(client.name, number), city=client.city, source="Сайт", by=by, at=at)
        person = client.contacts.order_by("pk").first()
        if person is not None:
            contact = Contact.add(twin, name=person.name, by=by, at=at)
            phone = ContactPoint.objects.filter(contact=person, kind="phone").first()
            if phone is not None and number % 3:
                ContactPoint.add(twin, contact=contact, kind="phone", value=phone.value, by=by, at=at)
    search(DuplicateScan.order(by=None))


def misspelt(name: str, number: int) -> str:
    """«ООО „Кондитерская Ромашка“» → «Кондитерская Ромшака», one way for each number."""
    bare = " ".join(word for word in name.replace("«", "").replace("»", "").split() if not word.isupper())
    for right, wrong in (*SLIPS[number:], *SLIPS[:number]):
        if right in bare:
            return bare.replace(right, wrong, 1)
    return bare
