"""A row about a client, read and checked, before it is known whether the base has that client."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(slots=True)
class PointDraft:
    """``value`` is normalised, ``typed`` as it stood in the file."""

    kind: str
    value: str
    typed: str
    extension: str = ""
    network: str = ""
    is_official: bool = True


@dataclass(slots=True)
class ClientDraft:
    """``facts`` are columns of Client to fill, ``requisites`` those of Requisites; ``person`` is at a company.

    ``identities`` are external ids of the client in the other system, ``person_identity`` that of the person."""

    name: str
    kind: str
    facts: dict[str, str] = field(default_factory=dict)
    requisites: dict[str, str] = field(default_factory=dict)
    points: list[PointDraft] = field(default_factory=list)
    person: str = ""
    job_title: str = ""
    identities: list[str] = field(default_factory=list)
    person_identity: str = ""
    created_at: datetime | None = None
    owner_id: int | None = None
    by_name: bool = False
    digest: str = ""

    @property
    def inn(self) -> str:
        return self.requisites.get("inn", "")
