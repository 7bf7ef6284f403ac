"""What works among the deals that a person sees (TALK-7), from the counts of the last night."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Generic, NamedTuple, TypeVar

from vedu.foundation.people.user import User
from vedu.insight.techniques.comparison import Effect, Pair, Verdict, effect, verdicts
from vedu.insight.techniques.leading import NO_SCRIPT, latest_versions
from vedu.insight.techniques.technique_count import Subject, TechniqueCount
from vedu.insight.win_rate import WinRate
from vedu.sales.catalogue.knowledge import Benefit
from vedu.sales.playbooks.playbook import Playbook, PlaybookVersion
from vedu.sales.playbooks.script import Question
from vedu.sales.talk.argument import ArgumentFlag

NOTHING = WinRate(0, 0)
Alike = tuple[int, int, bool]
Thing = TypeVar("Thing")


@dataclass(slots=True)
class Counted:
    """Deals with it and without it, together and by strata (owner, pipeline, had the client bought before)."""

    one: WinRate = NOTHING
    other: WinRate = NOTHING
    convinced: WinRate = NOTHING
    pairs: dict[Alike, Pair] = field(default_factory=dict)
    cycles: Counter[int] = field(default_factory=Counter)

    @property
    def cycle(self) -> int | None:
        """The median of days from opening to winning."""
        half, passed = sum(self.cycles.values()) / 2, 0
        for days, count in sorted(self.cycles.items()):
            passed += count
            if passed >= half:
                return days
        return None


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
    at, counted = _counted(viewer.visible_owner_ids(), days, pipeline)
    techniques = dict(counted[Subject.TECHNIQUE])
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


def _counted(
    owners: Collection[int] | None, days: int, pipeline: int | None
) -> tuple[datetime | None, dict[str, dict[str, Counted]]]:
    """By subject and key. One query."""
    rows = TechniqueCount.objects.filter(days=days).order_by()
    rows = rows if owners is None else rows.filter(owner__in=owners)
    rows = rows if pipeline is None else rows.filter(pipeline=pipeline)
    columns = ("subject", "key", "owner", "pipeline", "bought_before")
    counts = ("won", "total", "rest_won", "rest_total", "convinced", "settled", "cycles", "at")
    found: dict[str, dict[str, Counted]] = defaultdict(lambda: defaultdict(Counted))
    at: datetime | None = None
    for subject, key, *alike, won, total, rest_won, rest, convinced, settled, cycles, at in rows.values_list(  # noqa: B007
        *columns, *counts
    ):
        one = found[subject][key]
        pair = Pair(WinRate(won, total), WinRate(rest_won, rest))
        one.pairs[alike[0], alike[1], alike[2]] = pair
        one.one, one.other = together(one.one, pair.one), together(one.other, pair.other)
        one.convinced = together(one.convinced, WinRate(convinced, settled))
        one.cycles.update(dict(cycles))
    return at, found


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
    benefits = Benefit.objects.filter(pk__in=map(int, counted)).select_related("product")
    return {one: counted[str(one.pk)] for one in benefits}
