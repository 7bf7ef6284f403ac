"""What happens by the clock may happen twice, and one failure stops nothing else."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu import schedule
from vedu.foundation import housekeeping
from vedu.foundation.idempotency import KeptReply


def kept(cast: Cast, key: str, days: int) -> KeptReply:
    reply = KeptReply.objects.create(user=cast.anna, key=key, fingerprint="", status=201, body=b"")
    KeptReply.objects.filter(pk=reply.pk).update(created_at=timezone.now() - timedelta(days=days))
    return reply


def test_every_job_may_run_twice(cast: Cast) -> None:
    for _round in range(2):
        for every in schedule.SCHEDULE:
            every.job()


def test_old_replies_are_forgotten_and_fresh_ones_kept(cast: Cast) -> None:
    kept(cast, "old", 8)
    fresh = kept(cast, "fresh", 6)
    assert housekeeping.forget_old_replies() == 1
    assert KeptReply.objects.get() == fresh


def test_a_failing_job_is_told_and_stops_nothing(
    caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(schedule.connections, "close_all", lambda: None)

    def broken() -> None:
        raise ValueError("no disk")

    schedule._do(schedule.Every(timedelta(hours=1), broken))
    assert "broken" in caplog.text
