"""How a process behaves while it writes hundreds of thousands of rows."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

from django.db import connection


@contextmanager
def bulk_work() -> Iterator[None]:
    """Memory stays flat: SQLite does not map its file into it. Objects made before are not searched for garbage."""
    gc.collect()
    gc.freeze()
    mapped = _map(0)
    try:
        yield
    finally:
        _map(mapped)
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


def _map(size: int) -> int:
    """Sets how many bytes of its file SQLite maps; returns how many it was."""
    if connection.vendor != "sqlite":
        return 0
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA mmap_size")
        before = (cursor.fetchone() or (0,))[0]
        cursor.execute(f"PRAGMA mmap_size = {int(size)}")
    return int(before)
