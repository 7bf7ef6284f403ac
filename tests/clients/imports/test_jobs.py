"""What a page asks for is done by a job, once, and a job that died does not hold the run for ever."""

from datetime import timedelta
from pathlib import Path

import pytest
from django.utils import timezone
from django_tasks_db.models import DBTaskResult

from tests.cast import Cast
from tests.clients.imports.files import write
from vedu.clients.client import Client
from vedu.clients.imports import jobs, ordering, preparing, uploads
from vedu.clients.imports.run import ImportRun
from vedu.foundation.refusal import Missing, NotAllowed, Refused


@pytest.fixture
def run(tmp_path: Path, cast: Cast) -> ImportRun:
    return preparing.begin(write(tmp_path, "Компания\nВолга"), by=cast.anna)


def again(run: ImportRun) -> ImportRun:
    return ImportRun.objects.get(pk=run.pk)


def test_a_run_goes_through_its_phases(run: ImportRun, cast: Cast) -> None:
    ordering.order_check(run)
    assert again(run).phase == "checking"
    jobs.check_import.func(run.pk)
    assert again(run).phase == "checked"

    ordering.order_start(again(run))
    assert again(run).phase == "running"
    jobs.carry_out_import.func(run.pk)
    assert again(run).phase == "done"

    ordering.order_undoing(again(run), by=cast.anna)
    assert again(run).phase == "undoing"
    jobs.undo_import.func(run.pk)
    assert again(run).phase == "undone"
    assert again(run).undone_by == cast.anna


def test_a_job_waits_in_the_queue_of_imports(run: ImportRun) -> None:
    ordering.order_check(run)

    assert [(job.queue_name, job.args_kwargs["args"]) for job in DBTaskResult.objects.all()] == [
        ("imports", [run.pk, "ru"])
    ]


def test_what_is_asked_twice_is_done_once(run: ImportRun) -> None:
    ordering.order_start(run)

    with pytest.raises(Refused) as refusal:
        ordering.order_start(again(run))

    assert refusal.value.codes == ["import-phase"]
    assert DBTaskResult.objects.count() == 1


def test_nothing_is_queued_while_questions_are_open(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, "Цвет\nкрасный"), by=cast.anna)

    with pytest.raises(Missing):
        ordering.order_check(run)

    assert not DBTaskResult.objects.exists()
    assert again(run).phase == "mapping"


def test_a_stranger_does_not_ask_for_undoing(run: ImportRun, cast: Cast) -> None:
    ordering.order_start(run)
    jobs.carry_out_import.func(run.pk)

    with pytest.raises(NotAllowed):
        ordering.order_undoing(again(run), by=cast.olga)


@pytest.mark.parametrize(("phase", "back"), [("checking", "mapping"), ("running", "failed"), ("undoing", "failed")])
def test_a_run_whose_worker_died_is_given_up(run: ImportRun, phase: str, back: str) -> None:
    run.phase, run.beat_at = phase, timezone.now() - timedelta(minutes=10)
    run.save()

    ordering.give_up_if_stalled(run)

    assert again(run).phase == back
    assert again(run).failure


def test_a_run_that_lives_is_left_alone(run: ImportRun) -> None:
    ordering.order_start(run)

    ordering.give_up_if_stalled(run)

    assert again(run).phase == "running"


def test_a_job_that_comes_too_late_does_nothing(run: ImportRun) -> None:
    jobs.check_import.func(run.pk)
    jobs.carry_out_import.func(run.pk)
    jobs.undo_import.func(run.pk + 1)

    assert again(run).phase == "mapping"
    assert not Client.objects.exists()


def test_an_uploaded_file_is_kept_until_it_is_imported(cast: Cast) -> None:
    path = uploads.keep("../База клиентов.csv", ["Компания\n".encode(), "Волга".encode()])
    assert path.parent == uploads.folder()
    assert path.stat().st_mode & 0o077 == 0
    run = preparing.begin(path, by=cast.anna, file_name="База клиентов.csv")

    ordering.order_start(run)
    jobs.carry_out_import.func(run.pk)

    assert Client.objects.get().name == "Волга"
    assert not path.exists()


def test_a_file_of_the_command_line_is_not_touched(tmp_path: Path, run: ImportRun) -> None:
    uploads.discard(run)

    assert (tmp_path / "file.csv").exists()
