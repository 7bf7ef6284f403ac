"""A million clients with as many people: imported into an empty base, then searched through the page.

Run by ``vedu bench million``, on SQLite and on PostgreSQL. Told: rows a second by the clock beside the engine's own
bulk load of the same file, the most memory of the import, and CPU, p50 and p95 of a search."""

import csv
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from itertools import cycle
from pathlib import Path
from typing import Any
from urllib.parse import quote

from bench.import_clients import write_file

ROWS = 1_000_000
# Rows a second by the clock, megabytes, milliseconds: the goals of the second stage.
IMPORT_GOALS = {"sqlite": 10_000, "postgresql": 15_000}
MEMORY_GOAL, SEARCH_GOAL = 400, 50
WORDS = (
    "волжский хлеб", "красный порт 77", "котова", "9912", "info12345@",
    "4321", "ооо лесной", "белов игорь", "сад 31", "мост",
)  # fmt: skip
Say = Callable[[str], None]


def measure(*, say: Say, json_file: Path | None = None, rows: int = ROWS) -> int:
    """Returns 1 when a goal is not met."""
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as folder:
        file = Path(folder) / "clients.csv"
        write_file(file, rows)
        say(f"{rows:,} rows of clients and people, {file.stat().st_size >> 20} MB")
        results = {"sqlite": _on_sqlite(file, Path(folder)), "postgresql": _on_postgresql(file, Path(folder))}
    for database, result in results.items():
        for line in told(database, result):
            say(line)
    if json_file is not None:
        json_file.write_text(json.dumps(results, indent=1))
    return 0 if all(is_good(database, result) for database, result in results.items()) else 1


def told(database: str, result: dict[str, Any]) -> Iterator[str]:
    done, search = result["import"], result["search"]
    times = done["bulk_load_per_second"] / done["rows_per_second"]
    yield f"{database}"
    yield f"  import  {done['rows_per_second']:>8,} rows/s (goal {IMPORT_GOALS[database]:,}); {done['counts']}"
    yield f"  bulk    {done['bulk_load_per_second']:>8,} rows/s: the engine's own load of a bare table; ×{times:.1f}"
    yield f"  memory  {done['memory_mb']:>8,} MB at most (goal {MEMORY_GOAL})"
    yield (
        f"  search  CPU {search['cpu_ms']} ms, p50 {search['p50_ms']}, p95 {search['p95_ms']} ms "
        f"(goal {SEARCH_GOAL}), {search['bytes'] / 1024:.0f} KB"
    )


def is_good(database: str, result: dict[str, Any]) -> bool:
    done, search = result["import"], result["search"]
    is_fast = done["rows_per_second"] >= IMPORT_GOALS[database] and search["p95_ms"] <= SEARCH_GOAL
    return bool(is_fast and done["memory_mb"] <= MEMORY_GOAL)


def _on_sqlite(file: Path, folder: Path) -> dict[str, Any]:
    return _figures(file, {"VEDU_HOME": str(folder / "sqlite")})


def _on_postgresql(file: Path, folder: Path) -> dict[str, Any]:
    sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bin"))
    from throwaway_postgres import throwaway_postgres

    with throwaway_postgres() as url:
        return _figures(file, {"VEDU_HOME": str(folder / "postgresql"), "VEDU_DATABASE_URL": url})


def _figures(file: Path, settings: dict[str, str]) -> dict[str, Any]:
    """The import and the search, each in a process of its own."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    environment |= {**settings, "DJANGO_SETTINGS_MODULE": "vedu.settings"}
    return {what: json.loads(_in_own_process(what, file, environment)) for what in ("import", "search")}


def _in_own_process(what: str, file: Path, environment: dict[str, str]) -> str:
    command = [sys.executable, "-m", "bench.million", what, str(file)]
    root = Path(__file__).resolve().parent.parent
    return subprocess.run(command, cwd=root, env=environment, check=True, stdout=subprocess.PIPE, text=True).stdout


def _import(file: Path) -> dict[str, Any]:
    from vedu.clients.imports import preparing, running

    run = preparing.begin(file, by=None, format_code="clients")
    started = time.perf_counter()
    running.carry_out(run)
    seconds = time.perf_counter() - started
    return {
        "rows_per_second": round(run.rows_total / seconds),
        "counts": ", ".join(f"{name} {count:,}" for name, count in run.counts.items()),
        "memory_mb": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss >> 10,
        "bulk_load_per_second": round(run.rows_total / _bulk_load(file)),
    }


def _bulk_load(file: Path) -> float:
    """Seconds for the file's rows in one bare table, by COPY or by an executemany in one transaction."""
    from django.db import connection, transaction

    started = time.perf_counter()
    with transaction.atomic(), connection.cursor() as cursor, file.open(encoding="utf-8", newline="") as lines:
        cursor.execute("CREATE TABLE bare_rows (a text, b text, c text, d text, e text, f text)")
        if connection.vendor == "postgresql":
            with cursor.copy("COPY bare_rows FROM STDIN WITH (FORMAT csv, HEADER)") as copy:
                while part := lines.read(1 << 20):
                    copy.write(part)
        else:
            rows: Any = csv.reader(lines)
            cursor.executemany("INSERT INTO bare_rows VALUES (%s, %s, %s, %s, %s, %s)", rows)
        seconds = time.perf_counter() - started
        cursor.execute("DROP TABLE bare_rows")
    return seconds


def _postmaster() -> list[int]:
    """The pid of the database's server, whose CPU counts; none for SQLite."""
    from django.db import connection

    if connection.vendor != "postgresql":
        return []
    with connection.cursor() as cursor:
        cursor.execute("SHOW data_directory")
        (folder,) = cursor.fetchone()
    return [int((Path(folder) / "postmaster.pid").read_text().split()[0])]


def _search() -> dict[str, Any]:
    from bench import server
    from bench.cases import Case, Request
    from bench.one import ROUNDS, Runner
    from vedu.foundation.people.user import User

    User.objects.create_user("boss", role="owner", password=None, first_name="Vera", last_name="Boss")
    case = Case("search", SEARCH_GOAL, lambda: (Request("GET", f"/search?q={quote(word)}") for word in cycle(WORDS)))
    with server.running(_postmaster()) as running:
        runner = Runner(case, running)
        runner.warm_up()
        for _round in range(ROUNDS):
            runner.run_round()
        row = runner.row()
    return {name: row[name] for name in ("cpu_ms", "p50_ms", "p95_ms", "bytes")}


def main(what: str, file: str) -> dict[str, Any]:
    import django

    django.setup()
    from vedu.commands import prepare

    prepare.database()
    return _import(Path(file)) if what == "import" else _search()


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main(*sys.argv[1:])))
