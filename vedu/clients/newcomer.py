"""A client who was met on the way, with a person and a phone, in one go: all of it, or nothing (CHAN-6)."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import NamedTuple

from django.db import transaction
from django.utils.translation import gettext as _

from vedu.clients import requisites
from vedu.clients.client import Client, ClientKind
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, invalid, reasons_of


class Met(NamedTuple):
    """``contact`` is there when a person of the company was named."""

    client: Client
    contact: Contact | None


@dataclass(frozen=True, slots=True)
class Newcomer:
    """What a seller knows after a minute's talk. Without a ``company`` the ``person`` himself is the client.

    ``lead``: the one who met claims the client at once."""

    company: str = ""
    person: str = ""
    job_title: str = ""
    phone: str = ""
    email: str = ""
    city: str = ""
    address: str = ""
    source: str = ""
    lead: bool = True

    def enter(self, *, by: User, at: datetime | None = None) -> Met:
        """Raises Invalid with every field that is wrong, Refused at the claim limit."""
        company, person = self.company.strip(), self.person.strip()
        if not (company or person):
            raise invalid("company", "name-empty", _("Write down the company or the person: whom did you meet?"))
        kind = ClientKind.COMPANY if company else ClientKind.PERSON
        with transaction.atomic():
            facts = {"kind": kind, "city": self.city.strip()[:120], "source": self.source[:120]}
            client = Client.add(name=company or person, by=by, at=at, **facts)
            contact = self._contact(client, person, by=by, at=at) if company and person else None
            wrong = [reason for step in self._steps(client, contact, by, at) for reason in reasons_of(step)]
            if wrong:
                raise Invalid(*wrong)
            if self.lead:
                client.claim(by=by, at=at)
        return Met(client, contact)

    def _contact(self, client: Client, person: str, *, by: User, at: datetime | None) -> Contact:
        return Contact.add(client, name=person, job_title=self.job_title.strip()[:255], by=by, at=at)

    def _steps(
        self, client: Client, contact: Contact | None, by: User, at: datetime | None
    ) -> Iterator[Callable[[], object]]:
        official = client.kind != ClientKind.PERSON
        for kind, value in ((ContactPointKind.PHONE, self.phone), (ContactPointKind.EMAIL, self.email)):
            if value.strip():
                facts = {"contact": contact, "is_official": official, "by": by, "at": at}
                yield partial(ContactPoint.add, client, kind=kind, value=value, **facts)  # type: ignore[arg-type]
        if self.address.strip():
            yield partial(requisites.write, client, by=by, at=at, address=self.address[:500])
