"""How far an import is, in one line of a terminal that is written over."""

import sys
import time
from types import TracebackType
from typing import Self, TextIO

from vedu.clients.imports.run import ImportRun

WIDTH = 30


class ProgressBar:
    """Shows nothing when nobody watches: in a pipe or a log."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._started = time.monotonic()
        self._is_watched = self._stream.isatty()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._is_watched:
            self._stream.write("\r\033[K")
            self._stream.flush()

    def __call__(self, run: ImportRun) -> None:
        if not self._is_watched or not run.rows_total:
            return
        share = min(1.0, run.rows_read / run.rows_total)
        full = round(share * WIDTH)
        speed = round(run.rows_read / max(0.001, time.monotonic() - self._started))
        bar = "█" * full + "░" * (WIDTH - full)
        self._stream.write(
            f"\r{bar} {share:4.0%}  {run.rows_read:,} / {run.rows_total:,}  {speed:,}/s ".replace(",", "\u202f")
        )
        self._stream.flush()
