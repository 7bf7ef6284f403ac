"""What the command says, line by line."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from django.utils import translation

from tests.cast import Cast
from tests.clients.imports.files import load
from vedu.clients.imports.run import ImportRun
from vedu.foundation.refusal import Reason
from vedu.integrations.migration import telling


@pytest.fixture(autouse=True)
def english() -> Iterator[None]:
    with translation.override("en"):
        yield


@pytest.fixture
def run(tmp_path: Path, cast: Cast) -> ImportRun:
    return load(tmp_path, "Компания,Телефон\nВолга,89126401822\nКама,12", by=cast.adam)


def test_the_file_is_told_with_its_format_and_rows(run: ImportRun) -> None:
    assert telling.recognised(run) == "file.csv: Clients and contacts, any table (CSV, utf-8, «,»), 2 rows"


def test_a_result_ends_with_the_way_back(run: ImportRun) -> None:
    said = list(telling.done(run, 2.0))

    assert said[0] == "Done in 2.0 s, 1 rows a second."
    assert said[1] == "new 1, existing 0, unchanged 0, refused 1"
    assert said[2] == "  line 3: “12” is not a whole phone number."
    assert said[3] == f"To undo: vedu import --undo {run.pk}"


def test_a_run_that_wrote_nothing_has_no_way_back(tmp_path: Path, run: ImportRun, cast: Cast) -> None:
    again = load(tmp_path, "Компания,Телефон\nВолга,89126401822", by=cast.adam)

    assert not any("undo" in line for line in telling.done(again, 1.0))


def test_stages_to_answer_are_json_with_ours_beside() -> None:
    reasons = [
        Reason("stage-unmapped", "…", {"stage": name, "rows": 1, "choices": ["А", "Б, В"]}) for name in ("x", "y")
    ]

    _words, answers, ours = telling.how_to_map(reasons)

    assert answers == '{\n  "stages": {\n    "x": "",\n    "y": ""\n  }\n}'
    assert ours == "Your stages: А; Б, В"


def test_other_questions_need_no_mapping_of_stages() -> None:
    assert list(telling.how_to_map([Reason("column-missing", "…")])) == []


def test_what_stays_after_undoing_is_listed(run: ImportRun) -> None:
    run.kept = [{"kind": "client", "id": 7, "name": "Волга", "why": "edited since"}]

    said = list(telling.undone(run))

    assert said[1].endswith("1")
    assert said[2] == "  client 7 «Волга»: edited since"


def test_a_dry_run_says_that_nothing_was_written(run: ImportRun) -> None:
    run.check_result = {"new": 5, "existing": 1, "unchanged": 0, "refused": 1, "notes": {"deal-passed": 2}}

    said = list(telling.rehearsed(run, [(3, ["Кама", "12"], "Why not.")]))

    assert said[0].startswith("Nothing was written")
    assert said[1] == "new 5, existing 1, unchanged 0, refused 1"
    assert said[2].endswith("2")
    assert said[3] == "  line 3: Why not."
