"""Servers and workers are killed while people write; every answer that somebody got is true afterwards.

Run by ``vedu bench kills``: one server and one worker on SQLite, two and two on the PostgreSQL of VEDU_DATABASE_URL or
a throw-away one. Sellers add companies, log touches and move their deals through the API, an import runs, tasks fall
due; SIGKILL hits any of these processes at random moments, and it is started again. Who had no answer asks again with
the same Idempotency-Key, as a client of the API should, or gives up: then it is there once or not at all."""

import http.client
import json
import os
import random
import signal
import subprocess
import sys
import threading
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bench import server
from bench.killed import write_file
from bench.reminders import Base, new_base

ROWS, KILLS, SELLERS = 60_000, 100, 4
TASKS = 2_000
WAIT, LONGEST_PEACE = 120, 4  # seconds
GIVES_UP = 0.2  # share of the requests that are not sent again when there was no answer
ROOT = Path(__file__).parents[1]
Say = Callable[[str], None]
Ask = Callable[[], "subprocess.Popen[bytes]"]


def measure(*, say: Say, json_file: Path | None = None, rows: int = KILLS) -> int:
    """``rows`` kills. Returns 1 when a row is lost, doubled or half there, on SQLite or on PostgreSQL."""
    results = {"sqlite": on("", 1, rows)}
    with _postgresql() as url:
        results["postgresql, two servers and two workers"] = on(url, 2, rows)
    for name, result in results.items():
        say(f"{name}: killed {result['killed']}, rows lost {result['lost']}, doubled {result['doubled']}")
        say(f"  answered writes {result['answered']:,}, given up {result['given_up']}, broken {result['broken'] or 0}")
    if json_file is not None:
        json_file.write_text(json.dumps(results, indent=1))
    return 0 if all(is_whole(result) for result in results.values()) else 1


def is_whole(result: Mapping[str, Any]) -> bool:
    return not (result["lost"] or result["doubled"] or result["broken"] or result["failed"])


def on(
    url: str, each: int, kills: int, rows: int = ROWS, tasks: int = TASKS, peace: float = LONGEST_PEACE
) -> dict[str, Any]:
    """``each``: so many servers and so many workers. ``peace``: seconds between two kills at most."""
    with new_base(url) as base, ExitStack() as running:
        base.done("fill", str(tasks))
        built = _base(base, "build", str(SELLERS))
        ports = [server.free_port() for _server in range(each)]
        killable = [running.enter_context(_kept_up(_serving(base, port), port)) for port in ports]
        killable += [running.enter_context(_kept_up(_working(base))) for _worker in range(each)]
        killable.append(running.enter_context(_kept_up(_importing(base, rows), is_done=lambda: _is_imported(base))))
        writers = [Writer(one, built["stages"], ports, number) for number, one in enumerate(built["writers"])]
        with _writing(writers):
            _kill(killable, kills, random.Random(7), peace)  # noqa: S311 the same choices each time
        _finish(base, killable[-1], tasks)
        return _judged(writers, _base(base, "count"), base, kills, rows, tasks)


@dataclass
class Process:
    """Started again as soon as it was killed; one whose work ``is_done`` is left alone."""

    start: Ask
    port: int = 0
    is_done: Callable[[], bool] = lambda: False
    running: "subprocess.Popen[bytes] | None" = None

    def begin(self) -> None:
        self.running = self.start()
        if self.port:
            server.wait(self.port, self.running)

    def kill(self) -> None:
        assert self.running is not None
        if self.running.poll() is None:
            os.killpg(self.running.pid, signal.SIGKILL)
        self.running.wait()


@dataclass
class Writer:
    """One seller: company, touch, move, in turn, with a key each; ``answered`` is what an answer said is there."""

    me: Mapping[str, Any]
    stages: list[int]
    ports: list[int]
    number: int
    answered: dict[str, list[str]] = field(default_factory=lambda: {"made": [], "touched": [], "moves": []})
    given_up: list[str] = field(default_factory=list)
    failed: list[str] = field(default_factory=list)
    stop: threading.Event = field(default_factory=threading.Event)

    def write(self) -> None:
        dice, turn = random.Random(self.number), 0
        while not self.stop.is_set():
            turn += 1
            deal, name = self.me["deal"], f"{self.number}-{turn}"
            self._send(dice, "made", "/companies", {"name": f"Made {name}", "claim": True}, f"Made {name}")
            touch = {"deal": deal, "channel": "call", "text": f"Said {name}", "override_reason": "They asked"}
            self._send(dice, "touched", "/touches", touch, f"Said {name}")
            self._send(dice, "moves", f"/deals/{deal}/moves", {"stage": self.stages[turn % 2]}, "")

    def _send(self, dice: random.Random, kind: str, path: str, body: Mapping[str, Any], name: str) -> None:
        key, gives_up = uuid.uuid4().hex, dice.random() < GIVES_UP
        for attempt in range(WAIT * 10):
            try:
                status, said = self._asked(self.ports[(self.number + attempt) % len(self.ports)], path, body, key)
            except (OSError, http.client.HTTPException):
                if gives_up:
                    self.given_up.append(name)
                    return
                time.sleep(0.1)
                continue
            self._note(kind, status, said, name)
            return
        self.failed.append(f"{path}: no answer in {WAIT} s")

    def _note(self, kind: str, status: int, said: Mapping[str, Any], name: str) -> None:
        if status == 201:
            self.answered[kind].append(name or str(said["id"]))
        elif not (kind == "moves" and status == 409):  # a move that was given up may have been made
            self.failed.append(f"{kind} {name}: {status} {said}")

    def _asked(self, port: int, path: str, body: Mapping[str, Any], key: str) -> tuple[int, dict[str, Any]]:
        connection = http.client.HTTPConnection("127.0.0.1", port, timeout=30)
        try:
            headers = {
                "Authorization": f"Bearer {self.me['token']}",
                "Idempotency-Key": key,
                "Content-Type": "application/json",
            }
            connection.request("POST", f"/api/v1{path}", json.dumps(body), headers)
            answer = connection.getresponse()
            return answer.status, json.loads(answer.read())
        finally:
            connection.close()


