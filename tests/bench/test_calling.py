"""CHAN-5: callers at one queue through the real server, one of them killed; as `vedu bench calling`, but smaller."""

from pathlib import Path

from bench.calling import GOAL_MS, Run, is_good, on, told
from tests.migrated import copy_to

SMALL = Run(rows=40, seconds=4, callers=4, killed=1, lease=2)
GOOD = {"to_two": 0, "called_twice": 0, "lost": 0, "failed": 0, "of_killed": 1, "came_back": 1, "p95_ms": GOAL_MS}


def test_no_client_is_shown_to_two_and_none_is_lost(tmp_path: Path) -> None:
    copy_to(tmp_path / "vedu.sqlite3")
    result = on(tmp_path, {}, SMALL)
    assert (result["callers"], result["killed"], result["failed"]) == (4, 1, 0)
    assert (result["to_two"], result["called_twice"], result["lost"]) == (0, 0, 0), told("sqlite", result)
    assert result["came_back"] == result["of_killed"]
    assert result["shown"] >= SMALL.rows


def test_what_is_not_good() -> None:
    assert is_good(GOOD)
    for name in ("to_two", "called_twice", "lost", "failed", "of_killed", "p95_ms"):
        assert not is_good(GOOD | {name: GOOD[name] + 1})
