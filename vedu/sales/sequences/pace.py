"""When a step may be made: working days by the calendar, then the hour that the policy allows (CHAN-2) and at which
he who makes it works."""

from datetime import UTC, datetime

from vedu.foundation.people.installation import zone_of
from vedu.foundation.people.user import User
from vedu.foundation.values.working_calendar import add_working_days
from vedu.sales.contact_policy.asking import Known
from vedu.sales.contact_policy.decision import ContactVerdict, Decision
from vedu.sales.contact_policy.hours import FURTHEST, Clock
from vedu.sales.contact_policy.rules import USUAL
from vedu.sales.sequences.sequence import SequenceStep

# Each try moves the moment ahead: by the policy's word, then into the hours of him who makes it.
TRIES = 12


def wanted_at(known: Known, start: datetime, days: int) -> datetime:
    """So many working days of the client later, when his working hours begin; 0: at once."""
    if days == 0:
        return start
    clock = known.whom.clock
    day = add_working_days(start.astimezone(clock.zone).date(), days, clock.changes)
    return datetime.combine(day, known.rules.usual.start, clock.zone).astimezone(UTC)


def allowed_at(known: Known, step: SequenceStep, wanted: datetime, by: User) -> datetime | None:
    """The first good moment from then on; None when there is none to come."""
    moment = wanted
    for _try in range(TRIES):
        decision = known.decide(step.touched_by, moment, by)
        good = moment if decision.verdict == ContactVerdict.ALLOW else decision.better_at or decision.next_at
        if good is None:
            return None
        later = _at_work(by, known, good)
        if later == moment:
            return moment
        moment = later
    return moment if known.decide(step.touched_by, moment, by).is_allowed else None


def decision_at(known: Known, step: SequenceStep, wanted: datetime, by: User) -> Decision:
    return known.decide(step.touched_by, wanted, by)


def _at_work(by: User, known: Known, moment: datetime) -> datetime:
    """It is people who write and call, in the hours of their own work: a letter to the Far East is not written at two
    in the morning because it is nine there."""
    clock = Clock(zone_of(by), known.whom.clock.changes)
    at = clock.at(moment)
    for _day in range(FURTHEST):
        hours = at.usual(USUAL)
        if at.is_in(hours):
            return at.moment
        at = clock.at(at.opening(hours))
    return moment
