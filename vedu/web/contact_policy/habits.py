"""By what and when a client likes to be reached: what was said, else what was learned, with how sure it is."""

from dataclasses import dataclass, field
from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.learning import FEWEST, Habit, Rate
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.contact_policy.said_hours import hours_text
from vedu.sales.contact_policy.words import channel_name
from vedu.web.clients.since import day_text
from vedu.web.deals.board.card import percent
from vedu.web.shell.clock import Clock


@dataclass(frozen=True, slots=True)
class RateRow:
    """Percents: ``low`` and ``high`` are the band of how sure it is."""

    name: str
    mean: int
    low: int
    high: int
    words: str


@dataclass(frozen=True, slots=True)
class Habits:
    """``said`` is "" where nothing was said by hand; ``learned`` are sentences, ``rates`` what they come from."""

    said: str = ""
    said_by: str = ""
    learned: list[str] = field(default_factory=list)
    rates: list[RateRow] = field(default_factory=list)


def habits_of(known: Known, clock: Clock) -> Habits:
    said, habit = known.said, known.habit
    return Habits(
        said=_said(said) if said else "",
        said_by=_said_by(said, clock.now) if said else "",
        learned=_learned(habit),
        rates=[_row(channel, rate, clock.language) for channel, rate in _tried(habit)],
    )


def _said(said: ContactPreference) -> str:
    parts = [channel_name(said.channel)] if said.channel else []
    return ", ".join([*parts, hours_text(said.hours)] if said.hours else parts)


def _said_by(said: ContactPreference, now: datetime) -> str:
    day = day_text(said.at, now)
    return f"{said.by.name}, {day}" if said.by else day


def _learned(habit: Habit) -> list[str]:
    sentences = []
    if habit.channel:
        words = {"channel": channel_name(habit.channel)}
        sentences.append(_("Answers best by this channel: %(channel)s.") % words)
    if habit.hours:
        sentences.append(_("Answers best at %(hours)s.") % {"hours": hours_text(habit.hours)})
    return sentences


def _tried(habit: Habit) -> list[tuple[str, Rate]]:
    enough = [(channel, rate) for channel, rate in habit.channels.items() if rate.attempts >= FEWEST]
    return sorted(enough, key=lambda one: -one[1].mean)


def _row(channel: str, rate: Rate, language: str) -> RateRow:
    low, mean, high = (round(100 * min(1.0, max(0.0, share))) for share in (rate.low, rate.mean, rate.high))
    words = ngettext(
        "answers about %(mean)s ± %(off)d, by %(count)d attempt",
        "answers about %(mean)s ± %(off)d, by %(count)d attempts",
        rate.attempts,
    )
    said = {"mean": percent(mean, language), "off": round(100 * rate.deviation), "count": rate.attempts}
    return RateRow(channel_name(channel), mean, low, high, words % said)
