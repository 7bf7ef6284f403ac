"""Money that needs a hand: the next step is overdue, there is none, or the deal stands too long in its stage."""

from django.db.models import Q

from vedu.web.shell.clock import Clock

STEPLESS = Q(next_step_at=None)


def late(clock: Clock) -> Q:
    """The next step is overdue, as on its chip."""
    return Q(step_late_at__lt=clock.now)


def over_norm(clock: Clock) -> Q:
    return Q(stage_due_at__lt=clock.now)


def at_risk(clock: Clock) -> Q:
    return late(clock) | STEPLESS | over_norm(clock)
