"""What a person says of a product, as its columns."""

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid, require_short
from vedu.foundation.values.fold import fold
from vedu.foundation.values.money import Money

LONGEST_NAME, LONGEST_SKU, LONGEST_UNIT, LONGEST_TEXT = 255, 64, 20, 4000
MOST_DAYS = 1100  # three years
MOST_MONEY = Decimal(10) ** 14


def columns_of(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Only of the facts that are given. Raises Invalid."""
    columns: dict[str, Any] = {}
    for fact, value in facts.items():
        columns |= _COLUMNS[fact](value)
    return columns


def _name(value: str) -> dict[str, Any]:
    name = " ".join(value.split())
    if not fold(name):
        raise invalid("name", "name-empty", _("Name the product."))
    require_short("name", name, LONGEST_NAME)
    return {"name": name, "name_folded": fold(name)}


def _sku(value: str) -> dict[str, Any]:
    sku = " ".join(value.split())
    require_short("sku", sku, LONGEST_SKU)
    return {"sku": sku, "sku_folded": fold(sku)}


def _unit(value: str) -> dict[str, Any]:
    unit = value.strip()
    require_short("unit", unit, LONGEST_UNIT)
    return {"unit": unit}


def _about(value: str) -> dict[str, Any]:
    require_short("about", value, LONGEST_TEXT)
    return {"about": value.strip()}


def _price(value: Money | None) -> dict[str, Any]:
    if value is None:
        return {"price": None}
    if not 0 <= value.amount < MOST_MONEY:
        raise invalid("price", "price-wrong", _("A price is not negative and shorter than 15 digits."))
    return {"price": value.rounded().amount, "currency": value.currency}


def _responsible(value: User | None) -> dict[str, Any]:
    """He who answers for knowledge writes it (publishing.py), so it is one who may."""
    if value is not None and not (value.is_active and value.is_leading):
        sentence = _("%(name)s cannot change the catalogue: choose a head or an administrator.") % {"name": value.name}
        raise invalid("responsible", "responsible-unfit", sentence)
    return {"responsible_id": value.pk if value else None}


def _review_days(value: int | None) -> dict[str, Any]:
    if value is not None and not 1 <= value <= MOST_DAYS:
        raise invalid("review_days", "days-wrong", _("Review once in 1 to %(days)d days.") % {"days": MOST_DAYS})
    return {"review_days": value}


_COLUMNS: dict[str, Callable[[Any], dict[str, Any]]] = {
    "name": _name,
    "sku": _sku,
    "unit": _unit,
    "about": _about,
    "price": _price,
    "category": lambda value: {"category_id": value.pk if value else None},
    "responsible": _responsible,
    "review_days": _review_days,
}