@contextmanager
def _kept_up(start: Ask, port: int = 0, is_done: Callable[[], bool] = lambda: False) -> Iterator[Process]:
    process = Process(start, port, is_done)
    process.begin()
    try:
        yield process
    finally:
        process.kill()


@contextmanager
def _writing(writers: list[Writer]) -> Iterator[None]:
    threads = [threading.Thread(target=writer.write) for writer in writers]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        for writer in writers:
            writer.stop.set()
        for thread in threads:
            thread.join()


def _kill(killable: list[Process], kills: int, dice: random.Random, peace: float) -> None:
    """At no moment in particular. An import that has come to its end is not killed any more."""
    for _number in range(kills):
        time.sleep(dice.random() * peace)
        process = dice.choice([one for one in killable if not one.is_done()])
        process.kill()
        process.begin()


def _finish(base: Base, importing: Process, tasks: int) -> None:
    """The import comes to its end, and the workers tell of what is due."""
    end = time.monotonic() + WAIT
    while time.monotonic() < end and not (importing.is_done() and base.told >= tasks):
        if importing.running and importing.running.poll() is not None and not importing.is_done():
            importing.begin()
        time.sleep(0.2)


def _judged(
    writers: list[Writer], found: Mapping[str, Any], base: Base, kills: int, rows: int, tasks: int
) -> dict[str, Any]:
    lost = doubled = 0
    for kind in ("made", "touched"):
        answered = [name for writer in writers for name in writer.answered[kind]]
        lost += sum(name not in found[kind] for name in answered)
        doubled += sum(times - 1 for times in found[kind].values())
    moves = {int(move) for writer in writers for move in writer.answered["moves"]}
    lost += len(moves.difference(found["moves"])) + max(0, rows - found["imported_different"])
    different = base.ask(
        "SELECT COUNT(DISTINCT CAST(data->>'task' AS bigint)) FROM foundation_notice WHERE kind = 'task.due'"
    )
    lost, doubled = lost + tasks - different, doubled + base.told - different
    return {
        "killed": kills,
        "lost": lost,
        "doubled": doubled + found["imported"] - found["imported_different"],
        "answered": sum(len(names) for writer in writers for names in writer.answered.values()),
        "given_up": sum(len(writer.given_up) for writer in writers),
        "failed": [fault for writer in writers for fault in writer.failed],
        "broken": found["broken"],
    }


def _serving(base: Base, port: int) -> Ask:
    return lambda: _process(base, "-m", "vedu.cli", "serve", "--port", str(port), "--no-worker")


def _working(base: Base) -> Ask:
    """The worker of ``vedu work`` with a quicker clock."""
    return lambda: _process(base, "-m", "bench.reminders", "work")


def _importing(base: Base, rows: int) -> Ask:
    """Begun once, then resumed."""
    file = write_file(base.home / "clients.csv", rows)

    def start() -> "subprocess.Popen[bytes]":
        is_begun = base.ask("SELECT COUNT(*) FROM clients_importrun") > 0
        arguments = ["--resume", "1"] if is_begun else [str(file), "--format", "clients", "--by", "admin"]
        return _process(base, "-m", "vedu.cli", "import", *arguments)

    return start


def _is_imported(base: Base) -> bool:
    return base.ask("SELECT COUNT(*) FROM clients_importrun WHERE phase = 'done'") > 0


def _process(base: Base, *arguments: str) -> "subprocess.Popen[bytes]":
    """A group of its own, so that a server goes with all of its processes."""
    with (base.home / "processes.log").open("ab") as log:
        return subprocess.Popen(
            [sys.executable, *arguments],
            env=_environment(base),
            cwd=ROOT,
            stdout=log,
            stderr=log,
            start_new_session=True,
        )


def _environment(base: Base) -> dict[str, str]:
    kept = {name: text for name, text in os.environ.items() if not name.startswith("VEDU_")}
    mine = {"VEDU_HOME": str(base.home), "VEDU_LANGUAGE": "en", "VEDU_DATABASE_URL": base.url}
    return kept | {name: text for name, text in mine.items() if text}


def _base(base: Base, *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "bench.kills_base", *arguments]
    done = subprocess.run(command, check=True, env=_environment(base), cwd=ROOT, stdout=subprocess.PIPE, text=True)
    found: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return found


@contextmanager
def _postgresql() -> Iterator[str]:
    if url := os.environ.get("VEDU_DATABASE_URL"):
        yield url
        return
    sys.path.insert(0, str(ROOT / "bin"))
    from throwaway_postgres import throwaway_postgres

    with throwaway_postgres() as url:
        yield url
