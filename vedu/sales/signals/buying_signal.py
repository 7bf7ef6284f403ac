"""A signal of the checklist with its weight (TALK-5): data, which a head keeps."""

from typing import Self

from django.db import models
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.refusal import invalid, require_short
from vedu.foundation.retirable import Retirable, RetirableRows

LONGEST_NAME, MOST_WEIGHT = 120, 90


class BuyingSignals(RetirableRows["BuyingSignal"]):
    pass


class BuyingSignal(Retirable):
    """``weight`` in per cent, 1 to 90: how far this signal alone says that the client will buy. A mark keeps the weight
    of its day."""

    name = models.CharField(max_length=LONGEST_NAME)
    weight = models.PositiveSmallIntegerField()
    preset = models.CharField(max_length=20, blank=True)
    position = models.PositiveSmallIntegerField(default=0)

    objects = BuyingSignals.as_manager()

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["preset"], condition=~models.Q(preset=""), name="one_signal_of_a_preset")
        ]

    def __str__(self) -> str:
        return self.name

    @classmethod
    def add(cls, name: str, weight: int, *, by: User) -> Self:
        """For heads. Raises Invalid."""
        by.require_leading()
        signal = cls(position=cls.objects.count())
        signal._take(name, weight)
        signal.save()
        tell("buying_signal.added", by=by, signal=signal.pk, name=signal.name, weight=weight)
        return signal

    def change(self, name: str, weight: int, *, by: User) -> None:
        """From the next mark on; marks that stand keep their weight."""
        by.require_leading()
        before = {"name": self.name, "weight": self.weight}
        self._take(name, weight)
        if before != {"name": self.name, "weight": self.weight}:
            self.save(update_fields=["name", "weight"])
            tell("buying_signal.changed", by=by, signal=self.pk, name=self.name, weight=weight, before=before)

    def tell_retired(self, *, by: User) -> None:
        tell("buying_signal.retired", by=by, signal=self.pk, name=self.name, retired=self.is_retired)

    def _take(self, name: str, weight: int) -> None:
        name = " ".join(name.split())
        if not name:
            raise invalid("name", "name-needed", _("Say what the client does when he is about to buy."))
        require_short("name", name, LONGEST_NAME)
        if not 1 <= weight <= MOST_WEIGHT:
            raise invalid("weight", "weight-wrong", _("The weight of a signal is from 1 to 90 per cent."))
        self.name, self.weight = name, weight
