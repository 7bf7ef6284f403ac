"""The rates of answers by the clock."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vedu.foundation.people.installation import local_day, local_hour
from vedu.insight.rebuttals.rates import rates
from vedu.insight.rebuttals.rebuttal_rate import RebuttalRate

HOUR = 4
LEARNED = ("used", "removed", "settled", "won", "decided", "at")


def learn_nightly(at: datetime | None = None) -> bool:
    """The job. The very first time at once, then after four in the night. Answers whether it was time."""
    at = at or timezone.now()
    latest = RebuttalRate.objects.order_by("-at").values_list("at", flat=True).first()
    if latest is not None and (local_hour(at) < HOUR or local_day(latest) >= local_day(at)):
        return False
    learn_rates(at)
    return True


def learn_rates(at: datetime) -> int:
    """Now, in place of what was known; twice does no harm. Answers how many answers have been used."""
    rows = [
        RebuttalRate(
            rebuttal_id=rebuttal,
            used=one.used,
            removed=one.removed.won,
            settled=one.removed.total,
            won=one.won.won,
            decided=one.won.total,
            at=at,
        )
        for rebuttal, one in rates(at).items()
        if rebuttal is not None
    ]
    with transaction.atomic():
        RebuttalRate.objects.bulk_create(rows, update_conflicts=True, unique_fields=["rebuttal"], update_fields=LEARNED)
        RebuttalRate.objects.filter(at__lt=at).delete()
    return len(rows)
