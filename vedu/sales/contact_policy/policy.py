"""The contact policy (CHAN-2): may this person reach that client by this channel at this moment, and if not, when.

A pure function of its arguments: it reads no base and no clock, so that pages, API, jobs and the simulator get the
same answer to the same question. Twenty thousand answers a second on one core.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import NamedTuple

from vedu.clients.channel import Channel
from vedu.sales.contact_policy.decision import ContactVerdict, Decision, Forbidden, Objection
from vedu.sales.contact_policy.history import History
from vedu.sales.contact_policy.hours import FURTHEST, At, Clock
from vedu.sales.contact_policy.rules import SILENT, THEIRS, USUAL, Rules

WEEK, MONTH = timedelta(days=7), timedelta(days=30)
LONGEST_DAY = timedelta(hours=26)  # with a change of the clock, and more
NOBODY = 0  # whoever asks: what forbids does so for all alike


@dataclass(frozen=True, slots=True)
class Whom:
    """Whom we reach. ``closed`` channels he has forbidden, for ``consented`` ones we have his consent or another
    ground. ``prefers`` is a channel or "", ``best_hours`` local hours 0–23 at which he likes to be reached, empty when
    unknown. ``personal`` channels lead to a person's own phone or page, not to the company's."""

    clock: Clock
    closed: frozenset[str] = frozenset()
    consented: frozenset[str] = frozenset()
    prefers: str = ""
    best_hours: frozenset[int] = frozenset()
    personal: frozenset[str] = frozenset()
    history: History = field(default_factory=lambda: History(()))


def decide(whom: Whom, channel: str, moment: datetime, person: int, rules: Rules = USUAL) -> Decision:
    """``moment`` is aware, ``person`` the id of who wants to reach him. What comes after the moment is not known yet,
    for the next moment neither."""
    if channel in THEIRS:
        return Decision(ContactVerdict.ALLOW, (), moment, moment)
    question = _Question(whom, whom.history.known_at(moment), channel, person, rules)
    hard, next_at = question.forbidden(moment)
    soft = tuple(question.warning(whom.clock.at(moment)))
    if hard:
        return Decision(ContactVerdict.BLOCK, hard + soft, next_at, next_at and question.better(next_at))
    if soft:
        return Decision(ContactVerdict.WARN, soft, moment, question.better(moment))
    return Decision(ContactVerdict.ALLOW, (), moment, moment)


def forbid(whom: Whom, channel: str, moment: datetime, rules: Rules = USUAL) -> Forbidden:
    """What of it forbids, without the warnings: for a queue, from which these turn nobody away. ``whom`` needs neither
    habits nor wishes for it."""
    if channel in THEIRS:
        return Forbidden((), moment)
    return _Question(whom, whom.history.known_at(moment), channel, NOBODY, rules).forbidden(moment)


class _Question(NamedTuple):
    """The rules in the order in which they are told: the law, the clock, the measure, manners."""

    whom: Whom
    history: History
    channel: str
    person: int
    rules: Rules

    def forbidden(self, moment: datetime) -> Forbidden:
        hard = tuple(self.forbidding(self.whom.clock.at(moment)))
        return Forbidden(hard, self.earliest(lifted(moment, hard), self.forbidding) if hard else moment)

    def forbidding(self, at: At) -> list[Objection]:
        found = self._by_right()
        if self.channel not in SILENT and not at.is_in(outer := at.outer(self.rules)):
            found.append(Objection("quiet-hours", True, at.opening(outer), tuple(outer or ())))
        if not self.history.is_awaited(at.moment):
            self._limit(at, found)
            self._rest(at.moment, found)
        return found

    def warning(self, at: At) -> list[Objection]:
        return [*self._unusual_hours(at), *self._manners(at.moment)]

    def earliest(self, moment: datetime | None, objecting: Callable[[At], Sequence[Objection]]) -> datetime | None:
        """The first moment from this one on with no objection. When one stands no longer another may, as a day off
        after a limit, so it is asked again."""
        for _time in range(FURTHEST):
            if moment is None:
                return None
            objections = objecting(self.whom.clock.at(moment))
            if not objections:
                return moment
            moment = lifted(moment, objections)
        return None

    def better(self, moment: datetime) -> datetime | None:
        """Without a warning of the clock, from a moment on that is not forbidden."""
        unusual = self._unusual_hours(self.whom.clock.at(moment))
        return self.earliest(lifted(moment, unusual), self._by_the_clock) if unusual else moment

    def _by_the_clock(self, at: At) -> list[Objection]:
        return self.forbidding(at) + self._unusual_hours(at)

    def _by_right(self) -> list[Objection]:
        if self.channel in self.whom.closed:
            return [Objection("opted-out", True, None, (self.channel,))]
        if self.channel in self.rules.need_consent and self.channel not in self.whom.consented:
            return [Objection("no-consent", True, None, (self.channel,))]
        return []

    def _limit(self, at: At, found: list[Objection]) -> None:
        history, rules, moment = self.history, self.rules, at.moment
        last = history.last(moment)
        if last is None or (since := moment - last[0]) > MONTH:
            return
        # No touch of the day when the last one is older than the longest day: its start need not be reckoned.
        if (
            rules.most_a_day
            and since < LONGEST_DAY
            and (count := history.since(moment, at.day_start())) >= rules.most_a_day
        ):
            found.append(Objection("day-limit", True, at.next_day(), (count, rules.most_a_day)))
        for code, most, within in (("week-limit", rules.most_a_week, WEEK), ("month-limit", rules.most_a_month, MONTH)):
            if most and (count := history.count(moment, within)) >= most:
                found.append(Objection(code, True, history.latest(moment, most) + within, (count, most)))
        if since < rules.between:
            found.append(Objection("too-soon", True, last[0] + rules.between, (last[0],)))

    def _rest(self, moment: datetime, found: list[Objection]) -> None:
        history, rules = self.history, self.rules
        refused = history.refused_at(moment)
        if refused and moment < (until := refused + rules.after_refusal):
            found.append(Objection("after-refusal", True, until, (refused,)))
        if rules.most_unanswered and (count := history.unanswered(moment)) >= rules.most_unanswered:
            until = history.latest(moment, 1) + rules.rest_after_unanswered
            if moment < until:
                found.append(Objection("unanswered", True, until, (count,)))

    def _unusual_hours(self, at: At) -> list[Objection]:
        """His own hours, where they are known, stand before those of all."""
        if self.channel in SILENT:
            return []
        usual, best = at.usual(self.rules), self.whom.best_hours
        if usual is None:
            return [Objection("day-off", False, at.next_day())]
        if best:
            is_usual = at.local.hour in best
            return [] if is_usual else [Objection("other-hour", False, at.next_hour(best), tuple(sorted(best)))]
        return [] if at.is_in(usual) else [Objection("unusual-hour", False, at.opening(usual), tuple(usual))]

    def _manners(self, moment: datetime) -> Iterator[Objection]:
        whom, last = self.whom, self.history.last(moment)
        if whom.prefers and whom.prefers != self.channel:
            yield Objection("other-channel", False, None, (whom.prefers,))
        if self.channel in whom.personal:
            yield Objection("personal-channel", False, None, (self.channel,))
        if self.channel == Channel.MEETING and not self.history.has_talked(moment):
            yield Objection("talk-first", False)
        if last and last[1] != self.person and moment < last[0] + self.rules.after_colleague:
            yield Objection("colleague-lately", False, last[0] + self.rules.after_colleague, last)


def lifted(moment: datetime, objections: Sequence[Objection]) -> datetime | None:
    """Until when these stand at least; None when one of them stands for good."""
    for objection in objections:
        if objection.until is None:
            return None
        moment = max(moment, objection.until)
    return moment
