"""What the rules as typed would answer: sample moments by our clock in sample cities, in plain words."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from django.utils.functional import Promise
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from vedu.clients.channel import Channel
from vedu.foundation.people.calendar_day import changes
from vedu.foundation.values.moments import hour_text
from vedu.foundation.values.working_calendar import Changes
from vedu.sales.contact_policy.decision import Decision
from vedu.sales.contact_policy.history import History, Past
from vedu.sales.contact_policy.hours import Clock as TheirClock
from vedu.sales.contact_policy.policy import Whom, decide
from vedu.sales.contact_policy.rules import Rules
from vedu.sales.contact_policy.words import by_clock, sentence_of
from vedu.web.contact_policy.verdicts import ASKED, ICONS, verdict_word, when_text
from vedu.web.shell.clock import Clock
from vedu.web.shell.icons import icon_markup

TUESDAY, SATURDAY = 1, 5
# By the clock of who reads: weekday and hour.
MOMENTS = ((TUESDAY, time(9, 30)), (TUESDAY, time(18, 30)), (SATURDAY, time(12)))
CITIES: Sequence[tuple[str | Promise, str]] = (
    (_("in Kaliningrad"), "Europe/Kaliningrad"),
    (_("in Moscow"), "Europe/Moscow"),
    (_("in Novosibirsk"), "Asia/Novosibirsk"),
    (_("in Khabarovsk"), "Asia/Vladivostok"),
)
MOST_TOUCHES = 50
WEEK = timedelta(days=7)
NOBODY = 0


@dataclass(frozen=True, slots=True)
class Answer:
    """``sentence`` is the first thing that stands against it, ``when`` the next moment by the city's clock."""

    city: str
    hour: str
    verdict: str
    word: str
    icon: SafeString
    sentence: str
    when: str


@dataclass(frozen=True, slots=True)
class Sample:
    title: str
    answers: list[Answer]


@dataclass(frozen=True, slots=True)
class Preview:
    """``touches``: so many of ours in the 7 days before. ``rule`` is the place of the row that is tried."""

    rule: int
    channel: str
    touches: int
    samples: list[Sample]

    @property
    def channels(self) -> list[tuple[str, str]]:
        return [(str(one), str(one.label)) for one in ASKED]


def preview_of(rules: Rules | None, clock: Clock, *, rule: int, channel: str, touches: int) -> Preview:
    """One query, for the company's own days; no samples while the rules cannot be read."""
    channel = channel if channel in ASKED else Channel.CALL
    touches = min(max(0, touches), MOST_TOUCHES)
    samples: list[Sample] = []
    if rules is not None:
        answer = partial(_answer, rules=rules, channel=channel, touches=touches, known=changes())
        moments = [_coming(clock, *one) for one in MOMENTS]
        samples = [Sample(by_clock(one, clock.zone), [answer(one, *city) for city in CITIES]) for one in moments]
    return Preview(rule, channel, touches, samples)


def _coming(clock: Clock, weekday: int, hour: time) -> datetime:
    """The next such day, tomorrow at the earliest."""
    days = (weekday - clock.today.weekday() - 1) % 7 + 1
    return datetime.combine(clock.today + timedelta(days=days), hour, clock.zone)


def _answer(
    moment: datetime, city: str | Promise, zone: str, *, rules: Rules, channel: str, touches: int, known: Changes
) -> Answer:
    whom = Whom(TheirClock(ZoneInfo(zone), known), history=_history(moment, touches))
    decision = decide(whom, channel, moment, NOBODY, rules)
    return Answer(
        city=str(city),
        hour=hour_text(moment, whom.clock.zone),
        verdict=decision.verdict,
        word=verdict_word(decision.verdict),
        icon=icon_markup(ICONS[decision.verdict]),
        sentence=_first(decision),
        when=when_text(decision, whom.clock.zone),
    )


def _first(decision: Decision) -> str:
    return sentence_of(decision.objections[0]) if decision.objections else ""


def _history(moment: datetime, touches: int) -> History:
    """Evenly over the 7 days before, each answered, so that no row without an answer speaks too."""
    step = WEEK / (touches + 1)
    return History(
        Past(moment - step * (number + 1), is_ours=True, answered=True, by=NOBODY) for number in range(touches)
    )
