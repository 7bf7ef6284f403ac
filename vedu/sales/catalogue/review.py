"""What is known of a product grows old: it is read again after an interval, by who answers for it (TALK-3)."""

from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING

from django.db import models, transaction
from django.utils import timezone

from vedu.foundation.events import tell
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User

if TYPE_CHECKING:
    from vedu.sales.catalogue.product import Product


class ProductReview(models.Model):
    """Somebody read it all and it was right, or was put right, on that day."""

    product = models.ForeignKey("sales.Product", on_delete=models.CASCADE, related_name="reviews")
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    note = models.CharField(max_length=500, blank=True)

    class Meta:
        ordering = ["-at", "-pk"]

    def __str__(self) -> str:
        return f"{self.product_id} at {self.at:%Y-%m-%d}"


def confirm(product: "Product", *, by: User, note: str = "", at: datetime | None = None) -> ProductReview:
    """See Product.confirm_review."""
    by.require_leading()
    at = at or timezone.now()
    with transaction.atomic():
        record = ProductReview.objects.create(product=product, at=at, by=by, note=note.strip()[:500])
        product.reviewed_at = at
        follow(product)
        product.save(update_fields=["reviewed_at", "review_due_on"])
        tell("product.reviewed", by=by, at=at, product=product.pk, name=product.name, note=record.note)
    return record


def follow(product: "Product") -> None:
    """The day of the next review; the caller saves."""
    if product.review_days is None:
        product.review_due_on = None
    else:
        last = product.reviewed_at or product.created_at
        product.review_due_on = day_of(last) + timedelta(days=product.review_days)


def day_of(at: datetime) -> date:
    """By the clock of the installation."""
    return local_day(at)
