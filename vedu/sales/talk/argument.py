"""An argument for a need: which benefit was chosen, whether it was said and whether it convinced (TALK-2)."""

import re
from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused, invalid
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.catalogue.product import Product
from vedu.sales.talk.need import Need

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal

LONGEST_TEXT, MOST_ARGUMENTS = 2000, 100
# A sum with its currency, in whatever form a case gives it: «480 ₽», «12 тыс. руб.», "$100".
_PRICE = re.compile(
    r"[$€]\s?\d|\d[\d\s.,]*(?:тыс\.?|млн\.?)?\s*(?:₽|руб|р\.|\$|€|rub\b|rur\b|usd\b|eur\b)", re.IGNORECASE
)


class ArgumentResult(models.TextChoices):
    CHOSEN = "chosen", pgettext_lazy("argument", "to be said")
    SAID = "said", pgettext_lazy("argument", "said")
    CONVINCED = "convinced", pgettext_lazy("argument", "convinced")
    FAILED = "failed", pgettext_lazy("argument", "did not convince")


class ArgumentFlag(models.TextChoices):
    """What a head sees: «do not start with the price»."""

    NO_NEED = "no_need", pgettext_lazy("argument", "argument without a need")
    EARLY_PRICE = "early_price", pgettext_lazy("argument", "price before a confirmed need")


class DealArguments(models.QuerySet["DealArgument"]):
    def said(self) -> Self:
        return self.filter(used_at__isnull=False)


class DealArgument(PreparedSave):
    """``is_early_price``: a price was named while no need of the deal was confirmed; fixed when it is said."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="arguments")
    need = models.ForeignKey(Need, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    benefit = models.ForeignKey(Benefit, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    product = models.ForeignKey(Product, null=True, blank=True, on_delete=models.PROTECT, related_name="+")
    text = models.TextField()
    names_price = models.BooleanField(default=False)
    is_early_price = models.BooleanField(default=False)
    result = models.CharField(max_length=9, choices=ArgumentResult, default=ArgumentResult.CHOSEN)
    chosen_at = models.DateTimeField(default=timezone.now)
    chosen_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    used_at = models.DateTimeField(null=True, blank=True)
    used_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = DealArguments.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(fields=["deal", "need", "benefit"], name="argument_once_for_a_need"),
        ]

    def __str__(self) -> str:
        return self.text

    @property
    def flags(self) -> list[ArgumentFlag]:
        found = {ArgumentFlag.NO_NEED: self.need_id is None, ArgumentFlag.EARLY_PRICE: self.is_early_price}
        return [flag for flag, holds in found.items() if holds]

    @classmethod
    def choose(
        cls,
        deal: "Deal",
        *,
        by: User,
        need: Need | None = None,
        benefit: Benefit | None = None,
        product: Product | None = None,
        text: str = "",
        names_price: bool = False,
        at: datetime | None = None,
    ) -> "DealArgument":
        """The seller takes this benefit, or words of his own, for this need; without ``text`` the benefit speaks.

        An argument without a need is kept and flagged; so is a price before a confirmed need. Raises Invalid."""
        deal.require_work(by)
        text = text.strip() or (benefit.said if benefit else "")
        _require_sensible(deal, need, benefit, text)
        names_price = names_price or bool(_PRICE.search(text))
        argument = cls.objects.create(
            deal=deal,
            need=need,
            benefit=benefit,
            product=benefit.product if benefit else product,
            text=text,
            names_price=names_price,
            is_early_price=names_price and not _is_understood(deal),
            chosen_at=at or timezone.now(),
            chosen_by=by,
        )
        argument._tell("argument.chosen", by=by, at=at)
        return argument

    def use(self, *, by: User, result: str = ArgumentResult.SAID, at: datetime | None = None) -> None:
        """It was said, and what came of it; a later word on the result takes the place of the earlier."""
        self.deal.require_work(by)
        if result not in ArgumentResult.values or result == ArgumentResult.CHOSEN:
            raise invalid("result", "unknown-word", _("Choose what came of the argument."))
        if self.used_at is None:
            self.used_at, self.used_by = at or timezone.now(), by
            self.is_early_price = self.names_price and not _is_understood(self.deal)
        self.result = result
        self.save(update_fields=["used_at", "used_by", "is_early_price", "result"])
        self._tell("argument.used", by=by, at=at)

    def drop(self, *, by: User) -> None:
        """It will not be said. What was said stays on record."""
        self.deal.require_work(by)
        if self.used_at is not None:
            raise Refused(Reason("already-said", _("This argument was said already: it stays with the deal.")))
        self._tell("argument.dropped", by=by, at=None)
        self.delete()

    def _tell(self, kind: str, *, by: User, at: datetime | None) -> None:
        facts = {"text": self.text, "result": self.result, "flags": [flag.value for flag in self.flags]}
        self.deal.tell(kind, by=by, at=at, argument=self.pk, need=self.need_id, **facts)


def _is_understood(deal: "Deal") -> bool:
    """At least one need is confirmed: one may speak of the price."""
    return Need.objects.confirmed().filter(deal=deal).exists()


def _require_sensible(deal: "Deal", need: Need | None, benefit: Benefit | None, text: str) -> None:
    if need is not None and need.deal_id != deal.pk:
        raise invalid("need", "unknown-id", _("This need is not of this deal."))
    if not text:
        raise invalid("text", "words-needed", _("Choose an argument or write your own."))
    if len(text) > LONGEST_TEXT:
        raise invalid("text", "too-long", _("Shorten the argument: nobody listens to more than 2000 letters."))
    known = DealArgument.objects.filter(deal=deal)
    if benefit is not None and known.filter(need=need, benefit=benefit).exists():
        raise Refused(Reason("already-chosen", _("This argument is chosen for this need already.")))
    if known.count() >= MOST_ARGUMENTS:
        raise Refused(Reason("too-many", _("There are 100 arguments on this deal already.")))
