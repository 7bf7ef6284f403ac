"""Reads a file in a process that may have only so much memory and time: `python -m tests.attack.limited FILE`."""

import os
import resource
import subprocess
import sys
from pathlib import Path

MEMORY, SECONDS = 768 << 20, 60
ROOT = Path(__file__).parents[2]


def read(path: Path) -> str:
    """Codes of the refusal, else how many rows there were. Raises CalledProcessError when the process died."""
    command = [sys.executable, "-m", "tests.attack.limited", str(path)]
    return subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=True).stdout.strip()


def _main(path: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()

    from vedu.clients.imports.reading.open_table import open_table
    from vedu.foundation.refusal import Refused

    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    try:
        said = str(sum(1 for _row in open_table(Path(path)).rows()))
    except Refused as refused:
        said = ",".join(refused.codes)
    sys.stdout.write(said)


if __name__ == "__main__":
    _main(sys.argv[1])
