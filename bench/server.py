"""A real server over the base, and a client that keeps its connection."""

import http.client
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass

from bench import cpu


@dataclass(slots=True)
class Server:
    """``database`` are the pids of a database server to be counted in; empty for SQLite."""

    port: int
    pid: int
    database: list[int]

    def cpu_seconds(self) -> float:
        return cpu.seconds(cpu.tree(self.pid)) + sum(cpu.seconds(cpu.tree(pid)) for pid in self.database)

    def memory(self) -> float:
        return cpu.memory(cpu.tree(self.pid))


@contextmanager
def running(database: list[int], environment: Mapping[str, str] | None = None) -> Iterator[Server]:
    """`vedu serve` on a free port, without the worker of background jobs; with our own environment without one."""
    port = free_port()
    command = [sys.executable, "-m", "vedu.cli", "serve", "--port", str(port), "--no-worker"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, env=dict(environment) if environment else None)
    try:
        wait(port, process)
        yield Server(port, process.pid, database)
    finally:
        process.terminate()
        process.wait(timeout=10)


class Browser:
    """Keeps one connection and one session or token."""

    def __init__(self, port: int, headers: dict[str, str]) -> None:
        self.connection, self.headers = http.client.HTTPConnection("127.0.0.1", port, timeout=30), headers

    def send(self, method: str, path: str, body: str | None = None, headers: dict[str, str] | None = None) -> bytes:
        """The body of the answer. Raises ValueError when it is not a success."""
        encoded = body.encode() if body is not None else None
        self.connection.request(method, path, encoded, {**self.headers, **(headers or {})})
        answer = self.connection.getresponse()
        content = answer.read()
        if answer.status not in (200, 201):
            raise ValueError(f"{method} {path} answered {answer.status}: {content[:300]!r}")
        return content


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def wait(port: int, process: subprocess.Popen[bytes]) -> None:
    for _attempt in range(300):
        if process.poll() is not None:
            raise ValueError("the server did not start")
        with socket.socket() as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        time.sleep(0.1)
    raise ValueError("the server did not answer within 30 seconds")
