"""Builds or measures one database, in a process of its own.

Use: python -m bench.one build DEALS, or python -m bench.one FILE [PIDS], which writes the figures to FILE."""

import json
import os
import statistics
import sys
import time
from collections.abc import Iterator
from itertools import islice
from pathlib import Path
from typing import Any

import django

from bench import cpu

ROUNDS, REQUESTS, WARM = 16, 40, 15


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    from bench import base
    from vedu.commands import prepare

    prepare.database()
    if sys.argv[1] == "build":
        base.build(int(sys.argv[2]))
        return
    pids = [int(pid) for pid in sys.argv[2:]]
    Path(sys.argv[1]).write_text(json.dumps(measure(pids)))


def measure(database: list[int]) -> dict[str, Any]:
    """{"cases": [row …], "memory": MB, "loop_ms": how fast the machine was}. The rounds of all cases take turns: a
    machine that is busy with something else for a minute then spoils a round of each, not all rounds of one."""
    from bench import server
    from bench.cases import cases

    with server.running(database) as running:
        runners = [Runner(case, running) for case in cases()]
        for runner in runners:
            runner.warm_up()
        for _round in range(ROUNDS):
            for runner in runners:
                runner.run_round()
        loops = [loop for runner in runners for loop in runner.loops]
        return {
            "cases": [runner.row() for runner in runners],
            "memory": round(running.memory(), 1),
            "loop_ms": {"least": round(min(loops), 1), "median": round(statistics.median(loops), 1)},
        }


class Runner:
    """One case: its requests and what its rounds cost."""

    def __init__(self, case: Any, server: Any) -> None:
        from vedu.foundation.people.user import User

        self.case, self.server = case, server
        self.user = User.objects.get(username=case.who)
        self.browser = _browser(self.user, server.port, has_token=case.name in ("move", "create"))
        self.requests: Iterator[Any] = case.requests()
        self.rounds: list[float] = []
        self.times: list[float] = []
        self.loops: list[float] = []
        self.sizes: list[int] = []

    def warm_up(self) -> None:
        for request in islice(self.requests, WARM):
            self.browser.send(request.method, request.path, request.body)

    def run_round(self) -> None:
        self.loops.append(cpu.loop())
        before = self.server.cpu_seconds()
        for request in islice(self.requests, REQUESTS):
            start = time.perf_counter()
            self.sizes.append(len(self.browser.send(request.method, request.path, request.body)))
            self.times.append((time.perf_counter() - start) * 1000)
        self.rounds.append((self.server.cpu_seconds() - before) / REQUESTS * 1000)

    def row(self) -> dict[str, Any]:
        """The CPU figure is the cheapest round: a shared machine only ever adds to what a request costs. The median
        round stands beside it and tells how busy the machine was."""
        spent, p95 = min(self.rounds), statistics.quantiles(self.times, n=20)[18]
        row = {"name": self.case.name, "limit_ms": self.case.limit, "cpu_ms": round(spent, 2)}
        row |= {"median_round_ms": round(statistics.median(self.rounds), 2), "bytes": statistics.median(self.sizes)}
        row |= {"p50_ms": round(statistics.median(self.times), 2), "p95_ms": round(p95, 2)}
        return row | self._physical_limit(spent)

    def _physical_limit(self, spent: float) -> dict[str, Any]:
        from bench.limit import queries_and_limit

        request = next(self.requests)
        if request.method != "GET":
            return {}
        queries, bare = queries_and_limit(self.user, request)
        return {"queries": queries, "bare_ms": round(bare, 2), "ratio": round(spent / bare, 1) if bare else None}


def _browser(user: Any, port: int, *, has_token: bool) -> Any:
    from bench.server import Browser
    from vedu.foundation.people.token import ApiToken

    if not has_token:
        return Browser(port, {"Cookie": f"sessionid={_session(user)}"})
    return Browser(port, {"Authorization": f"Bearer {ApiToken.issue(user)}", "Content-Type": "application/json"})


def _session(user: Any) -> str:
    from django.test.client import Client

    browser = Client()
    browser.force_login(user)
    return browser.cookies["sessionid"].value


if __name__ == "__main__":
    main()
