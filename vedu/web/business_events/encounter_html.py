"""Encounters as HTML, by the template business_events/_encounter.html."""

from collections.abc import Iterable
from functools import lru_cache
from html import escape
from typing import NamedTuple

from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.web.business_events.encounter_row import Row
from vedu.web.shell.address import address_of
from vedu.web.shell.as_format import as_format, mark
from vedu.web.shell.person import person_markup
from vedu.web.visits.reaching import Dialled

NO_PHONE = Dialled("", "", is_closed=False)
MARKS = (
    *("pk", "name", "person", "note", "why", "offer", "disc", "assignee"),
    *("client_url", "mark_url", "edit_url", "phone_url", "phone"),
)


class Shape(NamedTuple):
    """Which of many rows it is. ``phone``: "open", "closed" (asked not to be called), "typed" or ""."""

    in_base: bool
    is_new: bool
    is_planned: bool
    has_person: bool
    has_note: bool
    has_why: bool
    has_offer: bool
    phone: str
    may_mark: bool
    may_edit: bool
    is_open: bool


def encounters_html(rows: Iterable[Row]) -> SafeString:
    language = get_language() or "en"
    return mark_safe("".join([_filled(row, language) for row in rows]))  # noqa: S308 _filled escapes what people typed


def _filled(row: Row, language: str) -> str:
    seen, phone, person = row.seen, row.phone or NO_PHONE, row.seen.person
    return _format(_shape(row, person), language) % {
        "pk": seen.pk,
        "name": escape(seen.name),
        "person": escape(person),
        "note": escape(seen.note),
        "why": escape(seen.why),
        "offer": escape(seen.offer),
        "disc": person_markup(seen.assignee, seen.assignee_id, decorative=True),
        "assignee": escape(seen.assignee),
        "client_url": address_of("clients:card", seen.client_id) if seen.client_id else "",
        "mark_url": address_of("business_events:encounter", seen.pk),
        "edit_url": address_of("business_events:encounter_edit", seen.pk),
        "phone_url": escape(phone.url),
        "phone": escape(phone.text or seen.phone),
    }


def _shape(row: Row, person: str) -> Shape:
    seen = row.seen
    return Shape(
        in_base=seen.client_id is not None,
        is_new=seen.is_new_client,
        is_planned=seen.is_planned,
        has_person=bool(person),
        has_note=bool(seen.note),
        has_why=bool(seen.why),
        has_offer=bool(seen.offer),
        phone=_phone_of(row),
        may_mark=row.may_work and row.has_begun and seen.result != EncounterResult.MET,
        may_edit=row.may_work and seen.is_open,
        is_open=seen.is_open,
    )


def _phone_of(row: Row) -> str:
    if row.phone:
        return "closed" if row.phone.is_closed else "open"
    return "typed" if row.seen.phone and row.seen.client_id is None else ""


@lru_cache(maxsize=512)
def _format(shape: Shape, language: str) -> str:
    """The template for rows of this shape."""
    row = {name: mark(name) for name in MARKS}
    context = {"row": row, "shape": shape}
    return as_format("business_events/_encounter.html", context, language, keeps_spaces=True)
