"""Products as the counter shows them: what fits with the reason why, what goes with it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.values.money_text import money_text
from vedu.sales.catalogue.product import Product
from vedu.sales.inquiries.extra_offer import going_with
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.item import InquiryItem, ItemState
from vedu.sales.inquiries.selection import Offered, fitting
from vedu.sales.talk.need import Need


class ProductRow(NamedTuple):
    """``key`` is the digit that leads into the field of its quantity; "" for the tenth and after."""

    pk: int
    key: str
    name: str
    price: str
    why: str
    percent: int
    quantity: str


class ExtraRow(NamedTuple):
    pk: int
    name: str
    price: str
    take_key: int
    refuse_key: int


def product_rows(
    inquiry: Inquiry,
    items: Sequence[InquiryItem],
    needs: Sequence[Need],
    *,
    query: str,
    typed: Mapping[str, str],
    language: str,
) -> list[ProductRow]:
    """What is taken already comes first, so that a number can be corrected."""
    assert inquiry.deal is not None
    taken = {one.product_id: one for one in items if one.state == ItemState.TAKEN and not one.is_extra}
    shown = [Offered(one.product, 0, "") for one in taken.values()]
    shown += [one for one in fitting(inquiry.deal, query, needs) if one.product.pk not in taken]
    rows = []
    for place, one in enumerate(shown, 1):
        pk = one.product.pk
        quantity = typed.get(f"quantity-{pk}") or (str(taken[pk].quantity) if pk in taken else "")
        key = str(place) if place < 10 else ""
        rows.append(
            ProductRow(pk, key, one.product.name, price_text(one.product, language), one.why, one.score, quantity)
        )
    return rows


def extra_rows(inquiry: Inquiry, language: str) -> list[ExtraRow]:
    return [
        ExtraRow(product.pk, product.name, price_text(product, language), number * 2 + 1, number * 2 + 2)
        for number, product in enumerate(going_with(inquiry))
    ]


def price_text(product: Product, language: str) -> str:
    if product.price is None:
        return _("price on request")
    price = money_text(product.price, product.currency, language)
    return f"{price} / {product.unit}" if product.unit else price
