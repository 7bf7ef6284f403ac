"""What a client was, from all that is known of its past: for bases that were there before the history was kept, and for
deals that come with an import. Plain reckoning, no database."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from itertools import groupby
from typing import Literal, NamedTuple

from vedu.clients.kinds.base_kind import BaseKind, Facts, Step, steps
from vedu.clients.kinds.lifecycle import Lifecycle, lifecycle_of
from vedu.clients.kinds.rhythm import Rhythm, Usual, rhythm_of
from vedu.foundation.people.installation import day_start


class Told(NamedTuple):
    """One fact: a talk, a deal opened, closed with nothing to tell, refused (with the day of return) or bought."""

    at: datetime
    what: Literal["talk", "open", "close", "refuse", "buy"]
    return_on: date | None = None


class Past(NamedTuple):
    """Steps of both kinds in the order of time, and the rhythm of today."""

    kinds: list[Step]
    stages: list[tuple[datetime, Lifecycle]]
    facts: Facts
    rhythm: Rhythm


def past_of(told: Iterable[Told], usual: Usual, now: datetime) -> Past:
    """Facts of one moment are taken together."""
    moments = [(at, list(facts)) for at, facts in groupby(sorted(told, key=_moment), key=_moment)]
    past, bought = Past([], [], Facts(), Rhythm()), list[datetime]()
    for place, (at, facts) in enumerate(moments):
        bought += [one.at for one in facts if one.what == "buy"]
        rhythm = rhythm_of(bought, usual) if bought and bought[-1] == at else past.rhythm
        past = past._replace(facts=_taken(past.facts, facts, rhythm), rhythm=rhythm)
        _add_kinds(past, at, moments[place + 1][0] if place + 1 < len(moments) else now)
        _add_stage(past, at, len(bought))
    return past


def _moment(one: Told) -> datetime:
    return one.at


def _taken(known: Facts, facts: Sequence[Told], rhythm: Rhythm) -> Facts:
    for one in facts:
        match one.what:
            case "talk":
                known = known._replace(talked_at=one.at)
            case "open":
                known = known._replace(open_deals=known.open_deals + 1)
            case "close":
                known = known._replace(open_deals=known.open_deals - 1)
            case "refuse":
                known = known._replace(refused_at=one.at, returns_at=_later(known.returns_at, one.return_on))
            case "buy":
                known = known._replace(bought_at=one.at, rhythm_ends_at=rhythm.rhythm_ends_at)
    return known


def _later(known: datetime | None, day: date | None) -> datetime | None:
    return max(filter(None, (known, day_start(day) if day else None)), default=None)


def _add_kinds(past: Past, at: datetime, till: datetime) -> None:
    before = past.kinds[-1][1] if past.kinds else BaseKind.COLD
    later = [moment for moment in past.facts.moments if at < moment < till]
    past.kinds.extend(steps(past.facts, before, [at, *later]))


def _add_stage(past: Past, at: datetime, purchases: int) -> None:
    before = past.stages[-1][1] if past.stages else Lifecycle.LEAD
    stage = lifecycle_of(purchases, past.rhythm.interval_days, past.rhythm.interval_spread)
    if stage != before:
        past.stages.append((at, stage))
