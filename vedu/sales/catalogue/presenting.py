"""Which products a presentation was about, and whether who made it knows them (TALK-3, override)."""

from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Missing, NotAllowed, Reason, invalid
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.readiness import not_ready

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def present(
    deal: "Deal", products: Sequence[Product] | None, *, by: User, override_reason: str, at: datetime
) -> list[Product]:
    """Writes down that these products were presented; None means all of the deal that were not yet. Call inside a
    transaction.

    Raises Missing with a reason for each product whose check ``by`` has not passed; one who manages the owner may let
    it pass with ``override_reason``."""
    shown = _chosen(deal, products)
    lacking = not_ready(by, shown)
    _require_knowing(deal, lacking, by=by, override_reason=override_reason)
    reason = override_reason.strip()[:500] if lacking else ""
    unready = {one.facts["product"] for one in lacking}
    for product in shown:
        noted, _new = DealProduct.objects.get_or_create(
            deal=deal, product=product, defaults={"noted_at": at, "noted_by": by}
        )
        if noted.presented_at is None:
            noted.presented_at, noted.presented_by = at, by
            noted.override_reason = reason if product.pk in unready else ""
            noted.save(update_fields=["presented_at", "presented_by", "override_reason"])
    return shown


def _chosen(deal: "Deal", products: Sequence[Product] | None) -> list[Product]:
    if products:
        return list(dict.fromkeys(products))
    waiting = [one.product for one in DealProduct.objects.to_present().filter(deal=deal).select_related("product")]
    if products is not None and waiting:
        raise invalid("products", "product-needed", _("Name at least one product that you presented."))
    return waiting


def _require_knowing(deal: "Deal", lacking: list[Reason], *, by: User, override_reason: str) -> None:
    if not lacking:
        return
    if not override_reason.strip():
        raise Missing(*lacking)
    if not by.manages(deal.owner_id):
        sentence = _("Only the head may let a product be presented without the check.")
        raise NotAllowed(Reason("head-only", sentence), *lacking)
