"""How many minutes a day a seller may spend on the clients of a segment (DAY-3)."""

from collections.abc import Collection, Mapping, Sequence
from typing import NamedTuple, Self

from django.db import models, transaction
from django.utils.translation import gettext as _

from vedu.clients.segments.first import first_of
from vedu.clients.segments.segment import Segment
from vedu.foundation.events import tell
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.foundation.refusal import Invalid, Reason, Refused

# Longer than anybody's day: a budget above it would bind nobody.
MOST_MINUTES = 600


class SegmentBudget(NamedTuple):
    """``minutes`` a day for one seller; 0: none of them is planned."""

    segment: Segment
    minutes: int


class TimeBudget(models.Model):
    """A client belongs to the first budget whose segment he is in, by ``position``; the others are free of budgets."""

    position = models.PositiveSmallIntegerField(unique=True)
    segment = models.OneToOneField(Segment, on_delete=models.CASCADE, related_name="+")
    minutes = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["position"]

    def __str__(self) -> str:
        return f"{self.segment}: {self.minutes}"

    @classmethod
    def decide(cls, chosen: Sequence[tuple[Segment, int]], *, by: User | None) -> list[Self]:
        """All budgets at once, in their order; for heads. Raises Invalid with every number that cannot be right,
        Refused when two speak of one segment."""
        if by is not None:
            by.require_leading()
        wrong = [_wrong(place) for place, (_segment, minutes) in enumerate(chosen) if not 0 <= minutes <= MOST_MINUTES]
        if wrong:
            raise Invalid(*wrong)
        if len({segment.pk for segment, _minutes in chosen}) < len(chosen):
            sentence = _("Two budgets speak of one segment: leave one of them.")
            raise Refused(Reason("segment-twice", sentence))
        with transaction.atomic():
            before = [[one.segment.name, one.minutes] for one in kept_budgets()]
            cls.objects.all().delete()
            made = cls.objects.bulk_create(
                cls(position=position, segment=segment, minutes=minutes)
                for position, (segment, minutes) in enumerate(chosen)
            )
            budgets = [[segment.name, minutes] for segment, minutes in chosen]
            tell("time_budgets.decided", by=by, before=before, budgets=budgets)
        return made


def kept_budgets() -> list[SegmentBudget]:
    """In their order; one query."""
    return [SegmentBudget(one.segment, one.minutes) for one in _BUDGETS.objects()]


def budgets_of(client_ids: Collection[int], budgets: Sequence[SegmentBudget]) -> Mapping[int, SegmentBudget]:
    """By client, for those whom one of these budgets concerns; one query for a page's list, none without budgets."""
    places = first_of(client_ids, [one.segment for one in budgets])
    return {pk: budgets[place] for pk, place in places.items()}


def _wrong(place: int) -> Reason:
    sentence = _("Write a whole number from 0 to %(most)d.") % {"most": MOST_MINUTES}
    return Reason("number-wrong", sentence, {"field": f"budgets.{place}.minutes"})


_BUDGETS = PreparedObjects(lambda: TimeBudget.objects.order_by("position"), ids=0, related=["segment"])
