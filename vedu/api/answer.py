"""How values look in JSON: moments in UTC with Z, money as text with its currency."""

import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

from django.http import HttpResponse
from django.utils.functional import Promise
from django.utils.translation import get_language

Json = dict[str, Any]


def answer(data: Any, status: int = 200) -> HttpResponse:
    """``data`` as JSON. Never kept by a cache: it is what this person may see now."""
    return respond(data, status, "application/json")


def respond(data: Any, status: int, content_type: str) -> HttpResponse:
    body = json.dumps(data, default=plain, ensure_ascii=False, separators=(",", ":"))
    headers = {"Cache-Control": "no-store", "Content-Language": get_language() or "en"}
    return HttpResponse(body.encode(), status=status, content_type=content_type, headers=headers)


def moment(at: datetime | None) -> str | None:
    """«2026-11-24T09:00:00Z»."""
    if at is None:
        return None
    return (at if at.tzinfo is UTC else at.astimezone(UTC)).isoformat()[:-6] + "Z"


def money(amount: Decimal, currency: str) -> Json:
    return {"amount": f"{amount:.2f}", "currency": currency}


def plain(value: object) -> object:
    """For the encoder: what JSON has no word for."""
    if isinstance(value, datetime):
        return moment(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal | Promise):
        return str(value)
    raise TypeError(f"{type(value).__name__} has no place in JSON")
