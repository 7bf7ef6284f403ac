"""After how many working days the head is told of an overdue task (DAY-4)."""

from django.db import models
from django.utils.translation import gettext as _

from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid

ONLY, USUAL, MOST_DAYS = 1, 3, 60


class OverdueRule(models.Model):
    """One row at most; without it heads are told after three working days. ``head_days`` empty: never."""

    head_days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=ONLY), name="one_overdue_rule")]

    def __str__(self) -> str:
        return f"overdue: {self.head_days}"

    @classmethod
    def days(cls) -> int | None:
        """In force."""
        kept = cls.objects.first()
        return kept.head_days if kept else USUAL

    @classmethod
    def decide(cls, head_days: int | None, *, by: User) -> None:
        """For those who run the whole company. Raises NotAllowed, Invalid."""
        if by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator decides when heads are told.")
            raise NotAllowed(Reason("overdue-not-yours", sentence))
        if head_days is not None and not 1 <= head_days <= MOST_DAYS:
            raise invalid("head_days", "days-wrong", _("From 1 to 60 working days; leave it empty for never."))
        cls.objects.update_or_create(pk=ONLY, defaults={"head_days": head_days})
        tell("overdue.decided", by=by, head_days=head_days)
