"""Tasks due at once, the worker killed and started again in the middle; as `vedu bench reminders`, but smaller."""

import os
import random

import pytest

from bench.reminders import expected, figures, kill_and_restart, new_base
from tests.migrated import copy_to

ROWS, KILLS = 1_500, 2


@pytest.mark.slow
@pytest.mark.django_db  # on PostgreSQL too
def test_each_is_told_once_though_the_worker_is_killed() -> None:
    with new_base(os.environ.get("VEDU_DATABASE_URL", "")) as base:
        if not base.url:
            copy_to(base.home / "vedu.sqlite3")
        base.done("fill", str(ROWS))
        stopped = kill_and_restart(base, ROWS, KILLS, random.Random(5))
        assert 0 < stopped[0] < ROWS, "killed in the middle"
        assert figures(base) == expected(ROWS, stopped[0])
