"""Anybody can measure on a table of his own; the goals on the public sets are held where the sets are."""

import json
from pathlib import Path

import pytest

from bench.made_up_clients import made_up, pairs_of
from vedu.cli import main

SETS = Path(__file__).resolve().parents[3] / "shared" / "data" / "duplicates"
FEBRL, RESTAURANTS = SETS / "febrl", SETS / "restaurants"
NAMES = ("Кедр", "Маяк", "Заря", "Сокол", "Вега", "Барс", "Орион", "Лагуна", "Гранит", "Полюс", "Рубин", "Аврора")


def measured(tmp_path: Path, *line: object) -> dict[str, dict[str, float]]:
    answer = tmp_path / "figures.json"
    assert main(["bench", "duplicates", *map(str, line), "--json", str(answer)]) == 0
    figures: dict[str, dict[str, float]] = json.loads(answer.read_text())
    return figures


def listed(tmp_path: Path, name: str, rows: list[tuple[str, str, str]]) -> Path:
    file = tmp_path / name
    file.write_text("\n".join(["client_id;name;phone", *(";".join(row) for row in rows)]))
    return file


@pytest.fixture
def originals(tmp_path: Path) -> Path:
    return listed(tmp_path, "a.csv", [(f"a{n}", f"ООО {name}", f"+7912640{n:04}") for n, name in enumerate(NAMES)])


@pytest.fixture
def doubles(tmp_path: Path) -> Path:
    return listed(tmp_path, "b.csv", [(f"b{n}", name.upper(), f"8912640{n:04}") for n, name in enumerate(NAMES[:6])])


def test_two_lists_with_the_pairs_in_a_file(
    tmp_path: Path, originals: Path, doubles: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    pairs = tmp_path / "pairs.csv"
    pairs.write_text("one,other\n" + "\n".join(f"a{n},b{n}" for n in range(6)))
    found = measured(tmp_path, originals, doubles, "--pairs", pairs)
    assert (found["true_pairs"], found["blocking_recall"]) == (6, 1.0)
    assert found["without_decisions"]["f1"] == 1.0
    assert found["other_half_after_decisions"]["decisions"] > 0
    assert "F1 1.0000" in capsys.readouterr().out


def test_one_list_with_a_column_that_tells(tmp_path: Path) -> None:
    rows = [(f"e{n}", f"ООО {name}", f"+7912640{n:04}") for n, name in enumerate(NAMES)]
    rows += [(f"e{n}", f"{name} ООО", f"8912640{n:04}") for n, name in enumerate(NAMES[:5])]
    found = measured(tmp_path, listed(tmp_path, "all.csv", rows), "--entity", "client_id")
    assert (found["true_pairs"], found["without_decisions"]["recall"]) == (5, 1.0)


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ([], "one list"),
        (["{a}"], "--entity"),
        (["{a}", "--entity", "nothing"], "no column"),
        (["{a}", "{b}", "{b}", "--entity", "client_id"], "one list"),
        (["{a}", "--pairs", "{b}"], "no column has all the ids"),
    ],
)
def test_what_is_missing_is_one_clear_line(
    originals: Path, doubles: Path, capsys: pytest.CaptureFixture[str], line: list[str], told: str
) -> None:
    assert main(["bench", "duplicates", *(one.format(a=originals, b=doubles) for one in line)]) == 1
    assert told in capsys.readouterr().err


def test_made_up_clients_have_the_promised_doubles() -> None:
    clients = made_up(1000)
    assert len(clients) == 1000
    assert len({one.number for one in clients}) == 950
    assert len(list(pairs_of(clients, list(range(1000))))) >= 50
    assert made_up(1000) == clients


@pytest.mark.slow
def test_a_scan_finds_most_of_what_was_planted(tmp_path: Path) -> None:
    found = measured(tmp_path, "--scan", 1000)
    assert found["clients"] == 1000
    assert found["recall_of_the_queue"] > 0.75
    assert found["precision_of_the_queue"] > 0.9


@pytest.mark.slow
@pytest.mark.skipif(not FEBRL.exists(), reason="the public sets are not here")
@pytest.mark.parametrize(
    ("files", "goal"), [(["dataset1.csv"], 0.99), (["dataset3.csv"], 0.99), (["dataset4a.csv", "dataset4b.csv"], 0.98)]
)
def test_people_of_the_febrl_sets_are_told_apart(tmp_path: Path, files: list[str], goal: float) -> None:
    found = measured(tmp_path, *(FEBRL / file for file in files), "--entity", "rec_id")
    assert found["without_decisions"]["f1"] >= goal
    assert found["other_half_after_decisions"]["f1"] >= goal


@pytest.mark.slow
@pytest.mark.skipif(not RESTAURANTS.exists(), reason="the public sets are not here")
def test_restaurants_are_told_apart(tmp_path: Path) -> None:
    pairs = RESTAURANTS / "gt.csv"
    found = measured(tmp_path, RESTAURANTS / "rest1.csv", RESTAURANTS / "rest2.csv", "--pairs", pairs)
    assert found["without_decisions"]["f1"] >= 0.77
