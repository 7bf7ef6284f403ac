"""Order and payment: the sum by the list, the way of payment, the evidence for the gate."""

from datetime import datetime
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from django.db import models, transaction
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid
from vedu.foundation.values.money import Money
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.inquiries.item import InquiryItem
from vedu.sales.inquiries.step import Step

if TYPE_CHECKING:
    from vedu.sales.inquiries.inquiry import Inquiry


class PaymentWay(models.TextChoices):
    CARD = "card", pgettext_lazy("way of payment", "By card")
    CASH = "cash", pgettext_lazy("way of payment", "In cash")
    TRANSFER = "transfer", pgettext_lazy("way of payment", "By the fast payment system")
    INVOICE = "invoice", pgettext_lazy("way of payment", "By invoice")


def ordered(inquiry: "Inquiry") -> Money:
    """See Inquiry.ordered."""
    sums = [item.sum for item in InquiryItem.objects.taken().filter(inquiry=inquiry)]
    currency = inquiry.deal.currency if inquiry.deal else "RUB"
    return Money.total(sums, currency).rounded()


def order(inquiry: "Inquiry", *, by: User, amount: Decimal | None, at: datetime | None) -> None:
    """See Inquiry.order."""
    deal = inquiry.require_work(by)
    by_list = ordered(inquiry)
    facts: dict[str, Any] = {"amount": by_list.amount if amount is None else amount, "currency": by_list.currency}
    with transaction.atomic():
        deal.describe(by=by, at=at, **facts)
        inquiry.go_on(Step.ORDER, by=by, at=at)


def pay(inquiry: "Inquiry", way: str, *, by: User, at: datetime | None) -> None:
    """See Inquiry.pay. Paid twice, it is written down once."""
    deal = inquiry.require_work(by)
    if way not in PaymentWay.values:
        raise invalid("way", "unknown-word", _("Choose how the client paid."))
    with transaction.atomic():
        if not deal.evidence.filter(kind=EvidenceKind.PAID).exists():
            deal.record_evidence(EvidenceKind.PAID, by=by, note=f"{PaymentWay(way).label}, {deal.value}", at=at)
        inquiry.go_on(Step.FAREWELL, by=by, at=at)
