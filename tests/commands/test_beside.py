"""What runs beside the server is started again when it ends by itself."""

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from vedu.commands.beside import kept_running

# Writes its number into a file of its own, then waits.
WAITS = "import os, pathlib, sys, time; pathlib.Path(sys.argv[1], str(os.getpid())).touch(); time.sleep(60)"
ENDS = "import os, pathlib, sys; pathlib.Path(sys.argv[1], str(os.getpid())).touch()"


def processes(folder: Path) -> list[int]:
    return sorted(int(file.name) for file in folder.iterdir())


def until(true: Callable[[], bool]) -> None:
    end = time.monotonic() + 20
    while not true():
        assert time.monotonic() < end
        time.sleep(0.02)


def is_alive(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    return True


def test_a_killed_worker_is_started_again(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with kept_running([sys.executable, "-c", WAITS, str(tmp_path)], "worker", pause=0.01):
        until(lambda: len(processes(tmp_path)) == 1)
        (first,) = processes(tmp_path)
        os.kill(first, signal.SIGKILL)
        until(lambda: len(processes(tmp_path)) == 2)
        assert "The worker ended (-9); it is started again." in capsys.readouterr().out
    assert not any(map(is_alive, processes(tmp_path)))


def test_one_that_cannot_start_is_tried_less_and_less(tmp_path: Path) -> None:
    with kept_running([sys.executable, "-c", ENDS, str(tmp_path)], "worker", pause=0.05):
        until(lambda: len(processes(tmp_path)) == 3)
    tried = len(processes(tmp_path))
    time.sleep(0.3)
    assert len(processes(tmp_path)) == tried


def test_it_ends_with_the_block(tmp_path: Path) -> None:
    with kept_running([sys.executable, "-c", WAITS, str(tmp_path)], "worker"):
        until(lambda: len(processes(tmp_path)) == 1)
    assert not any(map(is_alive, processes(tmp_path)))
