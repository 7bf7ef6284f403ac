"""A run belongs to one process at a time; a killed one leaves it free."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.clients.imports.files import write
from vedu.clients.imports import preparing, running
from vedu.clients.imports.at_work import at_work, give_up_if_killed, is_anybody_at
from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.refusal import Refused

HOLDS_ON = """
import fcntl, sys, time
file = open(sys.argv[1], "w")
fcntl.flock(file, fcntl.LOCK_EX)
print("held", flush=True)
time.sleep(60)
"""


@pytest.fixture
def run(db: None, tmp_path: Path, settings) -> ImportRun:
    settings.HOME = tmp_path
    return preparing.begin(write(tmp_path, "Компания,Телефон\nВолга,89126401822"), by=None, format_code="clients")


def elsewhere(run: ImportRun, tmp_path: Path) -> subprocess.Popen[str]:
    """Another process is at it."""
    (tmp_path / "imports").mkdir(exist_ok=True)
    command = [sys.executable, "-c", HOLDS_ON, str(tmp_path / "imports" / f"{run.pk}.lock")]
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "held\n"
    return process


def kill(process: subprocess.Popen[str]) -> None:
    process.send_signal(signal.SIGKILL)
    process.communicate()


def test_nobody_is_at_a_run_that_waits(run: ImportRun) -> None:
    assert not is_anybody_at(run)


def test_one_at_a_time(run: ImportRun) -> None:
    with at_work(run):
        assert is_anybody_at(run)
        with pytest.raises(Refused) as refusal, at_work(run):
            pass
    assert refusal.value.codes == ["import-at-work"]
    assert not is_anybody_at(run)


def test_what_another_process_is_at_is_left_alone(run: ImportRun, tmp_path: Path) -> None:
    process = elsewhere(run, tmp_path)
    try:
        running.start(run)
        give_up_if_killed(run)
        with pytest.raises(Refused):
            running.go_on(run)
    finally:
        kill(process)
    run.refresh_from_db()
    assert (run.phase, run.rows_done) == (Phase.RUNNING, 0)


def test_a_killed_one_has_stopped_and_goes_on(run: ImportRun, tmp_path: Path) -> None:
    running.start(run)
    kill(elsewhere(run, tmp_path))
    give_up_if_killed(run)
    assert run.phase == Phase.FAILED
    running.carry_out(run)
    assert (run.phase, run.new) == (Phase.DONE, 1)
