"""Somebody to be met, as the database gives it and as a row shows it."""

from typing import NamedTuple

from vedu.sales.business_events.encounter import name_of
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.web.visits.reaching import Dialled


class Seen(NamedTuple):
    """An encounter as the database gives it, in the order of SAID: a client alone has fifty columns."""

    pk: int
    client_id: int | None
    client_name: str | None
    contact_id: int | None
    contact_name: str | None
    contact_title: str | None
    company: str
    stranger: str
    job_title: str
    phone: str
    why: str
    offer: str
    note: str
    assignee_id: int
    first_name: str
    last_name: str
    login: str
    is_planned: bool
    is_new_client: bool
    result: str

    @property
    def is_open(self) -> bool:
        return self.result == EncounterResult.PLANNED

    @property
    def assignee(self) -> str:
        """As User.name gives it."""
        return f"{self.first_name} {self.last_name}".strip() or self.login

    @property
    def name(self) -> str:
        return name_of(self.client_name, self.company, self.stranger)

    @property
    def person(self) -> str:
        """Who is met there."""
        contact = " · ".join(filter(None, (self.contact_name, self.contact_title)))
        if contact or self.client_id is not None:
            return contact
        return " · ".join(filter(None, (self.stranger if self.company else "", self.job_title)))


SAID = (
    "pk",
    "client",
    "client__name",
    "contact",
    "contact__name",
    "contact__job_title",
    "company",
    "person",
    "job_title",
    "phone",
    "why",
    "offer",
    "note",
    "assignee",
    "assignee__first_name",
    "assignee__last_name",
    "assignee__username",
    "is_planned",
    "is_new_client",
    "result",
)


class Row(NamedTuple):
    """``phone``: of whom one still has to meet; ``has_begun`` the event."""

    seen: Seen
    phone: Dialled | None
    may_work: bool
    has_begun: bool
