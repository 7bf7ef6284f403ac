"""Jobs that keep the house clean."""

from datetime import timedelta

import pytest
from django.db import connection
from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.housekeeping import forget_old_replies, refresh_statistics
from vedu.foundation.idempotency import KeptReply


def test_replies_are_kept_for_a_week(cast: Cast) -> None:
    for key, days in (("old", 8), ("young", 6)):
        reply = KeptReply.objects.create(user=cast.anna, key=key, fingerprint="", status=201, body=b"")
        KeptReply.objects.filter(pk=reply.pk).update(created_at=timezone.now() - timedelta(days=days))
    assert forget_old_replies() == 1
    assert KeptReply.objects.get().key == "young"


@pytest.mark.sqlite_only
def test_sqlite_knows_how_its_data_lie(cast: Cast) -> None:
    cast.deal()
    refresh_statistics()
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM sqlite_stat1 WHERE tbl = 'sales_deal'")
        assert cursor.fetchone()[0] > 0


def test_statistics_may_be_refreshed_at_any_time(cast: Cast) -> None:
    refresh_statistics()
    refresh_statistics()
