"""What of a client tells it from another: the same fields for the whole base and for one that is being typed in."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vedu.clients.client import ClientKind
from vedu.clients.contact_point import ContactPointKind
from vedu.clients.duplicates.linkage.agreeing import Row
from vedu.clients.duplicates.linkage.field import Field, spelled
from vedu.clients.duplicates.linkage.kinds import Kind
from vedu.clients.duplicates.linkage.spelling import domain
from vedu.clients.duplicates.public_mail import PUBLIC_MAIL
from vedu.foundation.values.fold import fold

NAME, PERSON, PHONE, EMAIL, DOMAIN, INN, CITY, ADDRESS = (
    "name", "person", "phone", "email", "domain", "inn", "city", "address",
)  # fmt: skip
FIELDS = (
    Field(NAME, Kind.COMPANY),
    Field(PERSON, Kind.PERSON),
    Field(PHONE, Kind.PHONE),
    Field(EMAIL, Kind.EMAIL),
    Field(DOMAIN, Kind.DOMAIN, part_of=EMAIL),
    Field(INN, Kind.TAX),
    Field(CITY, Kind.CITY),
    Field(ADDRESS, Kind.STREET),
)
TRADERS = ("ип ", "индивидуальный предприниматель ", "кфх ", "глава кфх ")


@dataclass(slots=True)
class Facts:
    """``points`` are (kind, value) as contact points keep them, ``people`` names of persons at the client."""

    name: str
    kind: str = ClientKind.COMPANY
    legal_name: str = ""
    city: str = ""
    address: str = ""
    inn: str = ""
    points: list[tuple[str, str]] = field(default_factory=list)
    people: list[str] = field(default_factory=list)

    def row(self) -> Iterator[Iterable[str]]:
        """The values of each of FIELDS in turn."""
        names = [self.name, self.legal_name]
        trader = self.kind != ClientKind.COMPANY or fold(self.name).startswith(TRADERS)
        yield [] if trader else names
        yield [*(_bare(name) for name in names if trader), *self.people]
        yield [value for kind, value in self.points if kind == ContactPointKind.PHONE]
        yield [value for kind, value in self.points if kind == ContactPointKind.EMAIL]
        yield self._domains()
        yield [self.inn]
        yield [self.city]
        yield [self.address]

    def spelled(self) -> Row:
        return {one.name: spelled(one, values) for one, values in zip(FIELDS, self.row(), strict=True)}

    def _domains(self) -> Iterator[str]:
        """Of sites and of the company's own mail; a mailbox of a public service says nothing of a company."""
        for kind, value in self.points:
            if kind == ContactPointKind.SITE or (kind == ContactPointKind.EMAIL and domain(value) not in PUBLIC_MAIL):
                yield value


def _bare(name: str) -> str:
    """«ИП Котова Анна» is a person."""
    folded = fold(name)
    return next((folded.removeprefix(mark) for mark in TRADERS if folded.startswith(mark)), folded)
