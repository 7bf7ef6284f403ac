"""A sequence with what has come of it: a funnel of its steps, what stopped it, who goes through it now."""

from functools import cached_property
from typing import NamedTuple

from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.foundation.values.moments import moment_text
from vedu.insight.win_rate import WinRate
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.statistics import SequenceCounts, counts_of
from vedu.web.sequences.listing import FEWEST
from vedu.web.sequences.step_words import StepWords, step_words
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock
from vedu.web.shell.share_bar import ShareBar

MOST_SHOWN = 50
WHOLE = 100


class StepRow(NamedTuple):
    """``percent`` of those who began came so far."""

    words: StepWords
    made: int
    planned: int
    percent: int
    answered: ShareBar


class StopRow(NamedTuple):
    cause: str
    number: int
    percent: int


class EnrolmentRow(NamedTuple):
    pk: int
    url: str
    client: str
    contact: str
    assignee: str
    when: str
    is_paused: bool
    may_work: bool


class Card:
    """Eight queries."""

    def __init__(self, sequence: Sequence, user: User, clock: Clock) -> None:
        self.sequence, self.user, self.clock = sequence, user, clock

    @cached_property
    def counts(self) -> SequenceCounts:
        return counts_of(self.sequence.version)

    @property
    def fewest(self) -> int:
        return FEWEST

    @property
    def steps(self) -> list[StepRow]:
        begun = self.counts.begun
        return [
            StepRow(words, one.made, one.planned, _percent(one.made, begun), _share(one.answered, one.made))
            for words, one in zip(step_words(self.sequence.version), self.counts.steps, strict=True)
        ]

    @property
    def stops(self) -> list[StopRow]:
        most = max((count for _cause, count in self.counts.stops), default=0)
        return [StopRow(str(cause.label), count, _percent(count, most)) for cause, count in self.counts.stops]

    @cached_property
    def segments(self) -> list[Segment]:
        """Whom it may be begun with; the hinted one first."""
        hinted = self.sequence.segment_id
        return sorted(Segment.objects.all(), key=lambda one: (one.pk != hinted, one.name))

    @cached_property
    def running(self) -> list[EnrolmentRow]:
        seen = Enrolment.objects.running().visible_to(self.user).filter(version__sequence=self.sequence)
        rows = seen.select_related("client", "contact", "assignee").order_by("next_at", "pk")
        return [self._row(one) for one in rows[:MOST_SHOWN]]

    def _row(self, one: Enrolment) -> EnrolmentRow:
        clock, is_paused = self.clock, one.state == EnrolmentState.PAUSED
        when = moment_text(one.next_at, clock.now, clock.zone, language=clock.language) if one.next_at else ""
        return EnrolmentRow(
            pk=one.pk,
            url=address_of("clients:card", one.client_id),
            client=one.client.name,
            contact=one.contact.name if one.contact else "",
            assignee=one.assignee.name,
            when="" if is_paused else when,
            is_paused=is_paused,
            may_work=self.user.may_work_for(one.assignee_id),
        )


def _share(answered: int, made: int) -> ShareBar:
    """An answer to the last step is counted with it, so there may not be more of them than steps."""
    return ShareBar.of(WinRate(min(answered, made), made), FEWEST)


def _percent(part: int, whole: int) -> int:
    return min(WHOLE, WHOLE * part // whole) if whole else 0
