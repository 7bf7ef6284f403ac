"""Files that came by the page: kept in the data folder until what they hold is imported."""

import re
import uuid
from collections.abc import Iterable
from pathlib import Path

from django.conf import settings

from vedu.clients.imports.run import ImportRun

_SAFE = re.compile(r"[^\w.-]+")
NAME_BYTES = 160


def folder() -> Path:
    return Path(settings.HOME) / "imports" / "uploads"


def keep(name: str, chunks: Iterable[bytes]) -> Path:
    """Write the file down under a name that no other has; only its owner may read it."""
    folder().mkdir(parents=True, exist_ok=True, mode=0o700)
    path = folder() / f"{uuid.uuid4().hex}-{_end_of(_SAFE.sub('_', Path(name).name))}"
    path.touch(mode=0o600)
    with path.open("wb") as file:
        for chunk in chunks:
            file.write(chunk)
    return path


def _end_of(name: str) -> str:
    """A file system counts the bytes of a name, and a letter has up to four."""
    return name.encode()[-NAME_BYTES:].decode(errors="ignore")


def discard(run: ImportRun) -> None:
    """Its rows are in the base, and the refused ones are kept with the run: the file is needed no more."""
    if run.file.parent == folder().resolve():
        run.file.unlink(missing_ok=True)
