"""The extra offer: one thing that makes the purchase whole. What others took together comes first."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.db import transaction
from django.db.models import Count
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.sales.catalogue.product import Product
from vedu.sales.inquiries import selection
from vedu.sales.inquiries.item import InquiryItem, ItemState
from vedu.sales.inquiries.step import Step

if TYPE_CHECKING:
    from vedu.sales.inquiries.inquiry import Inquiry

SHOWN, LOOKED_AT = 3, 300


def going_with(inquiry: "Inquiry") -> list[Product]:
    """What goes with what is taken: by the last purchases of the same products, then of the same category. At most
    four queries, however many purchases there were."""
    items = list(InquiryItem.objects.filter(inquiry=inquiry).select_related("product"))
    taken = [item.product for item in items if item.state == ItemState.TAKEN]
    if not taken:
        return []
    named = [item.product_id for item in items]
    same = InquiryItem.objects.taken().filter(product__in=taken).exclude(inquiry=inquiry)
    orders = list(same.order_by("-pk").values_list("inquiry", flat=True)[:LOOKED_AT])
    together = InquiryItem.objects.taken().filter(inquiry__in=orders).exclude(product__in=named).order_by()
    counted = together.values_list("product").annotate(times=Count("pk")).order_by("-times", "product")[:SHOWN]
    best = [pk for pk, _times in counted]
    found = Product.objects.offered().in_bulk(best)
    products = [found[pk] for pk in best if pk in found]
    if len(products) < SHOWN:
        categories = {product.category_id for product in taken if product.category_id}
        like = Product.objects.offered().filter(category__in=categories).exclude(pk__in=[*named, *best])
        products += list(like[: SHOWN - len(products)])
    return products


def offer(
    inquiry: "Inquiry", product: Product, result: str, *, by: User, quantity: int, at: datetime | None
) -> InquiryItem:
    """See Inquiry.offer_extra."""
    deal = inquiry.require_work(by)
    if result not in ItemState.values:
        raise invalid("result", "unknown-word", _("Say whether he took it or refused."))
    selection.require_takeable(inquiry, {product: quantity if result == ItemState.TAKEN else 0})
    with transaction.atomic():
        item = selection.take(inquiry, deal, product, quantity, by=by, at=at, is_extra=True, state=result)
        selection.name_by_goods(inquiry, deal, by, at)
        facts = {"inquiry": inquiry.pk, "product": product.pk, "name": product.name, "result": item.state}
        deal.tell("inquiry.extra_offered", by=by, at=at, **facts)
        inquiry.go_on(Step.ORDER, by=by, at=at)
    return item
