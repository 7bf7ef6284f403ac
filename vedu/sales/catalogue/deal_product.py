"""A product that a deal is about, and when it was presented (TALK-3). Lines with quantity and price come with DOC-1."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.catalogue.product import Product

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal

MOST_PRODUCTS = 50


class DealProducts(models.QuerySet["DealProduct"]):
    def presented(self) -> Self:
        return self.filter(presented_at__isnull=False)

    def to_present(self) -> Self:
        return self.filter(presented_at=None)


class DealProduct(PreparedSave):
    """``presented_by`` recorded the presentation; ``override_reason`` is why a head let it pass without the check."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="products")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    noted_at = models.DateTimeField(default=timezone.now)
    noted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    presented_at = models.DateTimeField(null=True, blank=True)
    presented_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    override_reason = models.CharField(max_length=500, blank=True)

    objects = DealProducts.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["deal", "product"], name="product_once_on_a_deal")]

    def __str__(self) -> str:
        return f"{self.product} on {self.deal_id}"

    @classmethod
    def note(cls, deal: "Deal", product: Product, *, by: User, at: datetime | None = None) -> "DealProduct":
        """The client is interested in it; said twice, it stands once."""
        deal.require_work(by)
        known = cls.objects.filter(deal=deal, product=product).select_related("product").first()
        if known is not None:
            return known
        product.require_offered()
        if cls.objects.filter(deal=deal).count() >= MOST_PRODUCTS:
            raise Refused(Reason("too-many", _("There are 50 products on this deal already: take one off first.")))
        noted = cls.objects.create(deal=deal, product=product, noted_at=at or timezone.now(), noted_by=by)
        deal.tell("deal.product_noted", by=by, at=at, product=product.pk, name=product.name)
        return noted

    def drop(self, *, by: User, at: datetime | None = None) -> None:
        """The client wants it no more. What was presented stays on record."""
        self.deal.require_work(by)
        if self.presented_at is not None:
            sentence = _("“%(name)s” was presented already: it stays with the deal.") % {"name": self.product.name}
            raise Refused(Reason("already-presented", sentence))
        self.delete()
        self.deal.tell("deal.product_dropped", by=by, at=at, product=self.product_id, name=self.product.name)
