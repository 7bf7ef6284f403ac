"""How a process behaves while it writes hundreds of thousands of rows."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection

# The file is not mapped into memory, and pages that many batches change go to the file once for all of them.
WHILE_WRITING = {"mmap_size": 0, "cache_size": -32_000, "wal_autocheckpoint": 8000}


@contextmanager
def bulk_work() -> Iterator[None]:
    """Memory stays flat, the disk is written less often. Objects made before are not searched for garbage."""
    gc.freeze()
    before = {name: _set(name, value) for name, value in WHILE_WRITING.items()}
    try:
        yield
    finally:
        for name, value in before.items():
            _set(name, value)
        gc.unfreeze()


@contextmanager
def one_batch() -> Iterator[None]:
    """The garbage collector, woken by the number of objects, takes a quarter of the time: it comes after the batch."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()
        gc.collect(0)


def _set(name: str, value: int) -> int:
    """Sets a pragma of SQLite; returns what it was."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute(f"PRAGMA {name}")
        before = (cursor.fetchone() or (0,))[0]
        cursor.execute(f"PRAGMA {name} = {int(value)}")
    return int(before)
