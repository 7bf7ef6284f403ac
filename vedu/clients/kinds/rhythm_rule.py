"""BASE-2, BASE-3: what is usual for clients of a segment, till each shows a rhythm of its own."""

from collections.abc import Collection, Mapping, Sequence
from datetime import datetime
from decimal import Decimal
from typing import NamedTuple

from django.core.validators import MinValueValidator
from django.db import models, transaction
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.kinds.rhythm import Usual
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid

MOST_DAYS = 3650
STRETCH = (Decimal(1), Decimal(9))


class Decided(NamedTuple):
    """``segment`` None: all the others. ``days`` None: as the clients of the segment buy, by their median."""

    segment: Segment | None
    days: int | None = None
    broken_after: Decimal = Usual().broken_after
    fallback_days: int = Usual().days


class RhythmRule(models.Model):
    """The first rule whose segment a client belongs to decides. ``median_days`` is reckoned every night;
    ``fallback_days`` counts while there is no median yet."""

    position = models.PositiveSmallIntegerField(unique=True)
    segment = models.ForeignKey(Segment, null=True, blank=True, on_delete=models.CASCADE, related_name="+")
    days = models.PositiveSmallIntegerField(null=True, blank=True)
    broken_after = models.DecimalField(
        max_digits=3, decimal_places=1, default=Usual().broken_after, validators=[MinValueValidator(STRETCH[0])]
    )
    fallback_days = models.PositiveSmallIntegerField(default=Usual().days)
    median_days = models.PositiveSmallIntegerField(null=True, blank=True, editable=False)

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.segment or '*'}: {self.days or self.median_days or self.fallback_days}"

    @classmethod
    def in_force(cls) -> "list[RhythmRule]":
        """In their order; the last one is always that of all the others."""
        rules = list(RhythmRule.objects.select_related("segment"))
        if not rules or rules[-1].segment is not None:
            rules.append(RhythmRule(position=len(rules)))
        return rules

    @classmethod
    def decide(cls, rules: Sequence[Decided], *, by: User | None) -> None:
        """All rules at once; for those who run the whole company. Medians follow in the night. Raises Invalid."""
        if by is not None and by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator sets the rhythm of purchases.")
            raise NotAllowed(Reason("rhythm-not-yours", sentence))
        for rule in rules:
            _require_sensible(rule)
        with transaction.atomic():
            cls.objects.all().delete()
            rows = [RhythmRule(position=position, **rule._asdict()) for position, rule in enumerate(rules)]
            RhythmRule.objects.bulk_create(rows)
            said = [[rule.segment and rule.segment.name, rule.days, str(rule.broken_after)] for rule in rules]
            tell("rhythms.decided", by=by, rules=said)

    def usual(self, others: "RhythmRule") -> Usual:
        """A head's word, else the median of the segment, else of the company, else the fall-back."""
        days = self.days or self.median_days or others.days or others.median_days or self.fallback_days
        return Usual(days, self.broken_after)


def usual_of(client_ids: Collection[int], at: datetime) -> Mapping[int, Usual]:
    """What counts for each of these clients: one query, and one more for each segment."""
    rules = RhythmRule.in_force()
    rest, found = set(client_ids), dict[int, Usual]()
    for rule in rules:
        mine = rest & _belonging(rule, rest, at)
        found.update(dict.fromkeys(mine, rule.usual(rules[-1])))
        rest -= mine
    return found


def _belonging(rule: RhythmRule, ids: set[int], at: datetime) -> set[int]:
    if rule.segment is None or not ids:
        return ids
    return set(Client.objects.filter(rule.segment.where(at), pk__in=ids).values_list("pk", flat=True))


def _require_sensible(rule: Decided) -> None:
    if not all(1 <= days <= MOST_DAYS for days in (rule.days, rule.fallback_days) if days is not None):
        raise invalid("days", "days-wrong", _("Clients buy once in 1 to 3650 days; leave it empty for the median."))
    if not STRETCH[0] <= rule.broken_after <= STRETCH[1]:
        raise invalid("broken_after", "stretch-wrong", _("A rhythm is broken after 1 to 9 intervals."))
