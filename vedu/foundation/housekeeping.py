"""Jobs that keep the house clean; each may run at any time and any number of times."""

from datetime import timedelta

from django.core.management import call_command
from django.db import connection
from django.utils import timezone

from vedu.foundation.idempotency import KeptReply

REPLIES_KEPT = timedelta(days=7)


def forget_old_replies() -> int:
    """Idempotency keys are kept for a week. Answers how many went."""
    return KeptReply.objects.filter(created_at__lt=timezone.now() - REPLIES_KEPT).delete()[0]


def clear_sessions() -> None:
    """Sessions that have expired."""
    call_command("clearsessions", verbosity=0)


def refresh_statistics() -> None:
    """Tells SQLite how its data lie, or it sorts whole tables for one page. PostgreSQL sees to that by itself.

    A look at 1000 rows of each index is enough and takes milliseconds; also worth while after a large import."""
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA analysis_limit = 1000")
            cursor.execute("ANALYZE")


def prune_finished_jobs() -> None:
    """Results of background jobs older than two weeks."""
    call_command("prune_db_task_results", verbosity=0, min_age_days=14)
