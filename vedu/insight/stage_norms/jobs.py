"""Norms by the clock; numpy is loaded by the worker that learns them, not by the pages."""

from datetime import datetime

from django.utils import timezone

from vedu.foundation.people.installation import local_day, local_hour
from vedu.insight.stage_norms.stage_norm import StageNorm

HOUR = 4


def learn_nightly(at: datetime | None = None) -> bool:
    """The job. The very first time at once, then after four in the night. Answers whether it was time."""
    at = at or timezone.now()
    latest = StageNorm.objects.order_by("-at").values_list("at", flat=True).first()
    if latest is not None and (local_hour(at) < HOUR or local_day(latest) >= local_day(at)):
        return False
    learn_norms(at)
    return True


def learn_norms(at: datetime) -> int:
    """Now, whatever the hour. Answers how many rows there are."""
    from vedu.insight.stage_norms.learning import learn

    return learn(at)
