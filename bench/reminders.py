"""DAY-4: many tasks are due at once while the worker is killed and started again; everybody is told of each once.

Run by ``vedu bench reminders``, on SQLite or on the PostgreSQL server of VEDU_DATABASE_URL; the tests do the same. The
worker is the one of ``vedu work`` with a quicker clock."""

import json
import os
import random
import signal
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit, urlunsplit

ROWS, KILLS, SELLERS = 10_000, 5, 20
WAIT = 120  # seconds
TICK = 0.05
Say = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Base:
    """A new base for one run; ``url`` is empty for SQLite in ``home``."""

    home: Path
    url: str = ""

    def start(self, *arguments: str) -> "subprocess.Popen[str]":
        """A process of its own that works on this base."""
        kept = {name: text for name, text in os.environ.items() if not name.startswith("VEDU_")}
        mine = {"VEDU_HOME": str(self.home), "VEDU_LANGUAGE": "en", "VEDU_DATABASE_URL": self.url}
        return subprocess.Popen(
            [sys.executable, "-m", "bench.reminders", *arguments],
            env=kept | {name: text for name, text in mine.items() if text},
            cwd=Path(__file__).parents[1],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )

    def done(self, *arguments: str) -> str:
        """What it said when it came to its end. Raises ValueError when it failed."""
        process = self.start(*arguments)
        said = process.communicate(timeout=WAIT)[0]
        if process.returncode:
            raise ValueError(said)
        return said

    def ask(self, sql: str) -> int:
        if not self.url:
            with closing(sqlite3.connect(self.home / "vedu.sqlite3", timeout=30)) as base:
                return int(base.execute(sql).fetchone()[0])
        import psycopg

        with psycopg.connect(self.url) as server:
            found = server.execute(sql.encode()).fetchone()
            assert found is not None
            return int(found[0])

    @property
    def told(self) -> int:
        return self.ask("SELECT COUNT(*) FROM foundation_notice WHERE kind = 'task.due'")


def measure(*, say: Say, rows: int = ROWS, kills: int = KILLS, json_file: Path | None = None) -> int:
    """Returns 1 when somebody was told twice or not at all."""
    with new_base(os.environ.get("VEDU_DATABASE_URL", "")) as base:
        base.done("fill", str(rows))
        started = time.perf_counter()
        stopped = kill_and_restart(base, rows, kills, random.Random(7))  # noqa: S311 the same moments each time
        seconds, found = time.perf_counter() - started, figures(base)
    say(f"{rows:,} tasks due at once; the worker killed when {', '.join(f'{one:,}' for one in stopped)} were told")
    say("  " + ", ".join(f"{name} {number:,}" for name, number in found.items()) + f"; {seconds:.1f} s in all")
    is_whole = found == expected(rows, stopped[0])
    say("everybody was told of each once" if is_whole else f"NOT as it should be: {expected(rows, stopped[0])}")
    if json_file is not None:
        json_file.write_text(json.dumps(found | {"seconds": round(seconds, 1)}))
    return 0 if is_whole else 1


def kill_and_restart(base: Base, rows: int, kills: int, dice: random.Random) -> list[int]:
    """SIGKILL at ``kills`` moments; what was told by the first is read at once. Then two workers go on together."""
    stopped = []
    for number, share in enumerate(sorted(dice.random() * 0.8 for _kill in range(kills))):
        _kill_beyond(base, base.start("work"), int(rows * share) + 1)
        stopped.append(base.told)
        if not number:
            base.done("read")
    last = [base.start("work"), base.start("work")]
    _wait(base, rows, last)
    time.sleep(20 * TICK)  # a few rounds more: they have nothing to tell
    for worker in last:
        _kill(worker)
    return stopped


def _kill_beyond(base: Base, worker: "subprocess.Popen[str]", number: int) -> None:
    _wait(base, number, [worker])
    _kill(worker)


def _wait(base: Base, number: int, workers: "list[subprocess.Popen[str]]") -> None:
    end = time.monotonic() + WAIT
    while base.told < number:
        dead = next((worker for worker in workers if worker.poll() is not None), None)
        if dead is not None:
            raise ValueError(f"the worker stopped by itself: {dead.communicate()[0]}")
        if time.monotonic() > end:
            raise ValueError(f"only {base.told} of {number} told in {WAIT} s")
        time.sleep(0.005)


