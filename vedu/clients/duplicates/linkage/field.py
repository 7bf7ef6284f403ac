"""A column of a table, and its values as they are compared."""

from collections.abc import Iterable
from dataclasses import dataclass

from vedu.clients.duplicates.linkage.kinds import TRAITS, Kind, Trait


@dataclass(frozen=True, slots=True)
class Field:
    """``twin`` names a field whose value people write here by mistake (given name and surname); ``part_of`` one whose
    agreement says the same already (the domain of an equal e-mail)."""

    name: str
    kind: Kind
    twin: str = ""
    part_of: str = ""

    @property
    def trait(self) -> Trait:
        return TRAITS[self.kind]


def spelled(field: Field, values: Iterable[str]) -> list[str]:
    """The values of one row in the spelling in which they are compared, each once; empty ones are unknown."""
    spell = TRAITS[field.kind].spell
    found = [value for raw in values if raw and (value := spell(raw))]
    return found if len(found) < 2 else list(dict.fromkeys(found))


def core(value: str, common: frozenset[str]) -> str:
    """Without words that everybody has; a value of such words alone stays as it is."""
    kept = [word for word in value.split() if word not in common]
    return " ".join(kept) or value
