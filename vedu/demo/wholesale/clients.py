"""The clients of the demo world: names, requisites, people, phones."""

from collections.abc import Iterator
from datetime import datetime
from random import Random

from vedu.clients import requisites as client_requisites
from vedu.clients.client import Client, ClientKind
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.demo.wholesale import names, requisites
from vedu.demo.wholesale.cities import CITIES
from vedu.demo.wholesale.words import ABOUT, SOURCES
from vedu.foundation.people.user import User
from vedu.foundation.values.zones import zone_name


class Registry:
    """Makes clients one after another; the same ``rng`` makes the same ones.

    ``at`` is the moment they came into the base."""

    def __init__(self, rng: Random, by: User, at: datetime) -> None:
        self.rng, self.by, self.at = rng, by, at
        self._names = names.client_names(rng)
        self._phones = self._free_phones()

    def add(self) -> Client:
        """A free client with requisites and one to three people."""
        name, legal_name = next(self._names)
        city, region, tax_office, _weight = self.rng.choices(CITIES, [row[3] for row in CITIES])[0]
        is_company = self.rng.random() < 0.85
        client = Client.add(
            name=name if is_company else names.entrepreneur_name(self.rng),
            kind=ClientKind.COMPANY if is_company else ClientKind.ENTREPRENEUR,
            city=city,
            region=region,
            time_zone=zone_name(region),
            about=self.rng.choice(ABOUT),
            source=self.rng.choice(SOURCES),
            by=self.by,
            at=self.at,
        )
        self._add_requisites(client, legal_name if is_company else client.name, city, tax_office, is_company)
        for number in range(self.rng.choices((1, 2, 3), (4, 5, 2))[0]):
            self._add_person(client, number)
        return client

    def _add_requisites(self, client: Client, legal: str, city: str, tax_office: str, is_company: bool) -> None:
        make = requisites.company if is_company else requisites.entrepreneur
        values = make(self.rng, tax_office) | requisites.account(self.rng, is_company=is_company)
        address = f"{city}, ул. Заводская, {self.rng.randint(1, 90)}"
        client_requisites.write(client, by=self.by, at=self.at, legal_name=legal, address=address, **values)

    def _add_person(self, client: Client, number: int) -> None:
        name, _is_woman = names.person_name(self.rng)
        contact = Contact.add(client, name=name, job_title=self.rng.choice(names.JOBS), by=self.by, at=self.at)
        self._reach(contact, "phone", next(self._phones), is_official=number == 0)
        if self.rng.random() < 0.7:
            self._reach(contact, "email", f"{('zakaz', 'info', 'snab')[number]}{client.pk}@client.example")

    def _reach(self, contact: Contact, kind: str, value: str, *, is_official: bool = True) -> None:
        ContactPoint.add(
            contact.client, contact=contact, kind=kind, value=value, is_official=is_official, by=self.by, at=self.at
        )

    def _free_phones(self) -> Iterator[str]:
        seen: set[str] = set()
        while True:
            phone = f"+79{self.rng.randint(10, 89)}{self.rng.randint(1_000_000, 9_999_999)}"
            if phone not in seen:
                seen.add(phone)
                yield phone