def _kill(worker: "subprocess.Popen[str]") -> None:
    worker.send_signal(signal.SIGKILL)
    worker.communicate()


def figures(base: Base) -> dict[str, int]:
    """What came to the eye: notices of tasks; of different tasks; to who leads them; those still unread."""
    told = "FROM foundation_notice n WHERE n.kind = 'task.due'"
    task = "CAST(n.data->>'task' AS bigint)"
    return {
        "told": base.ask(f"SELECT COUNT(*) {told}"),
        "different": base.ask(f"SELECT COUNT(DISTINCT {task}) {told}"),
        "theirs": base.ask(
            f"SELECT COUNT(*) FROM foundation_notice n JOIN sales_task t ON t.id = {task}"  # noqa: S608
            " AND t.assignee_id = n.person_id WHERE n.kind = 'task.due'"
        ),
        "unread": base.ask(f"SELECT COUNT(*) {told} AND n.read_at IS NULL"),
        "kept": base.ask("SELECT COUNT(*) FROM sales_reminder"),
    }


def expected(rows: int, read: int) -> dict[str, int]:
    return {"told": rows, "different": rows, "theirs": rows, "unread": rows - read, "kept": rows}


@contextmanager
def new_base(url: str) -> Iterator[Base]:
    """Gone at the end; on PostgreSQL a database beside the one that is named."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as folder:
        if urlsplit(url).scheme not in {"postgres", "postgresql"}:
            yield Base(Path(folder))
            return
        import psycopg

        name = f"vedu_reminders_{os.getpid()}"
        with psycopg.connect(url, autocommit=True) as server:
            server.execute(f"CREATE DATABASE {name}".encode())
            try:
                yield Base(Path(folder), urlunsplit(urlsplit(url)._replace(path=f"/{name}")))
            finally:
                server.execute(f"DROP DATABASE {name} WITH (FORCE)".encode())


def _fill(rows: int) -> None:
    """Sellers for whom it is noon now, whatever the clock says, each with a client and his share of the tasks."""
    from datetime import UTC, datetime, timedelta

    from vedu.clients.client import Client
    from vedu.commands import prepare
    from vedu.foundation.many_rows import insert
    from vedu.foundation.people.calendar_day import CalendarDay
    from vedu.foundation.people.user import User
    from vedu.sales.touches.task import Task

    prepare.database()
    now = datetime.now(UTC)
    behind = now.hour - 12  # Etc/GMT+3 is three hours behind
    for day in range(-3, 3):
        CalendarDay.objects.create(day=(now + timedelta(days=day)).date(), kind="working")
    owners: list[Any] = []
    for number in range(SELLERS):
        person = User.objects.create_user(f"seller{number}", time_zone=f"Etc/GMT{behind:+d}")
        client = Client.add(name=f"Client {number}", by=person)
        client.claim(by=person)
        owners.append((client.pk, person.pk))
    due_at = now + timedelta(minutes=5)
    told = ((*owners[number % SELLERS], f"Call {number}", due_at) for number in range(rows))
    insert(Task, ["client_id", "assignee_id", "title", "due_at"], told, has_time=True, created_at=now)


def _read() -> None:
    from django.utils import timezone

    from vedu.foundation.people.notice import Notice

    Notice.objects.unread().filter(kind="task.due").update(read_at=timezone.now())


def _work() -> None:
    from datetime import timedelta

    from vedu import cli, schedule
    from vedu.sales.reminders.reminding import remind

    assert any(every.job is remind for every in schedule.SCHEDULE)
    schedule.TICK, schedule.SCHEDULE = TICK, (schedule.Every(timedelta(seconds=TICK), remind),)
    cli.main(["work"])


def _main(what: str, *rest: str) -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    {"fill": lambda: _fill(int(rest[0])), "read": _read, "work": _work}[what]()


if __name__ == "__main__":
    _main(*sys.argv[1:])
