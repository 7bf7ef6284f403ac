"""A process beside this one that is started again whenever it ends by itself: reminders and imports must not stop in
silence when the worker is killed."""

import subprocess
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from threading import Event, Thread

from vedu.commands import prepare

PAUSE = 1.0  # seconds, and twice as long after each end in a row, so that what cannot start does not spin
LONGEST_PAUSE = 60.0
STAYED = 30.0  # seconds; what has lived so long had started well
PATIENCE = 10.0


@contextmanager
def kept_running(command: Sequence[str], name: str, *, pause: float = PAUSE) -> Iterator[None]:
    """Till the end of the block. ``name`` says in a line whose end was seen."""
    keeper = _Keeper(command, name, pause)
    keeper.start()
    try:
        yield
    finally:
        keeper.stop()


class _Keeper(Thread):
    def __init__(self, command: Sequence[str], name: str, pause: float) -> None:
        super().__init__(daemon=True)
        self._command, self._title, self._first_pause = command, name, pause
        self._stopping = Event()
        self._process = self._begin()

    def run(self) -> None:
        pause = self._first_pause
        while True:
            lived = self._lived()
            if self._stopping.is_set():
                return
            pause = self._first_pause if lived else min(pause * 2, LONGEST_PAUSE)
            prepare.say(f"The {self._title} ended ({self._process.returncode}); it is started again.")
            if self._stopping.wait(pause):
                return
            self._process = self._begin()
            if self._stopping.is_set():  # meanwhile: what stop() has ended was the old one
                self._process.terminate()

    def stop(self) -> None:
        self._stopping.set()
        self._process.terminate()
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self.join(PATIENCE)

    def _begin(self) -> "subprocess.Popen[bytes]":
        return subprocess.Popen(self._command)  # noqa: S603 a command of our own

    def _lived(self) -> bool:
        """Waits for the end; whether the process had stayed."""
        try:
            self._process.wait(STAYED)
        except subprocess.TimeoutExpired:
            self._process.wait()
            return True
        return False
