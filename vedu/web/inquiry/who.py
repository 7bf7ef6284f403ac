"""Who it is, while his phone is typed and beside his inquiry: known or new, whose, what he bought and needed."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.protection import led_by_another
from vedu.foundation.people.installation import main_currency
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid
from vedu.foundation.values.money_text import money_text
from vedu.foundation.values.phone import phone_text
from vedu.sales.inquiries.reach import read_reach
from vedu.sales.inquiries.recognition import Known, Past, known_by, past_of, recognise
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock

GAP = "\u00a0"
SHORTEST = 6


@dataclass
class Person:
    """``known`` as his inquiry finds him. What he bought is told as far as it is visible."""

    known: Known
    user: User
    clock: Clock

    @property
    def client(self) -> Client:
        return self.known.client

    @property
    def name(self) -> str:
        contact = self.known.contact
        return f"{contact.name}, {self.client.name}" if contact else self.client.name

    @property
    def url(self) -> str:
        return address_of("clients:card", self.client.pk) if self.known.is_visible else ""

    @property
    def whose(self) -> str:
        """In one sentence."""
        if self.known.is_led:
            return str(led_by_another(self.client))
        if self.client.owner_id == self.user.pk:
            return _("You lead this client.")
        return _("Nobody leads this client: he becomes yours with the inquiry.")

    @property
    def sums(self) -> str:
        if not self.known.is_visible or not self.client.purchases:
            return ""
        number = self.client.purchases
        words = ngettext("%(number)d purchase, %(sum)s", "%(number)d purchases, %(sum)s", number)
        bought = money_text(self.client.bought, main_currency(), self.clock.language)
        return words % {"number": number, "sum": bought}

    @cached_property
    def past(self) -> Past:
        return past_of(self.client, by=self.user) if self.known.is_visible else Past([], [])

    @property
    def bought(self) -> list[tuple[str, str, str]]:
        """Name, day and sum."""
        return [
            (
                one.name,
                f"{one.at.astimezone(self.clock.zone):%d.%m.%Y}" if one.at else "",
                money_text(one.value.amount, one.value.currency, self.clock.language),
            )
            for one in self.past.bought
        ]

    @cached_property
    def points(self) -> list[tuple[str, str]]:
        """How it is written, and what a press on it does."""
        if not self.known.is_visible:
            return []
        rows = ContactPoint.objects.filter(client=self.client, kind__in=_SCHEMES).values_list("kind", "value")[:4]
        return [(phone_text(value) if kind == "phone" else value, f"{_SCHEMES[kind]}:{value}") for kind, value in rows]


_SCHEMES: dict[str, str] = {ContactPointKind.PHONE.value: "tel", ContactPointKind.EMAIL.value: "mailto"}


@dataclass(frozen=True, slots=True)
class Answer:
    """To what is typed so far: the first of ``people`` is the likeliest. ``is_new``: a whole number that nobody has."""

    people: Sequence[Person] = ()
    is_new: bool = False

    @property
    def led_by(self) -> str:
        """To whom the inquiry goes."""
        owner = self.people[0].client.owner if self.people and self.people[0].known.is_led else None
        return owner.name if owner else ""


def answer_to(typed: str, user: User, clock: Clock) -> Answer:
    if len(typed.strip()) < SHORTEST:
        return Answer()
    try:
        reach = read_reach(typed)
    except Invalid:
        return Answer()
    found = recognise(reach, by=user) if reach else []
    return Answer([Person(known, user, clock) for known in found], is_new=not found)


def person_of(client: Client, user: User, clock: Clock) -> Person:
    return Person(known_by(client, by=user), user, clock)
