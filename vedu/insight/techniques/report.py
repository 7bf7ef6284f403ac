"""What works among the deals that a person sees (TALK-7), from the counts of the last night."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from vedu.foundation.many_rows import chunked
from vedu.foundation.people.user import User
from vedu.foundation.prepared import PreparedObjects
from vedu.insight.techniques.comparison import Effect, Pair, Verdict, effect, verdicts
from vedu.insight.techniques.counted import NOTHING, Counted, counts_of
from vedu.insight.techniques.leading import NO_SCRIPT, latest_versions
from vedu.insight.techniques.technique_count import Subject
from vedu.insight.win_rate import WinRate
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.playbooks.script import Question
from vedu.sales.talk.argument import ArgumentFlag

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class Judged(Generic[Thing]):
    """A row of a table. ``effect`` is None where there are too few to judge."""

    thing: Thing
    counted: Counted
    effect: Effect | None
    verdict: Verdict


class Asked(NamedTuple):
    """A question of the latest version of a playbook."""

    playbook: Playbook
    question: Question


@dataclass(frozen=True, slots=True)
class Report:
    """``at``: when it was counted; None while no night has been yet."""

    at: datetime | None
    without_script: Counted
    techniques: list[Judged[Playbook]]
    questions: list[Judged[Asked]]
    arguments: list[Judged[Benefit]]
    flags: list[Judged[ArgumentFlag]]

    @property
    def is_empty(self) -> bool:
        return not (self.techniques or self.questions or self.arguments or self.flags)


def report_for(viewer: User, days: int, pipeline: int | None = None) -> Report:
    """``days`` is one of PERIODS; of all pipelines without ``pipeline``. Three queries."""
    at, counted = counts_of(viewer.visible_owner_ids(), days, pipeline)
    techniques = counted[Subject.TECHNIQUE]
    without = techniques.pop(NO_SCRIPT, Counted())
    versions = latest_versions({int(key) for key in techniques})
    for one in techniques.values():
        _set_against(one, without)
    return Report(
        at,
        without,
        judged({one.playbook: techniques[str(one.playbook_id)] for one in versions}),
        judged(_questions(versions, counted[Subject.QUESTION])),
        judged(_arguments(counted[Subject.ARGUMENT])),
        judged({ArgumentFlag(flag): one for flag, one in counted[Subject.FLAG].items()}),
    )


def judged(things: Mapping[Thing, Counted]) -> list[Judged[Thing]]:
    """The rows of a table: what differs for certain first, then what does not, then what is too rare."""
    effects = [effect(one.pairs.values()) for one in things.values()]
    rows = zip(things.items(), effects, verdicts(effects), strict=True)
    order = list(Verdict)
    return sorted(
        (Judged(thing, counted, found, verdict) for (thing, counted), found, verdict in rows),
        key=lambda row: (
            order.index(row.verdict),
            row.effect.chance if row.effect else 0,
            -row.counted.one.total,
        ),
    )


def together(one: WinRate, other: WinRate) -> WinRate:
    return WinRate(one.won + other.won, one.total + other.total)


def _set_against(one: Counted, without: Counted) -> None:
    """A technique is compared with the deals led without a script."""
    one.other = without.one
    nothing = Pair(NOTHING, NOTHING)
    one.pairs = {alike: Pair(pair.one, without.pairs.get(alike, nothing).one) for alike, pair in one.pairs.items()}


def _questions(versions: Sequence[PlaybookVersion], counted: Mapping[str, Counted]) -> dict[Asked, Counted]:
    """Those that nobody has ever asked tell nothing and are left out."""
    asked = {
        f"{one.playbook_id}:{question.key}": Asked(one.playbook, question)
        for one in versions
        for question in one.script.questions()
    }
    return {asked[key]: one for key, one in counted.items() if key in asked and one.one.total}


def _arguments(counted: Mapping[str, Counted]) -> dict[Benefit, Counted]:
    found = [one for ids in chunked(map(int, counted), AT_ONCE) for one in _BENEFITS.objects_in(ids)]
    return {one: counted[str(one.pk)] for one in sorted(found, key=lambda one: (one.position, one.pk))}


AT_ONCE = 64
_BENEFITS = PreparedObjects(lambda *ids: Benefit.objects.filter(pk__in=ids), ids=AT_ONCE, related=["product"])
