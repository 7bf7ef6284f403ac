"""CPU time and memory of process trees, from /proc."""

import os
import time
from pathlib import Path

LOOP = 200_000
TICK = os.sysconf("SC_CLK_TCK")


def tree(pid: int) -> list[int]:
    """The process and everything it started."""
    found, todo = [], [pid]
    while todo:
        current = todo.pop()
        found.append(current)
        for tasks in Path(f"/proc/{current}/task").glob("*/children"):
            todo += [int(child) for child in tasks.read_text().split()]
    return found


def seconds(pids: list[int]) -> float:
    """User and system time of the processes and of their ended children."""
    total = 0
    for pid in pids:
        try:
            fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        except FileNotFoundError:
            continue
        total += sum(int(field) for field in fields[11:15])
    return total / TICK


def memory(pids: list[int]) -> float:
    """Proportional set size in MB: shared pages are divided among those who share them."""
    total = 0
    for pid in pids:
        try:
            lines = Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines()
        except (FileNotFoundError, ProcessLookupError):
            continue
        total += sum(int(line.split()[1]) for line in lines if line.startswith("Pss:"))
    return total / 1024


def loop() -> float:
    """CPU milliseconds of ``LOOP`` writes to a dict. The same work costs a shared machine twice as much when its
    neighbours are busy: a figure is worth what this was when it was taken."""
    start = time.process_time()
    dict(zip(range(LOOP), map(int, range(LOOP)), strict=True))
    return (time.process_time() - start) * 1000
