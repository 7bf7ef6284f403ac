"""What the state register knows of a company or a sole trader, whoever told it."""

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any, Self

from django.db import models
from django.utils.translation import gettext_lazy as _


class PartyStatus(models.TextChoices):
    """DaData's words; the label is a warning in full, empty where there is nothing to warn of."""

    ACTIVE = "ACTIVE", ""
    LIQUIDATING = "LIQUIDATING", _("The company is being wound up: take prepayment only, and check who may sign.")
    LIQUIDATED = "LIQUIDATED", _("The company is struck off the register: no contract can be made with it.")
    BANKRUPT = "BANKRUPT", _("Bankruptcy is under way: payments go through the receiver, ask for prepayment.")
    REORGANIZING = "REORGANIZING", _("The company is being reorganised: requisites and who signs may change.")


@dataclass(frozen=True, slots=True)
class PartyFacts:
    """``kind`` is that of a client, ``region`` its two digits; what is not known is empty.

    ``status`` is a PartyStatus, ``status_on`` the day since when it holds, or of the register's extract."""

    inn: str
    kpp: str = ""
    ogrn: str = ""
    kind: str = "company"
    name: str = ""
    legal_name: str = ""
    head_name: str = ""
    head_post: str = ""
    okved: str = ""
    address: str = ""
    city: str = ""
    region: str = ""
    status: str = PartyStatus.ACTIVE
    status_on: date | None = None

    @property
    def warning(self) -> str:
        """In words; "" while the company simply works."""
        return warning_of(self.status)

    def as_json(self) -> dict[str, Any]:
        return asdict(self) | {"status_on": self.status_on.isoformat() if self.status_on else None}

    @classmethod
    def kept(cls, given: dict[str, Any]) -> Self:
        """As it was kept by ``as_json``."""
        day = given.get("status_on")
        return cls(**given | {"status_on": date.fromisoformat(day) if day else None})


def warning_of(status: str) -> str:
    return str(PartyStatus(status).label) if status in PartyStatus.values else ""
