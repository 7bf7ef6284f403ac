"""A migrated SQLite database, made once for a run of bin/test and copied wherever a new one is needed: a copy takes a
few milliseconds, the migrations five seconds of CPU."""

import os
import shutil
import subprocess
import time
from collections.abc import Mapping
from pathlib import Path

NAMED = "VEDU_TEST_MIGRATED"  # the file; it is there when it is whole
SECONDS = 120


def make(vedu: Path, file: Path, environment: Mapping[str, str]) -> None:
    """``environment`` names the folder of ``file`` as the home. Any command migrates; this one does nothing else."""
    subprocess.run(
        [vedu, "totals", "rebuild"], env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=True
    )
    (file.parent / "vedu.sqlite3").rename(file)


def copy_to(place: Path) -> bool:
    """False when this run has none: whoever asks migrates by himself. Waits while it is being made."""
    named = os.environ.get(NAMED)
    if not named:
        return False
    end = time.monotonic() + SECONDS
    while not Path(named).exists() and time.monotonic() < end:
        time.sleep(0.1)
    place.parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(named, place)
    return True
