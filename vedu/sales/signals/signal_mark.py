"""A signal noticed on a deal: who saw it and when (TALK-5). Taken back, it stays as a record."""

from datetime import datetime
from typing import TYPE_CHECKING, Self

from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared_save import PreparedSave
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.readiness import strength_of

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


class SignalMarks(models.QuerySet["SignalMark"]):
    def standing(self) -> Self:
        return self.filter(unmarked_at=None)


class SignalMark(PreparedSave):
    """``weight`` is that of the signal on that day, in per cent."""

    deal = models.ForeignKey("sales.Deal", on_delete=models.CASCADE, related_name="signal_marks")
    signal = models.ForeignKey(BuyingSignal, on_delete=models.PROTECT, related_name="+")
    weight = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=timezone.now)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    unmarked_at = models.DateTimeField(null=True, blank=True)
    unmarked_by = models.ForeignKey(User, null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    objects = SignalMarks.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["deal", "signal"], condition=models.Q(unmarked_at=None), name="one_mark_of_a_signal"
            )
        ]

    def __str__(self) -> str:
        return f"{self.deal_id}: {self.signal_id}"

    @classmethod
    def mark(cls, deal: "Deal", signal: BuyingSignal, *, by: User, at: datetime | None = None) -> "SignalMark":
        """Seen. A signal seen again counts from now; the same click twice a day changes nothing.

        Raises Refused when the signal is not in use any more."""
        deal.require_work(by)
        if signal.is_retired:
            raise Refused(Reason("signal-retired", _("This signal is not in use any more: choose another.")))
        at = at or timezone.now()
        with transaction.atomic():
            _lock(deal)
            mark = cls.objects.standing().filter(deal=deal, signal=signal).first()
            if mark is not None and timezone.localdate(mark.at) >= timezone.localdate(at):
                return mark
            mark = mark or cls(deal=deal, signal=signal)
            mark.weight, mark.at, mark.by = signal.weight, at, by
            mark.save()
            _follow(deal, at)
            _tell("signal.marked", deal, signal, by=by, at=at)
        return mark

    @classmethod
    def unmark(cls, deal: "Deal", signal: BuyingSignal, *, by: User, at: datetime | None = None) -> None:
        """It was a mistake. Refused when it is not marked."""
        deal.require_work(by)
        at = at or timezone.now()
        with transaction.atomic():
            _lock(deal)
            standing = cls.objects.standing().filter(deal=deal, signal=signal)
            if not standing.update(unmarked_at=at, unmarked_by=by):
                raise Refused(Reason("signal-not-marked", _("This signal is not marked on the deal.")))
            _follow(deal, at)
            _tell("signal.unmarked", deal, signal, by=by, at=at)


def _lock(deal: "Deal") -> None:
    """Two clicks at once wait for each other, and the strength is that of all marks."""
    type(deal).objects.select_for_update().filter(pk=deal.pk).values_list("pk").get()


def _follow(deal: "Deal", at: datetime) -> None:
    """The deal keeps how strong its signals are now."""
    standing = list(SignalMark.objects.standing().filter(deal=deal).values_list("weight", "at"))
    deal.signal_strength = strength_of(standing, at) if standing else None
    deal.signals_at = at if standing else None
    deal.save(update_fields=["signal_strength", "signals_at"])


def _tell(kind: str, deal: "Deal", signal: BuyingSignal, *, by: User, at: datetime) -> None:
    tell(kind, by=by, client_id=deal.client_id, deal_id=deal.pk, at=at, signal=signal.pk, name=signal.name)
