"""The sequences as their page shows them: how many go through each, and how many answered."""

from functools import cached_property
from typing import NamedTuple

from django.db.models import Count, Q

from vedu.foundation.people.user import User
from vedu.insight.win_rate import WinRate
from vedu.sales.sequences.enrolment import RUNNING, Enrolment
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.stop import ANSWERED
from vedu.web.sequences.step_words import StepWords, step_words
from vedu.web.shell.share_bar import ShareBar

# Fewer say nothing that a person could use.
FEWEST = 10


class SequenceRow(NamedTuple):
    pk: int
    name: str
    about: str
    segment: str
    steps: list[StepWords]
    running: int
    answered: ShareBar


class Listing:
    """Four queries."""

    def __init__(self, user: User) -> None:
        self.user = user

    @property
    def fewest(self) -> int:
        return FEWEST

    @cached_property
    def rows(self) -> list[SequenceRow]:
        return [self._row(one) for one in self._all if not one.is_retired]

    @property
    def retired(self) -> list[Sequence]:
        return [one for one in self._all if one.is_retired] if self.user.is_leading else []

    @cached_property
    def _all(self) -> list[Sequence]:
        return list(Sequence.objects.with_steps())

    @cached_property
    def _counts(self) -> dict[int, tuple[int, int, int]]:
        """Of all versions: running, over, answered."""
        answered = Q(stop__cause__in=ANSWERED)
        counts = {
            "running": Count("pk", filter=Q(state__in=RUNNING)),
            "over": Count("pk", filter=~Q(state__in=RUNNING)),
            "answered": Count("pk", filter=answered),
        }
        grouped = Enrolment.objects.order_by().values("version__sequence").annotate(**counts)
        rows = grouped.values_list("version__sequence", *counts)
        return {pk: (running, over, answered) for pk, running, over, answered in rows}

    def _row(self, one: Sequence) -> SequenceRow:
        running, over, answered = self._counts.get(one.pk, (0, 0, 0))
        return SequenceRow(
            pk=one.pk,
            name=one.name,
            about=one.about,
            segment=one.segment.name if one.segment else "",
            steps=step_words(one.version),
            running=running,
            answered=ShareBar.of(WinRate(answered, over), FEWEST),
        )
