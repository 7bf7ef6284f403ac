"""The step of a run and its words."""

import pytest
from django.utils import translation

from tests.cast import Cast
from vedu.clients.imports.run import ImportRun
from vedu.web.imports.row_count import number, rows_text
from vedu.web.imports.rows import result_text, rows, state_text
from vedu.web.imports.run_page import RunPage

SURVEY = {"how": "CSV", "headers": ["a"], "samples": {"a": []}, "names": {"owner": {}}}


def run_in(phase: str, **facts: object) -> ImportRun:
    facts = {"survey": SURVEY, "format": "clients", "file_name": "base.csv", "rows_total": 8800} | facts
    return ImportRun.objects.create(phase=phase, path="base.csv", **facts)


def page(cast: Cast, phase: str, **facts: object) -> RunPage:
    return RunPage(run_in(phase, **facts), cast.adam)


@pytest.mark.parametrize(
    ("phase", "part"),
    [
        ("mapping", "_mapping"),
        ("checking", "_progress"),
        ("checked", "_checked"),
        ("running", "_progress"),
        ("done", "_result"),
        ("failed", "_result"),
        ("undoing", "_progress"),
        ("undone", "_result"),
    ],
)
def test_each_phase_has_its_step(cast: Cast, phase: str, part: str) -> None:
    assert page(cast, phase).part == f"imports/{part}.html"


def test_a_checked_run_goes_back_to_its_questions_when_asked(cast: Cast) -> None:
    assert RunPage(run_in("checked"), cast.adam, wants_mapping=True).part == "imports/_mapping.html"
    assert RunPage(run_in("done"), cast.adam, wants_mapping=True).part == "imports/_result.html"


def test_progress_is_a_share_of_the_rows(cast: Cast) -> None:
    with translation.override("en"):
        half = page(cast, "running", rows_read=4400)
        assert (half.percent, half.progress_text) == (50, "4,400 of 8,800 rows")
    assert page(cast, "running", rows_total=0).percent == 100


def test_progress_of_undoing_is_a_share_of_the_batches(cast: Cast) -> None:
    undoing = page(cast, "undoing")
    for done in (None, "2026-11-24T10:00:00Z"):
        undoing.run.batches.create(number=undoing.run.batches.count(), undone_at=done)

    assert (undoing.percent, undoing.progress_text) == (50, "50 %")


def test_counts_are_those_of_the_check_until_the_run(cast: Cast) -> None:
    check = {"new": 5, "existing": 0, "unchanged": 0, "refused": 2, "rows": [], "refused_rows": [], "notes": {}}

    checked = page(cast, "checked", check_result=check, new=1)
    done = page(cast, "done", check_result=check, new=1)

    assert [figure.value for figure in checked.figures] == ["5", "0", "0", "2"]
    assert [figure.is_bad for figure in checked.figures] == [False, False, False, True]
    assert [figure.value for figure in done.figures] == ["1", "0", "0", "0"]
    assert checked.will_write


def test_more_refused_rows_than_are_shown_are_counted(cast: Cast) -> None:
    done = page(cast, "done", refused=25)
    for line in range(25):
        done.run.refused_rows.create(number=line + 2, cells=["x" * 300], reasons=[{"code": "a", "sentence": "Нет."}])

    assert len(done.refused_lines) == 20
    assert done.more_refused == "5"
    assert (done.refused_lines[0].why, len(done.refused_lines[0].cells)) == ("Нет.", 160)


def test_only_what_was_written_can_be_undone(cast: Cast) -> None:
    done = page(cast, "done")
    assert not done.may_undo

    done.run.batches.create(number=0, created={"client": [[1, 1]]})

    assert done.may_undo
    assert not RunPage(done.run, cast.anna).may_undo


@pytest.mark.parametrize(("language", "text"), [("ru", "8\u202f800"), ("en", "8,800")])
def test_thousands_are_parted(language: str, text: str) -> None:
    with translation.override(language):
        assert number(8800) == text


def test_rows_are_counted_in_russian() -> None:
    with translation.override("ru"):
        assert [rows_text(count).split()[-1] for count in (1, 2, 5)] == ["строка", "строки", "строк"]


def test_a_line_of_the_list_is_ready_to_show(cast: Cast) -> None:
    with translation.override("en"):
        (line,) = rows([run_in("done", by=cast.anna, new=3, refused=1)], cast.sergey)
        assert (line.file, line.state, line.tone, line.who) == ("base.csv", "Done", "yes", "Anna Kotova")
        assert line.result == "new 3, refused 1"
        assert rows([run_in("done", by=cast.anna)], cast.anna)[0].who == ""


@pytest.mark.parametrize("phase", ["mapping", "checking", "checked", "running", "done", "failed", "undoing", "undone"])
def test_every_phase_has_words(cast: Cast, phase: str) -> None:
    run = run_in(phase)

    assert state_text(run)
    assert isinstance(result_text(run), str)
