"""What the client takes: a product, how many, at the price of the list on that day. Price lists come with DOC-1."""

from decimal import Decimal
from typing import Self

from django.db import models
from django.utils import timezone
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.values.money import Money
from vedu.sales.catalogue.product import Product


class ItemState(models.TextChoices):
    TAKEN = "taken", pgettext_lazy("product of an inquiry", "taken")
    REFUSED = "refused", pgettext_lazy("product of an inquiry", "refused")


class InquiryItems(models.QuerySet["InquiryItem"]):
    def taken(self) -> Self:
        return self.filter(state=ItemState.TAKEN)


class InquiryItem(PreparedSave):
    """``is_extra``: we offered it to what he came for. ``price`` of one unit; empty where it has to be asked for."""

    inquiry = models.ForeignKey("sales.Inquiry", on_delete=models.CASCADE, related_name="items")
    product = models.ForeignKey(Product, on_delete=models.PROTECT, related_name="+")
    quantity = models.PositiveIntegerField(default=1)
    price = models.DecimalField(max_digits=16, decimal_places=2, null=True, blank=True)
    currency = models.CharField(max_length=3, default="RUB")
    is_extra = models.BooleanField(default=False)
    state = models.CharField(max_length=7, choices=ItemState, default=ItemState.TAKEN)
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")

    objects = InquiryItems.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [models.UniqueConstraint(fields=["inquiry", "product"], name="product_once_in_an_inquiry")]

    def __str__(self) -> str:
        return f"{self.quantity} × {self.product}"

    @property
    def sum(self) -> Money:
        return Money((self.price or Decimal(0)) * self.quantity, self.currency)
