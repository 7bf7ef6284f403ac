"""Pages of a list by keyset: a cursor says after which row to go on, so that the thousandth page costs as the first."""

import json
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Callable, Sequence
from typing import Annotated, Any, ClassVar, TypeVar

from django.core.exceptions import ValidationError
from django.db.models import Model, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _
from pydantic import BaseModel, Field

from vedu.api.answer import Json, answer, plain
from vedu.api.parser import read_json
from vedu.foundation.refusal import Invalid, invalid

USUAL, MOST = 50, 200
NEWEST = ("-id",)
M = TypeVar("M", bound=Model)
R = TypeVar("R")


class Paging(BaseModel):
    """What every list understands."""

    limit: Annotated[int, Field(ge=1, le=MOST, description="How many items at most")] = USUAL
    cursor: Annotated[str | None, Field(description="next_cursor of the page before")] = None
    total: Annotated[bool, Field(description="Count all items that fit")] = False

    # Parameter -> where the column is.
    lookups: ClassVar[dict[str, str]] = {}

    def narrow(self, rows: "QuerySet[M, R]") -> "QuerySet[M, R]":
        """Only what the parameters that were given let through."""
        given = {lookup: getattr(self, name) for name, lookup in self.lookups.items()}
        return rows.filter(**{lookup: value for lookup, value in given.items() if value is not None})


def page(
    request: HttpRequest,
    paging: Paging,
    rows: "QuerySet[M, R]",
    shape: Callable[[Sequence[R]], list[Json]],
    order: tuple[str, ...] = NEWEST,
) -> HttpResponse:
    """One page of ``rows``. ``order`` ends with the id, so that no two rows are equal."""
    _require_known(request, paging)
    narrowed = paging.narrow(rows).order_by(*order)
    after = narrowed.filter(_after(rows.model, order, paging.cursor)) if paging.cursor else narrowed
    found = list(after[: paging.limit + 1])
    shown = found[: paging.limit]
    cursor = _cursor(shown[-1], order) if len(found) > paging.limit else None
    body: Json = {"items": shape(shown), "next_cursor": cursor}
    if paging.total:
        body["total"] = narrowed.order_by().count()
    return answer(body)


def each(shape: Callable[[Any], Json]) -> Callable[[Sequence[Any]], list[Json]]:
    """A shape of one row as a shape of many."""
    return lambda rows: [shape(row) for row in rows]


def _require_known(request: HttpRequest, paging: Paging) -> None:
    """A misspelt filter would answer with everything."""
    for name in request.GET:
        if name not in type(paging).model_fields:
            raise invalid(name, "unknown-field", _("There is no such parameter here."))


def _cursor(row: Any, order: tuple[str, ...]) -> str:
    names = [name.lstrip("-") for name in order]
    place = [row[name] if isinstance(row, dict) else getattr(row, name) for name in names]
    return urlsafe_b64encode(json.dumps(place, default=plain).encode()).decode().rstrip("=")


def _after(model: type[Model], order: tuple[str, ...], cursor: str) -> Q:
    """Rows behind the cursor's: (a, b) > (x, y), written so that an index on the first column serves it."""
    first, *rest = zip(order, _place(model, order, cursor), strict=True)
    if not rest:
        return Q(**{_beyond(first[0]): first[1]})
    (name, value), (last, identity) = first, rest[0]
    column = name.lstrip("-")
    within = Q(**{f"{_beyond(name)}e": value})
    return within & (Q(**{_beyond(name): value}) | Q(**{column: value, _beyond(last): identity}))


def _beyond(name: str) -> str:
    return f"{name[1:]}__lt" if name.startswith("-") else f"{name}__gt"


def _place(model: type[Model], order: tuple[str, ...], cursor: str) -> list[Any]:
    try:
        values = read_json(urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4)).decode())
        columns = [model._meta.get_field(name.lstrip("-")) for name in order]
        return [column.to_python(value) for column, value in zip(columns, values, strict=True)]  # type: ignore[union-attr]
    except (ValueError, TypeError, OverflowError, ValidationError):
        raise _wrong_cursor() from None


def _wrong_cursor() -> Invalid:
    return invalid("cursor", "cursor-wrong", _("This cursor is not of this list: start again without it."))
