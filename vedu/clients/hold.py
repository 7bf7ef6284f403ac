"""OWN-3: since when a client without an open deal is held, and till when."""

from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING, Any

from django.db.models import Case, DateTimeField, Expression, F, Func, Value, When
from django.db.models.functions import Coalesce, Greatest

if TYPE_CHECKING:
    from vedu.clients.client import Client

# What begins it; not before the present owner came and the last deal was closed, so that a refusal does not take the
# client away on the same day.
BEGINNINGS = ("last_two_way_at", "last_purchase_at", "owner_since", "deals_closed_at")
LONG_AGO = datetime(1970, 1, 1, tzinfo=UTC)


def began_at(client: "Client") -> datetime | None:
    """The latest of the beginnings."""
    return max(filter(None, (getattr(client, column) for column in BEGINNINGS)), default=None)


def ends_at(client: "Client") -> datetime | None:
    """None while no rule counts. ``hold_until`` is a moment before which it does not end, whatever the facts say: a
    new rule gives time to warn, a promise on the calendar keeps the client till its day."""
    began = began_at(client)
    if client.hold_days is None or began is None:
        return None
    return max(filter(None, (began + timedelta(days=client.hold_days), client.hold_until)))


def end_in_base() -> Expression:
    """The same asked of the base; empty where nothing counts down."""
    began = Greatest(*[_known(column) for column in BEGINNINGS])
    ends = Greatest(DaysLater(began, F("hold_days"), output_field=DateTimeField()), _known("hold_until"))
    return Case(When(owner__isnull=False, open_deals=0, hold_days__isnull=False, then=ends), default=None)


def _known(column: str) -> Expression:
    return Coalesce(column, Value(LONG_AGO, output_field=DateTimeField()))


class DaysLater(Func):
    """A moment so many days on, in the database's own words: Django's would call Python for each row of SQLite."""

    arity = 2

    def as_sqlite(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:  # noqa: ARG002 as Django calls it
        """The fraction of a second stands apart, so that the moment keeps the form of a column."""
        (at, given), (days, number) = (compiler.compile(part) for part in self.get_source_expressions())
        sql = f"(datetime(substr({at}, 1, 19), '+' || {days} || ' days') || substr({at}, 20))"
        return sql, [*given, *number, *given]

    def as_postgresql(self, compiler: Any, connection: Any, **extra_context: Any) -> Any:
        template = "(%(expressions)s * interval '1 day')"
        return self.as_sql(compiler, connection, template=template, arg_joiner=" + ", **extra_context)
