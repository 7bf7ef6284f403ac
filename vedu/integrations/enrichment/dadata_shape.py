"""Reads a company out of an answer in DaData's published shape (russia.md, "DaData")."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any

from vedu.clients.client import ClientKind
from vedu.integrations.enrichment.party import PartyFacts, PartyStatus
from vedu.integrations.enrichment.provider import Unanswered

Shape = Mapping[str, Any]


def party_in(answer: object) -> PartyFacts | None:
    """The first suggestion; None when there is none. Raises Unanswered for any other shape."""
    suggestions = answer.get("suggestions") if isinstance(answer, Mapping) else None
    if not isinstance(suggestions, list):
        raise Unanswered("answer-unreadable", "no suggestions")
    if not suggestions:
        return None
    try:
        return party_of(suggestions[0])
    except (AttributeError, KeyError, TypeError, ValueError, OverflowError, OSError) as error:
        raise Unanswered("answer-unreadable", str(error)) from error


def party_of(suggestion: Shape) -> PartyFacts:
    data: Shape = suggestion["data"]
    name, head, place = _part(data, "name"), _part(data, "management"), _part(data, "address")
    state, parts = _part(data, "state"), _part(place, "data")
    status = _text(state, "status") or PartyStatus.ACTIVE
    return PartyFacts(
        inn=str(data["inn"]),
        kpp=_text(data, "kpp"),
        ogrn=_text(data, "ogrn"),
        kind=ClientKind.ENTREPRENEUR.value if data.get("type") == "INDIVIDUAL" else ClientKind.COMPANY.value,
        name=(_text(name, "short_with_opf") or _text(suggestion, "value"))[:255],
        legal_name=(_text(name, "full_with_opf") or _text(name, "short_with_opf"))[:500],
        head_name=_text(head, "name"),
        head_post=_text(head, "post"),
        okved=_text(data, "okved"),
        address=(_text(place, "unrestricted_value") or _text(place, "value"))[:500],
        city=(_text(parts, "city") or _text(parts, "settlement"))[:120],
        region=_text(parts, "region_kladr_id")[:2] or _text(data, "kpp")[:2],
        status=status,
        status_on=_day(state, "liquidation_date") or _day(state, "actuality_date"),
    )


def _part(data: Shape, name: str) -> Shape:
    """What is not known comes as null."""
    return data.get(name) or {}


def _text(data: Shape, name: str) -> str:
    value = data.get(name)
    return " ".join(str(value).split()) if value is not None else ""


def _day(state: Shape, name: str) -> date | None:
    """Milliseconds since 1970."""
    value = state.get(name)
    return datetime.fromtimestamp(int(value) / 1000, UTC).date() if value is not None else None
