"""The contact policy once more, told as plainly as can be and with no regard to speed: what the real one is held to."""

from datetime import date, datetime, time, timedelta

from vedu.clients.channel import Channel
from vedu.foundation.values.working_calendar import is_short_day, is_working_day
from vedu.sales.contact_policy.history import Past
from vedu.sales.contact_policy.policy import Whom
from vedu.sales.contact_policy.rules import Rules

DISTURBING = {Channel.CALL, Channel.MESSENGER, Channel.SOCIAL, Channel.MEETING, Channel.VISIT}


def forbids(whom: Whom, touches: list[Past], channel: str, moment: datetime, rules: Rules) -> set[str]:
    """The codes of what forbids it, after these touches."""
    found = set()
    local = moment.astimezone(whom.clock.zone)
    if channel in whom.closed:
        found.add("opted-out")
    elif channel in rules.need_consent and channel not in whom.consented:
        found.add("no-consent")
    if channel in DISTURBING and not _is_on(local, _outer(whom, local.date(), rules)):
        found.add("quiet-hours")
    if _he_waits(touches):
        return found
    return found | _limits(whom, touches, moment, rules) | _rest(touches, moment, rules)


def clock_warns(whom: Whom, channel: str, moment: datetime, rules: Rules) -> set[str]:
    local = moment.astimezone(whom.clock.zone)
    day = local.date()
    if channel not in DISTURBING:
        return set()
    if not is_working_day(day, whom.clock.changes):
        return {"day-off"}
    start, end = rules.usual
    if is_short_day(day, whom.clock.changes):
        end = time(end.hour - 1, end.minute) if end.hour else time(0)
        if not start < end:
            return {"day-off"}
    if whom.best_hours:
        return set() if local.hour in whom.best_hours else {"other-hour"}
    return set() if start <= local.time() < end else {"unusual-hour"}


def _outer(whom: Whom, day: date, rules: Rules) -> tuple[time, time] | None:
    return rules.outer if is_working_day(day, whom.clock.changes) else rules.outer_on_days_off


def _is_on(local: datetime, hours: tuple[time, time] | None) -> bool:
    return hours is not None and hours[0] <= local.time() < hours[1]


def _he_waits(known: list[Past]) -> bool:
    """He called us, or asked us to come back, and nobody of us has reached out since."""
    calls = [touch.at for touch in known if not touch.refused and (touch.asks_back or not touch.is_ours)]
    ours = [touch.at for touch in known if touch.is_ours]
    return bool(calls) and (not ours or max(calls) >= max(ours))


def _limits(whom: Whom, known: list[Past], moment: datetime, rules: Rules) -> set[str]:
    found = set()
    ours = [touch.at for touch in known if touch.is_ours]
    today = moment.astimezone(whom.clock.zone).date()
    if 0 < rules.most_a_day <= sum(at.astimezone(whom.clock.zone).date() == today for at in ours):
        found.add("day-limit")
    for code, most, days in (("week-limit", rules.most_a_week, 7), ("month-limit", rules.most_a_month, 30)):
        if 0 < most <= sum(moment - timedelta(days=days) < at for at in ours):
            found.add(code)
    if any(moment < at + rules.between for at in ours):
        found.add("too-soon")
    return found


def _rest(known: list[Past], moment: datetime, rules: Rules) -> set[str]:
    found = set()
    refusals = [touch.at for touch in known if touch.refused]
    calls = [touch.at for touch in known if not touch.refused and (touch.asks_back or not touch.is_ours)]
    takes_back = bool(refusals and calls) and max(calls) > max(refusals)
    if refusals and not takes_back and moment < max(refusals) + rules.after_refusal:
        found.add("after-refusal")
    words = [touch.at for touch in known if touch.answered or not touch.is_ours]
    in_vain = [touch.at for touch in known if touch.is_ours and (not words or touch.at > max(words))]
    if 0 < rules.most_unanswered <= len(in_vain) and moment < max(in_vain) + rules.rest_after_unanswered:
        found.add("unanswered")
    return found
