"""BASE-7: the process of an import is killed at any moment; resumed, it has brought every row exactly once."""

import random
from pathlib import Path

import pytest

from bench.killed import counts, expected, kill_and_resume, write_file
from tests.migrated import copy_to

ROWS, KILLS = 20_000, 2


@pytest.mark.slow
def test_a_killed_import_brings_every_row_once(tmp_path: Path) -> None:
    home, file = tmp_path / "home", write_file(tmp_path / "clients.csv", ROWS)
    copy_to(home / "vedu.sqlite3")
    assert max(kill_and_resume(home, file, ROWS, KILLS, random.Random(7))) > 1
    assert counts(home) == expected(ROWS)
