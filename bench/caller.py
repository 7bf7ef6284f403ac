"""One caller at the pages of calling, as a process of its own that can be killed: python -m bench.caller PLAN LOG.

PLAN is JSON: port, cookie, token, the list, seconds, how long one call takes, which of the callers it is. Every line of
LOG is one client that was shown: who, when, how long it took to come, and whether an outcome was written."""

import http.client
import json
import re
import sys
import time
from itertools import cycle
from pathlib import Path
from typing import Any, NamedTuple
from urllib.parse import urlencode

ROW = re.compile(rb'action="/calling/queue/(\d+)/attempts"')
CLIENT = re.compile(rb'data-focus><a class="v-plain" href="/clients/(\d+)/"')
OUTCOMES: tuple[dict[str, str], ...] = (
    {"outcome": "no_answer"},
    {"outcome": "refused", "permission": "no"},
    {"outcome": "gatekeeper", "gatekeeper": "Лариса Викторовна", "route": "после обеда"},
    {"outcome": "dropped"},
    {"outcome": "decision_maker", "permission": "yes", "step_kind": "meeting", "step_on": "2031-05-13"},
)
LATER = 0.2


class Shown(NamedTuple):
    row: int
    client: int


class Caller:
    def __init__(self, plan: dict[str, Any], log: Path) -> None:
        self.plan, self.log = plan, log.open("a", buffering=1, encoding="utf-8")
        self.connection = http.client.HTTPConnection("127.0.0.1", plan["port"], timeout=60)
        self.headers = {
            "Cookie": plan["cookie"],
            "X-CSRFToken": plan["token"],
            "Content-Type": "application/x-www-form-urlencoded",
        }

    def run(self) -> None:
        ends, said = time.time() + self.plan["seconds"], cycle(OUTCOMES)
        held = self._begin()
        while time.time() < ends:
            if held is None:
                time.sleep(LATER)
                held = self._begin()
                continue
            talked_till = time.monotonic() + self.plan["pause"]
            self._write(shown=held.row, client=held.client, at=time.time())
            time.sleep(max(0.0, talked_till - time.monotonic()))
            started = time.monotonic()
            page = self._send("POST", f"/calling/queue/{held.row}/attempts", next(said), {"HX-Request": "true"})
            self._write(done=held.row, client=held.client, at=time.time(), ms=(time.monotonic() - started) * 1000)
            held = _shown(page)
        self._send("POST", f"/calling/{self.plan['list']}/pause")

    def _begin(self) -> Shown | None:
        self._send("POST", f"/calling/{self.plan['list']}/next")
        return _shown(self._send("GET", f"/calling/{self.plan['list']}/"))

    def _send(
        self, method: str, path: str, said: dict[str, str] | None = None, headers: dict[str, str] | None = None
    ) -> bytes:
        self.connection.request(method, path, urlencode(said or {}), self.headers | (headers or {}))
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status not in (200, 302):
            self._write(failed=path, status=answer.status)
            raise SystemExit(f"{method} {path} answered {answer.status}: {content[:300]!r}")
        return content

    def _write(self, **facts: Any) -> None:
        self.log.write(json.dumps(facts) + "\n")


def _shown(page: bytes) -> Shown | None:
    row, client = ROW.search(page), CLIENT.search(page)
    return Shown(int(row[1]), int(client[1])) if row and client else None


if __name__ == "__main__":
    Caller(json.loads(sys.argv[1]), Path(sys.argv[2])).run()
