"""A company: any client, also a sole trader or a person."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Annotated, Any

from django.utils import timezone
from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment, money
from vedu.api.v1.shapes.values import Id, In, Line, MoneyOut, Text, UtcMoment, Word, Zone
from vedu.clients.client import Client, ClientKind
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.owner_state import OwnerState
from vedu.clients.requisites import FIELDS, Requisites
from vedu.clients.tree import Tie
from vedu.foundation.people.installation import main_currency

PLAIN = ("id", "kind", "name", "city", "region", "time_zone", "about", "source", "open_deals", "base_kind", "lifecycle",
         "purchases", "interval_days", "interval_spread", "rhythm_days", "rfm_group", "tie")  # fmt: skip
MOMENTS = ("created_at", "owner_since", "last_touch_at", "last_two_way_at", "contact_due_at", "hold_ends_at",
           "base_kind_since", "lifecycle_since", "first_purchase_at", "last_purchase_at")  # fmt: skip
DAYS = ("return_on", "next_purchase_on")
LISTS = {ContactPointKind.PHONE: "phones", ContactPointKind.EMAIL: "emails"}
Region = Annotated[str, Field(max_length=2)]
Values = Annotated[list[Line], Field(max_length=50)]


class RequisitesIn(In):
    """Check digits are checked. What is not sent stays."""

    legal_name: Annotated[str, Field(max_length=500)] = ""
    inn: Word = ""
    kpp: Word = ""
    ogrn: Word = ""
    address: Annotated[str, Field(max_length=500)] = ""
    account: Word = ""
    bik: Word = ""
    bank: Line = ""
    correspondent_account: Word = ""


class RequisitesOut(BaseModel):
    legal_name: str
    inn: str
    kpp: str
    ogrn: str
    address: str
    account: str
    bik: str
    bank: str
    correspondent_account: str


class CompanyFacts(In):
    city: Word = ""
    region: Region = ""
    time_zone: Zone = ""
    about: Text = ""
    source: Word = ""


class CompanyIn(CompanyFacts):
    """``claim`` takes the new company at once; else it stays free. ``inn`` and ``kpp`` stand for requisites."""

    name: Text
    kind: ClientKind = ClientKind.COMPANY
    phones: Values = []
    emails: Values = []
    inn: Word = ""
    kpp: Word = ""
    requisites: RequisitesIn | None = None
    claim: bool = False

    @property
    def facts(self) -> dict[str, Any]:
        return self.model_dump(include={"name", "kind", *CompanyFacts.model_fields})

    @property
    def papers(self) -> dict[str, Any]:
        given = self.requisites.given() if self.requisites else {}
        return given | {name: value for name in ("inn", "kpp") if (value := getattr(self, name))}


class CompanyChange(CompanyFacts):
    name: Text = ""
    sales_point: Id | None = None

    def given(self) -> dict[str, Any]:
        """The verb takes the point by its number."""
        facts = super().given()
        if "sales_point" in facts:
            facts["sales_point_id"] = facts.pop("sales_point")
        return facts


class PlacementIn(In):
    """Under which company, and what it is there."""

    parent: Id
    tie: Tie


class CompanyOut(BaseModel):
    id: int
    kind: ClientKind
    name: str
    city: str
    region: str
    time_zone: str
    about: str
    source: str
    state: OwnerState
    owner: int | None
    owner_name: str | None
    owner_since: UtcMoment | None
    open_deals: int
    phones: list[str]
    emails: list[str]
    requisites: RequisitesOut | None
    created_at: UtcMoment
    last_touch_at: UtcMoment | None
    last_two_way_at: UtcMoment | None
    contact_due_at: UtcMoment | None
    hold_ends_at: UtcMoment | None
    base_kind: BaseKind
    base_kind_since: UtcMoment | None
    lifecycle: Lifecycle
    lifecycle_since: UtcMoment | None
    purchases: int
    first_purchase_at: UtcMoment | None
    last_purchase_at: UtcMoment | None
    bought: MoneyOut
    interval_days: int | None
    interval_spread: int | None
    rhythm_days: int | None
    next_purchase_on: date | None
    return_on: date | None
    rfm: str | None
    rfm_group: str
    parent: int | None
    tie: str
    sales_point: int | None


def companies(clients: Sequence[Client]) -> list[Json]:
    """``clients`` come with owner and requisites; their own phones and e-mails are read here by one query."""
    now = timezone.now()
    points = _points([client.pk for client in clients])
    return [_company(client, points[client.pk]) | {"state": client.state_at(now)} for client in clients]


def _company(client: Client, points: Json) -> Json:
    shape = {name: getattr(client, name) for name in PLAIN}
    shape |= {name: moment(getattr(client, name)) for name in MOMENTS}
    shape |= {name: getattr(client, name) for name in DAYS}
    papers = getattr(client, "requisites", None)
    return shape | {
        "bought": money(client.bought, main_currency()),
        "rfm": client.rfm,
        "parent": client.parent_id,
        "sales_point": client.sales_point_id,
        "owner": client.owner_id,
        "owner_name": client.owner.name if client.owner else None,
        "phones": points["phones"],
        "emails": points["emails"],
        "requisites": requisites(papers) if papers else None,
    }


def requisites(papers: Requisites) -> Json:
    return {name: getattr(papers, name) for name in FIELDS}


def _points(ids: Iterable[int]) -> dict[int, dict[str, list[str]]]:
    """Phones and e-mails by client, those of its people left out."""
    found: dict[int, dict[str, list[str]]] = defaultdict(lambda: {"phones": [], "emails": []})
    rows = ContactPoint.objects.filter(client__in=ids, contact=None, kind__in=LISTS).order_by("pk")
    for client_id, kind, value in rows.values_list("client_id", "kind", "value"):
        found[client_id][LISTS[ContactPointKind(kind)]].append(value)
    return found
