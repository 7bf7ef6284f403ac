"""A deal that a person keeps at hand while he works on several at once (DAY-2)."""

from typing import Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.deals.deal import Deal

MOST_PINS = 7


class Pins(models.QuerySet["Pin"]):
    def of(self, user: User) -> Self:
        """His own, as far as he sees their deals still."""
        ids = user.visible_owner_ids()
        pins = self.filter(by=user)
        return pins if ids is None else pins.filter(deal__owner__in=ids)


class Pin(models.Model):
    deal = models.ForeignKey(Deal, on_delete=models.CASCADE, related_name="+")
    by = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    at = models.DateTimeField(default=timezone.now)

    objects = Pins.as_manager()

    class Meta:
        ordering = ["at", "pk"]
        constraints = [models.UniqueConstraint(fields=["by", "deal"], name="pin_once")]

    def __str__(self) -> str:
        return f"{self.by_id}: {self.deal_id}"

    @classmethod
    def put(cls, deal: Deal, *, by: User) -> "Pin":
        """At hand from now on; twice is once. Raises Refused when there are MOST_PINS already."""
        with transaction.atomic():
            pin, is_new = cls.objects.get_or_create(deal=deal, by=by)  # two presses at once are one
            if is_new and cls.objects.of(by).count() > MOST_PINS:
                sentence = _("%(count)d deals are pinned already: take one off first.") % {"count": MOST_PINS}
                raise Refused(Reason("too-many-pins", sentence))
            return pin

    @classmethod
    def take_off(cls, deal: Deal, *, by: User) -> None:
        """At hand no more."""
        cls.objects.filter(deal=deal, by=by).delete()
