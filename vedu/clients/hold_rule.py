"""OWN-3: how many days a client without an open deal stays with his owner, by segment."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db import models, transaction
from django.utils.translation import gettext as _

from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid

MOST_DAYS = 3650


class Hold(NamedTuple):
    """``days`` None: clients of the segment never go back by themselves. ``segment`` None: all the others."""

    segment: Segment | None
    days: int | None


class HoldRule(models.Model):
    """The first rule whose segment a client belongs to decides. Without any rule nobody goes back."""

    position = models.PositiveSmallIntegerField(unique=True)
    segment = models.ForeignKey(Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    days = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.segment or '*'}: {self.days}"

    @classmethod
    def decide(cls, holds: Sequence[Hold], *, by: User | None) -> None:
        """All rules at once, in their order; for those who run the whole company. Raises Invalid."""
        if by is not None and by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator sets how long clients are held.")
            raise NotAllowed(Reason("holds-not-yours", sentence))
        for hold in holds:
            _require_sensible(hold)
        with transaction.atomic():
            cls.objects.all().delete()
            HoldRule.objects.bulk_create(
                HoldRule(position=position, segment=hold.segment, days=hold.days) for position, hold in enumerate(holds)
            )
            tell("holds.decided", by=by, rules=[[hold.segment and hold.segment.name, hold.days] for hold in holds])


def _require_sensible(hold: Hold) -> None:
    if hold.days is not None and not 1 <= hold.days <= MOST_DAYS:
        raise invalid("days", "days-wrong", _("A client is held for 1 to 3650 days; leave it empty for ever."))
