"""Builds or measures one database, in a process of its own.

Use: python -m bench.one build, or python -m bench.one FILE [PIDS], which writes the figures to FILE."""

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

REQUESTS, WARM = 150, 15


def main() -> None:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    from bench import base
    from vedu.commands import prepare

    prepare.database()
    if sys.argv[1] == "build":
        base.build()
        return
    pids = [int(pid) for pid in sys.argv[2:]]
    Path(sys.argv[1]).write_text(json.dumps(measure(pids)))


def measure(database: list[int]) -> dict[str, Any]:
    """{"cases": [row …], "memory": MB}."""
    from bench import server
    from bench.cases import cases
    from vedu.foundation.people.token import ApiToken
    from vedu.foundation.people.user import User

    with server.running(database) as running:
        rows = []
        for case in cases():
            who = User.objects.get(username=case.who)
            headers = {"Cookie": f"sessionid={_session(who)}"}
            if case.name in ("move", "create"):
                headers = {"Authorization": f"Bearer {ApiToken.issue(who)}", "Content-Type": "application/json"}
            rows.append(_measure(case, running, server.Browser(running.port, headers), who))
        return {"cases": rows, "memory": round(running.memory(), 1)}


def _measure(case: Any, running: Any, browser: Any, who: Any) -> dict[str, Any]:
    from bench.limit import queries_and_limit

    requests: Iterator[Any] = case.requests()
    for request in islice(requests, WARM):
        browser.send(request.method, request.path, request.body)
    before, times, sizes = running.cpu_seconds(), [], []
    for request in islice(requests, REQUESTS):
        start = time.perf_counter()
        sizes.append(len(browser.send(request.method, request.path, request.body)))
        times.append((time.perf_counter() - start) * 1000)
    spent = (running.cpu_seconds() - before) / REQUESTS * 1000
    row = {"name": case.name, "limit_ms": case.limit, "cpu_ms": round(spent, 2), "bytes": statistics.median(sizes)}
    row |= {"p50_ms": round(statistics.median(times), 2), "p95_ms": round(statistics.quantiles(times, n=20)[18], 2)}
    if request.method == "GET":
        queries, bare = queries_and_limit(who, request)
        row |= {"queries": queries, "bare_ms": round(bare, 2), "ratio": round(spent / bare, 1) if bare else None}
    return row


def _session(user: Any) -> str:
    from django.test.client import Client

    browser = Client()
    browser.force_login(user)
    return browser.cookies["sessionid"].value


if __name__ == "__main__":
    main()
