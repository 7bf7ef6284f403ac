"""Small tables for the tests."""

from collections.abc import Sequence

from vedu.clients.duplicates.linkage.field import Field
from vedu.clients.duplicates.linkage.kinds import Kind
from vedu.clients.duplicates.linkage.table import Builder, Table

FIELDS = (
    Field("name", Kind.COMPANY),
    Field("phone", Kind.PHONE),
    Field("city", Kind.CITY),
)


def table(*rows: Sequence[str], fields: Sequence[Field] = FIELDS, split: int | None = None) -> Table:
    """Each row has a value for each field; several values of one field stand with | between."""
    builder = Builder(fields)
    for row in rows:
        builder.add(value.split("|") for value in row)
    return builder.table(split)


def crowd(count: int = 200) -> list[tuple[str, str, str]]:
    """Strangers: companies that have nothing in common."""
    return [(f"Firm{chr(97 + n % 26)}{n:04}", f"+7900{n:07}", f"City{n % 7}") for n in range(count)]
