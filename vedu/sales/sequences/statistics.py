"""What has come of a sequence: step by step how many it reached, how many answered, what stopped it (CHAN-8)."""

from collections.abc import Mapping
from typing import NamedTuple

from django.db.models import Count, Q

from vedu.sales.sequences.enrolment import RUNNING, Enrolment, EnrolmentState, EnrolmentStep
from vedu.sales.sequences.sequence import SequenceStep, SequenceVersion
from vedu.sales.sequences.stop import ANSWERED, SequenceStop, StopCause


class StepCounts(NamedTuple):
    """``planned`` wait for their day, ``made`` had it, ``answered`` are those after whom the client was heard before
    the next."""

    step: SequenceStep
    planned: int
    made: int
    answered: int


class SequenceCounts(NamedTuple):
    """``stops`` by cause, the most frequent first."""

    begun: int
    running: int
    finished: int
    answered: int
    steps: list[StepCounts]
    stops: list[tuple[StopCause, int]]


def counts_of(version: SequenceVersion) -> SequenceCounts:
    """Of those who began by this version. Five queries, whatever their number."""
    states = _states(version)
    stops = SequenceStop.objects.filter(enrolment__version=version)
    causes = dict(stops.order_by().values_list("cause").annotate(Count("pk")))
    return SequenceCounts(
        begun=sum(states.values()),
        running=sum(states.get(state, 0) for state in RUNNING),
        finished=states.get(EnrolmentState.FINISHED, 0),
        answered=sum(causes.get(cause, 0) for cause in ANSWERED),
        steps=_steps(version, dict(_answered_after(version))),
        stops=[(StopCause(cause), count) for cause, count in sorted(causes.items(), key=lambda one: (-one[1], one[0]))],
    )


def _states(version: SequenceVersion) -> Mapping[str, int]:
    rows = Enrolment.objects.filter(version=version).order_by()
    return dict(rows.values_list("state").annotate(Count("pk")))


def _steps(version: SequenceVersion, answered: Mapping[int, int]) -> list[StepCounts]:
    taken = EnrolmentStep.objects.filter(step__version=version).order_by()
    waits = Q(done_at=None, enrolment__state__in=RUNNING)
    counts = {"made": Count("pk", filter=Q(done_at__isnull=False)), "planned": Count("pk", filter=waits)}
    rows = taken.values("step").annotate(**counts).values_list("step", *counts)
    known = {step: (done, planned) for step, done, planned in rows}
    return [
        StepCounts(step, planned, done, answered.get(step.pk, 0))
        for step in version.all_steps
        for done, planned in [known.get(step.pk, (0, 0))]
    ]


def _answered_after(version: SequenceVersion) -> list[tuple[int, int]]:
    stops = SequenceStop.objects.filter(enrolment__version=version, cause__in=ANSWERED, step__isnull=False)
    return list(stops.order_by().values_list("step").annotate(Count("pk")))
