"""The benchmark of imports makes the same file every time and judges its own figures."""

import csv
from pathlib import Path

import pytest

from bench.import_clients import HEADERS, is_good, measure, told, write_file


def result(rows_per_second: int, memory: list[tuple[int, int]]) -> dict[str, object]:
    run = {"rows_per_second": rows_per_second, "rows_per_cpu_second": 7000, "counts": "new 9", "memory": memory}
    return {"first": run, "again": run, "limit": {"rows_per_second": 300_000}}


def test_the_file_is_the_same_every_time_and_has_doubles(tmp_path: Path) -> None:
    for name in ("one.csv", "two.csv"):
        write_file(tmp_path / name, 500)

    assert (tmp_path / "one.csv").read_bytes() == (tmp_path / "two.csv").read_bytes()
    with (tmp_path / "one.csv").open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == HEADERS
    assert 450 < len({row["Телефон"] for row in rows}) < 500


@pytest.mark.parametrize(
    ("speed", "memory", "good"),
    [
        (6000, [(20, 90), (40, 95)], True),
        (4000, [(20, 90), (40, 95)], False),
        (6000, [(20, 90), (40, 190)], False),
    ],
)
def test_slow_runs_and_growing_memory_are_not_good(speed: int, memory: list[tuple[int, int]], good: bool) -> None:
    told_of = result(speed, memory)

    assert is_good(told_of) is good
    assert list(told(told_of))[-1].endswith("met" if good else "NOT met")


@pytest.mark.slow
@pytest.mark.sqlite_only
def test_a_small_run_tells_its_figures(tmp_path: Path) -> None:
    said: list[str] = []

    measure(say=said.append, json_file=tmp_path / "figures.json", rows=300)

    assert any("new 29" in line or "new 28" in line for line in said)
    assert any("unchanged 300" in line for line in said)
    assert (tmp_path / "figures.json").exists()
