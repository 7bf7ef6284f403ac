"""Counts by the clock."""

from datetime import datetime

from django.db import transaction
from django.utils import timezone

from vedu.foundation.many_rows import insert
from vedu.foundation.people.installation import local_day, local_hour
from vedu.insight.techniques.arguing import count_arguments
from vedu.insight.techniques.decided import decided
from vedu.insight.techniques.leading import count_questions, count_techniques, led_deals, question_phases
from vedu.insight.techniques.places import Places
from vedu.insight.techniques.tally import Tallies
from vedu.insight.techniques.technique_count import TechniqueCount

HOUR = 4
COLUMNS = ("days", "owner_id", "pipeline_id", "bought_before", "subject", "key")
COUNTED = ("won", "total", "rest_won", "rest_total", "convinced", "settled", "cycles")


def count_nightly(at: datetime | None = None) -> bool:
    """The job. The very first time at once, then after four in the night. Answers whether it was time."""
    at = at or timezone.now()
    latest = TechniqueCount.objects.order_by("-at").values_list("at", flat=True).first()
    if latest is not None and (local_hour(at) < HOUR or local_day(latest) >= local_day(at)):
        return False
    count_techniques_of(at)
    return True


def count_techniques_of(at: datetime) -> int:
    """Now, in place of what was known; twice does no harm. Answers how many rows."""
    rows = [
        (*stratum, subject.value, key, *(getattr(tally, name) for name in COUNTED[:-1]), sorted(tally.cycles.items()))
        for (subject, key, stratum), tally in _counted(at).whole()
    ]
    with transaction.atomic():
        TechniqueCount.objects.all().delete()
        insert(TechniqueCount, [*COLUMNS, *COUNTED], rows, at=at)
    return len(rows)


def _counted(at: datetime) -> Tallies:
    """Nine queries, whatever the number of deals."""
    deals, tallies, places = decided(at), Tallies(), Places()
    led = led_deals(at)
    phases = question_phases({one.playbook for one in led.values()})
    count_techniques(deals, led, phases, places, tallies)
    count_questions(deals, led, phases, places, tallies)
    count_arguments(deals, places, at, tallies)
    return tallies
