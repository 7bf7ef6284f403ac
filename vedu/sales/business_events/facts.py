"""The facts of a business event as they are kept, and the moments that follow from them."""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from vedu.foundation.people.installation import day_start
from vedu.foundation.refusal import Invalid, Reason
from vedu.foundation.values.money import Money
from vedu.sales.business_events.event_kind import EventKind

if TYPE_CHECKING:
    from vedu.sales.business_events.business_event import BusinessEvent

LONGEST_NAME, LONGEST_PLACE, LONGEST_CITY = 120, 255, 120
USUAL_WINDOW, LONGEST_WINDOW = 90, 1095
LONGEST_DAYS = 60
COLUMNS = ("name", "kind", "place", "city", "starts_on", "ends_on", "cost", "currency", "goal", "window_days")


def columns_of(said: Mapping[str, Any], event: "BusinessEvent | None" = None) -> dict[str, Any]:
    """What was said as columns; ``event`` is what stands already. Raises Invalid with every fault at once."""
    columns = {name: _tidy(value) for name, value in said.items() if name in COLUMNS}
    if isinstance(said.get("cost"), Money):
        columns |= {"cost": said["cost"].amount, "currency": said["cost"].currency}
    elif "cost" in columns:
        del columns["cost"]
    _take_days(columns, event)
    faults = list(_faults(columns))
    if faults:
        raise Invalid(*faults)
    return columns


def follow(event: "BusinessEvent") -> None:
    """The moments between which a deal is opened that counts for the event, by the clock of the installation."""
    event.counts_from = day_start(event.starts_on)
    event.counts_until = day_start(event.ends_on + timedelta(days=1 + event.window_days))


def _tidy(value: Any) -> Any:
    return value.strip() if isinstance(value, str) else value


def _take_days(columns: dict[str, Any], event: "BusinessEvent | None") -> None:
    """A day of its own; without a last day it lasts one."""
    if "name" in columns:
        columns["name"] = " ".join((columns["name"] or "").split())
    starts = columns.get("starts_on", event.starts_on if event else None)
    if "starts_on" in columns or "ends_on" in columns:
        ends = columns.get("ends_on") or (event.ends_on if event and "ends_on" not in columns else None)
        columns |= {"starts_on": starts, "ends_on": ends or starts}


def _faults(columns: Mapping[str, Any]) -> Iterator[Reason]:
    checks: dict[str, Callable[[Any], Reason | None]] = {
        "name": _name_fault,
        "kind": _kind_fault,
        "cost": _cost_fault,
        "window_days": _window_fault,
    }
    for name, check in checks.items():
        if name in columns and (fault := check(columns[name])) is not None:
            yield fault
    for name, longest in (("place", LONGEST_PLACE), ("city", LONGEST_CITY)):
        if len(columns.get(name, "")) > longest:
            yield _fault(name, "too-long", _("Shorten it to %(number)d letters.") % {"number": longest})
    if "starts_on" in columns:
        yield from _day_faults(columns["starts_on"], columns["ends_on"])


def _name_fault(name: str) -> Reason | None:
    if not name:
        return _fault("name", "name-empty", _("Name the event."))
    if len(name) > LONGEST_NAME:
        return _fault("name", "too-long", _("Shorten it to %(number)d letters.") % {"number": LONGEST_NAME})
    return None


def _kind_fault(kind: str) -> Reason | None:
    if kind in EventKind.values:
        return None
    return _fault("kind", "unknown-word", _("Choose from the list what kind of event it is."))


def _cost_fault(cost: Any) -> Reason | None:
    return _fault("cost", "value-negative", _("A cost is not negative.")) if cost < 0 else None


def _window_fault(days: int | None) -> Reason | None:
    if days is not None and 0 <= days <= LONGEST_WINDOW:
        return None
    sentence = _("Deals count from 0 to %(number)d days after the event.") % {"number": LONGEST_WINDOW}
    return _fault("window_days", "window-wrong", sentence)


def _day_faults(starts: date | None, ends: date | None) -> Iterator[Reason]:
    if starts is None or ends is None:
        yield _fault("starts_on", "day-needed", _("Say on which day it begins."))
    elif ends < starts:
        yield _fault("ends_on", "days-reversed", _("It ends before it begins: check the days."))
    elif (ends - starts).days >= LONGEST_DAYS:
        yield _fault("ends_on", "too-many-days", _("Longer than two months: check the days."))


def _fault(field: str, code: str, sentence: str) -> Reason:
    return Reason(code, sentence, {"field": field})
