"""A real server over a demo world in a folder of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

VEDU = Path(sys.executable).parent / "vedu"
SECONDS_TO_START = 60


@dataclass(frozen=True)
class DemoServer:
    url: str
    home: Path


@contextmanager
def serving(world: str, home: Path) -> Iterator[DemoServer]:
    """Builds the world and serves it until the end of the block."""
    subprocess.run(building(world), env=environment(home), stdin=subprocess.DEVNULL, check=True)
    with empty(home) as server:
        yield server


def building(world: str) -> list[str | Path]:
    """The command; pictures are taken of a world with its whole past."""
    size = [] if os.environ.get("VEDU_SCREENSHOTS") else ["--small"]
    return [VEDU, "demo", world, *size, "--build-only"]


@contextmanager
def empty(home: Path) -> Iterator[DemoServer]:
    """Serves what is in the folder, be it nothing."""
    port, log = free_port(), home / "server.log"
    command = [VEDU, "serve", "--port", str(port)]
    with log.open("w") as output:
        server = subprocess.Popen(
            command, env=environment(home), stdin=subprocess.DEVNULL, stdout=output, stderr=subprocess.STDOUT
        )
    try:
        url = f"http://127.0.0.1:{port}"
        wait_for(url, server, log)
        yield DemoServer(url, home)
    finally:
        server.terminate()
        server.wait(20)


def environment(home: Path) -> dict[str, str]:
    """No settings of the tests or of the developer; the state register is the one that works offline."""
    kept = {name: value for name, value in os.environ.items() if not name.startswith("VEDU_")}
    return {**kept, "VEDU_HOME": str(home), "VEDU_ENRICHMENT": "fixture"}


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as plug:
        return plug.getsockname()[1]


def wait_for(url: str, server: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + SECONDS_TO_START
    while time.monotonic() < end and server.poll() is None:
        try:
            urllib.request.urlopen(url, timeout=5).close()
        except urllib.error.HTTPError:
            return  # it answers
        except OSError:
            time.sleep(0.2)
        else:
            return
    raise AssertionError(f"the server did not start:\n{log.read_text()}")
