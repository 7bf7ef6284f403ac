"""Small files and runs of the import tests."""

from pathlib import Path
from typing import Any

from vedu.clients.imports import preparing, running
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User


def write(folder: Path, text: str, name: str = "file.csv", encoding: str = "utf-8") -> Path:
    path = folder / name
    path.write_bytes(text.strip().encode(encoding))
    return path


def load(folder: Path, text: str, *, by: User | None = None, format_code: str = "clients", **mapping: Any) -> ImportRun:
    """Import this text as a file; the run as it stands in the base afterwards."""
    path = write(folder, text)
    run = preparing.begin(path, by=by, format_code=format_code, given=mapping)
    running.carry_out(run)
    return ImportRun.objects.get(pk=run.pk)


def why(run: ImportRun) -> list[tuple[int, str]]:
    """Number and code of every refused row."""
    return [(row.number, reason["code"]) for row in run.refused_rows.all() for reason in row.reasons]
