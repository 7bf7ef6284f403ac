"""Which of two values a merged client keeps, field by field."""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, NamedTuple

from vedu.clients.client import Client
from vedu.clients.requisites import Requisites

CLIENT_FIELDS = ("name", "kind", "city", "region", "time_zone", "source", "about")
REQUISITES_FIELDS = tuple(
    field.name for field in Requisites._meta.concrete_fields if field.name not in ("id", "client", "checked_at")
)
# Texts that may stand one below the other.
JOINED = frozenset({"about"})


class Side(StrEnum):
    KEPT = "kept"
    GONE = "gone"
    BOTH = "both"


class Pair(NamedTuple):
    """``chosen`` is what the merge takes unless a person says otherwise: nothing that stands alone is lost."""

    field: str
    kept: str
    gone: str
    chosen: Side

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return bool(self.gone) and bool(self.kept) and self.kept != self.gone

    @property
    def value(self) -> str:
        if self.chosen == Side.BOTH:
            return f"{self.kept}\n{self.gone}"
        return self.kept if self.chosen == Side.KEPT else self.gone


def pairs_of(kept: Client, gone: Client, choices: Mapping[str, str] | None = None) -> list[Pair]:
    """Fields of the client, then its requisites as ``requisites.inn`` and so on."""
    said = choices or {}
    found = [_pair(name, getattr(kept, name), getattr(gone, name), said) for name in CLIENT_FIELDS]
    own, other = requisites_of(kept), requisites_of(gone)
    if own is None and other is None:
        return found
    return found + [
        _pair(f"requisites.{name}", getattr(own, name, ""), getattr(other, name, ""), said)
        for name in REQUISITES_FIELDS
    ]


def requisites_of(client: Client) -> Requisites | None:
    return Requisites.objects.filter(client=client).first()


def _pair(field: str, kept: Any, gone: Any, said: Mapping[str, str]) -> Pair:
    own, other = str(kept or ""), str(gone or "")
    usual = Side.BOTH if field in JOINED and own and other and own != other else Side.KEPT if own else Side.GONE
    chosen = Side(said[field]) if said.get(field) in set(Side) else usual
    if chosen == Side.BOTH and field not in JOINED:
        chosen = usual
    return Pair(field, own, other, chosen if other or chosen == Side.KEPT else Side.KEPT)
