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

    ``keys`` are the external ids of both, or the row's own digest when nothing else tells it from others."""

    name: str
    kind: str
    facts: dict[str, str] = field(default_factory=dict)
    requisites: dict[str, str] = field(default_factory=dict)
    points: list[PointDraft] = field(default_factory=list)
    person: str = ""
    job_title: str = ""
    created_at: datetime | None = None
    owner_id: int | None = None
    by_name: bool = False
    digest: str = ""
    keys: list[str] = field(default_factory=list)

    @property
    def inn(self) -> str:
        return self.requisites.get("inn", "")
