"""Products that fit the needs of an inquiry, and what the client takes of them."""

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.inquiries.item import InquiryItem, ItemState
from vedu.sales.inquiries.step import Step
from vedu.sales.talk.fitting import fits_of
from vedu.sales.talk.need import Need

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal
    from vedu.sales.inquiries.inquiry import Inquiry

SHOWN, MOST_OF_ONE = 6, 100_000


class Offered(NamedTuple):
    """``score`` from 0 to 100 by the words of the needs; ``why`` is the benefit that answers them. 0 without one."""

    product: Product
    score: int
    why: str


def fitting(deal: "Deal", query: str = "", needs: Iterable[Need] | None = None) -> list[Offered]:
    """The best few for the needs; by ``query`` whatever the catalogue finds. At most seven queries."""
    if query.strip():
        found = Product.objects.offered().found_by(query)[:SHOWN]
        return [Offered(product, 0, "") for product in found]
    best: dict[int, Offered] = {}
    for need in fits_of(deal, SHOWN, needs=needs):
        for fit in need.fits:
            offered = Offered(fit.benefit.product, fit.score, fit.benefit.said)
            known = best.get(offered.product.pk)
            if known is None or known.score < offered.score:
                best[offered.product.pk] = offered
    ranked = sorted(best.values(), key=lambda one: (-one.score, one.product.pk))[:SHOWN]
    return ranked or [Offered(product, 0, "") for product in Product.objects.offered()[:SHOWN]]


def pick(inquiry: "Inquiry", quantities: Mapping[Product, int], *, by: User, at: datetime | None) -> None:
    """See Inquiry.pick."""
    deal = inquiry.require_work(by)
    known = require_takeable(inquiry, quantities)
    with transaction.atomic():
        for product, quantity in quantities.items():
            item = known.get(product.pk)
            if quantity:
                take(inquiry, deal, product, quantity, by=by, at=at)
            elif item is not None:
                _put_back(deal, item, by=by, at=at)
        name_by_goods(inquiry, deal, by, at)
        inquiry.go_on(Step.EXTRA, by=by, at=at)


def require_takeable(inquiry: "Inquiry", quantities: Mapping[Product, int]) -> dict[int, InquiryItem]:
    """What stands in the inquiry already, by product. Raises Invalid and Refused for what cannot come to it."""
    known = {item.product_id: item for item in InquiryItem.objects.filter(inquiry=inquiry).select_related("product")}
    _require_countable(quantities)
    _require_one_currency(known, quantities)
    return known


def take(
    inquiry: "Inquiry",
    deal: "Deal",
    product: Product,
    quantity: int,
    *,
    by: User,
    at: datetime | None,
    is_extra: bool = False,
    state: str = ItemState.TAKEN,
) -> InquiryItem:
    """At the list price of today. Refused for a product that is sold no more."""
    if state == ItemState.TAKEN:
        DealProduct.note(deal, product, by=by, at=at)
    facts = {"quantity": quantity, "price": product.price, "currency": product.currency, "state": state, "by": by}
    item, _new = InquiryItem.objects.update_or_create(
        inquiry=inquiry,
        product=product,
        defaults=facts,
        create_defaults={**facts, "is_extra": is_extra, "at": at or timezone.now()},
    )
    return item


def _put_back(deal: "Deal", item: InquiryItem, *, by: User, at: datetime | None) -> None:
    noted = DealProduct.objects.to_present().filter(deal=deal, product=item.product_id).first()
    if noted is not None:
        noted.deal, noted.product = deal, item.product
        noted.drop(by=by, at=at)
    item.delete()


def name_by_goods(inquiry: "Inquiry", deal: "Deal", by: User, at: datetime | None) -> None:
    """The deal is called by what is taken, as long as nobody sees more in it."""
    names = [
        item.product.name for item in InquiryItem.objects.taken().filter(inquiry=inquiry).select_related("product")
    ]
    if names:
        deal.describe(by=by, at=at, name=", ".join(names)[:255])


def _require_countable(quantities: Mapping[Product, int]) -> None:
    if any(not 0 <= quantity <= MOST_OF_ONE for quantity in quantities.values()):
        raise invalid("quantity", "quantity-wrong", _("Enter how many: a whole number from 0 to 100,000."))


def _require_one_currency(known: Mapping[int, InquiryItem], quantities: Mapping[Product, int]) -> None:
    given = {product.pk for product in quantities}
    stay = {item.currency for pk, item in known.items() if pk not in given and item.state == ItemState.TAKEN}
    if len(stay | {product.currency for product, quantity in quantities.items() if quantity}) > 1:
        raise Refused(Reason("currencies-mixed", _("One order is in one currency: put the other products back first.")))
