"""One caller at the pages of calling, as a process of its own that can be killed: python -m bench.caller PLAN LOG.

PLAN is JSON: port, cookie, token, the list, how long one call takes (``pause``) and how long to wait for somebody to
come (``patience``), in seconds. LOG has a line for every client shown, and one for every outcome written, with the
milliseconds until the next client was there."""

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
        """Until nobody has come for so long that no lease can hold anybody any more."""
        said, held, waited_since = cycle(OUTCOMES), self._begin(), time.monotonic()
        while time.monotonic() - waited_since < self.plan["patience"]:
            if held is None:
                time.sleep(LATER)
                held = self._begin()
                continue
            held = self._call(held, next(said))
            waited_since = time.monotonic()

    def _call(self, held: Shown, said: dict[str, str]) -> Shown | None:
        self._write(shown=held.row, client=held.client, at=time.time())
        time.sleep(self.plan["pause"])
        started = time.monotonic()
        page = self._send("POST", f"/calling/queue/{held.row}/attempts", said, {"HX-Request": "true"})
        self._write(done=held.row, client=held.client, at=time.time(), ms=(time.monotonic() - started) * 1000)
        return _shown(page)

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
