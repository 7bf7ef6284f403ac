"""Cuts the tests off from the machine: own data, no settings of the developer, no network.

Loaded by pytest before Django's settings are (see addopts in pyproject.toml).
"""

import atexit
import ipaddress
import os
import shutil
import socket
import sys
import tempfile
from pathlib import Path

KEPT = {
    "VEDU_DATABASE_URL",
    "VEDU_TEST_POSTGRES_URL",
    "VEDU_TEST_MIGRATED",
    "VEDU_TEST_TEMPLATE",
    "VEDU_TEST_ASKED",
    "VEDU_TEST_DEMO",
    "VEDU_CHROMIUM",
    "VEDU_SCREENSHOTS",
}


class NetworkForbidden(Exception):
    """A test reached for another machine."""


def isolate_settings() -> Path:
    """Gives the tests a new VEDU_HOME, removed at the end, and forgets every setting but the database's."""
    for name in [name for name in os.environ if name.startswith("VEDU_") and name not in KEPT]:
        del os.environ[name]
    home = tempfile.mkdtemp(prefix="vedu-tests-")
    atexit.register(shutil.rmtree, home, ignore_errors=True)
    os.environ.update(VEDU_HOME=home, VEDU_SECRET_KEY="only-for-tests", VEDU_LANGUAGE="ru")
    return Path(home)


def forbid_network(event: str, arguments: tuple[object, ...]) -> None:
    """An audit hook: sees every connection and every look-up of a name in this process."""
    if event in {"socket.connect", "socket.sendto"}:
        address = arguments[1]
        if isinstance(address, tuple) and not is_loopback(str(address[0])):
            raise NetworkForbidden(f"a test reached for {address[0]}")
    elif event == "socket.getaddrinfo" and not is_loopback(_text(arguments[0])):
        raise NetworkForbidden(f"a test looked up {_text(arguments[0])}")


def is_loopback(host: str) -> bool:
    if host in {"", "localhost", "0.0.0.0", "::", "None", socket.gethostname()}:
        return True
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return False


def _text(host: object) -> str:
    return host.decode() if isinstance(host, bytes) else str(host)


HOME = isolate_settings()
sys.addaudithook(forbid_network)
