"""BASE-7: the process of an import is killed at any moment; resumed, it has brought every row exactly once."""

import random
from pathlib import Path

import pytest

from bench.killed import counts, expected, kill_and_resume, write_file

ROWS, KILLS = 20_000, 3


@pytest.mark.slow
def test_a_killed_import_brings_every_row_once(tmp_path: Path) -> None:
    home, file = tmp_path / "home", write_file(tmp_path / "clients.csv", ROWS)
    assert max(kill_and_resume(home, file, ROWS, KILLS, random.Random(7))) > 1
    assert counts(home) == expected(ROWS)
