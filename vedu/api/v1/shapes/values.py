"""Kinds of values that many resources share."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Annotated, Any, Generic, TypeVar

from django.db.models import Model
from django.utils.translation import gettext as _
from pydantic import AfterValidator, AwareDatetime, BaseModel, BeforeValidator, ConfigDict, Field, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from vedu.api.v1.shapes.exact import exact, written_day, written_moment
from vedu.foundation.values.currencies import CURRENCIES
from vedu.foundation.values.money import Money

Row = Mapping[str, Any]
Item = TypeVar("Item")
FIRST, LAST = date(1970, 1, 1), date(2199, 12, 31)


def person(row: Row, at: str) -> str:
    """A colleague's name out of the columns ``at``__first_name, __last_name, __username."""
    name = f"{row[f'{at}__first_name'] or ''} {row[f'{at}__last_name'] or ''}".strip()
    return name or row[f"{at}__username"] or ""


def row_of(record: Model, columns: Iterable[str]) -> Row:
    """The same columns out of an object whose relations are loaded: what a verb has just made needs no query."""
    return {column: _reach(record, column.split("__")) for column in columns}


def _reach(record: object, path: list[str]) -> object:
    for name in path:
        record = None if record is None else getattr(record, name)
    return record


def person_columns(at: str) -> tuple[str, str, str]:
    return f"{at}__first_name", f"{at}__last_name", f"{at}__username"


def _in_range(day: date) -> date:
    if not FIRST <= day <= LAST:
        raise ValueError(_("Send a day between 1970 and 2199."))
    return day


def _moment_in_range(at: datetime) -> datetime:
    if not FIRST.year < at.year < LAST.year:
        raise ValueError(_("Send a day between 1970 and 2199."))
    return at


def _known_currency(code: str) -> str:
    if code not in CURRENCIES:
        raise ValueError(_("Use one of: %(allowed)s.") % {"allowed": ", ".join(CURRENCIES)})
    return code


Id = Annotated[int, Field(ge=1, le=2**63 - 1)]
Text = Annotated[str, Field(max_length=20_000)]
Line = Annotated[str, Field(max_length=255)]
Word = Annotated[str, Field(max_length=120)]
Zone = Annotated[str, Field(max_length=64)]
Day = Annotated[date, BeforeValidator(written_day), AfterValidator(_in_range)]
Moment = Annotated[AwareDatetime, BeforeValidator(written_moment), AfterValidator(_moment_in_range)]
Currency = Annotated[str, AfterValidator(_known_currency), Field(json_schema_extra={"enum": list(CURRENCIES)})]
UtcMoment = Annotated[str, Field(json_schema_extra={"format": "date-time"}, examples=["2026-11-24T09:00:00Z"])]


class Asked(BaseModel):
    """A query. A field that does not exist is refused: a misspelt one would be lost in silence."""

    model_config = ConfigDict(extra="forbid")


class In(Asked):
    """A body: the same, and its values are of the described kind."""

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: GetCoreSchemaHandler) -> CoreSchema:
        return exact(handler(source))

    def given(self) -> dict[str, Any]:
        """Only the fields that were sent."""
        return self.model_dump(exclude_unset=True)


class MoneyIn(In):
    amount: Annotated[Decimal, Field(max_digits=16, decimal_places=2, examples=["1000.00"])]
    currency: Currency = "RUB"

    @property
    def money(self) -> Money:
        return Money(self.amount, self.currency)


class MoneyOut(BaseModel):
    amount: Annotated[str, Field(examples=["1000.00"])]
    currency: str


class Page(BaseModel, Generic[Item]):
    items: list[Item]
    next_cursor: str | None
    total: Annotated[int, Field(description="Only with ?total=true")] = 0
