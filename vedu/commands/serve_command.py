"""Serve the pages and the API, with the worker of background jobs beside them."""

import argparse
import sys
from contextlib import AbstractContextManager, nullcontext

from django.conf import settings
from django.db import connections
from django.urls import get_resolver

from vedu.commands import prepare
from vedu.commands.beside import kept_running
from vedu.loading import loading


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    parser.add_argument("--port", type=int, default=8000, help="port to listen on (8000)")
    parser.add_argument("--workers", type=int, default=1, help="server processes (1)")
    parser.add_argument("--no-worker", action="store_true", help="do not start the worker of background jobs")


def run(options: argparse.Namespace) -> int:
    prepare.database()
    serve(options.host, options.port, workers=options.workers, with_jobs=not options.no_worker)
    return 0


def serve(host: str, port: int, *, workers: int = 1, with_jobs: bool = True) -> None:
    """Blocks until stopped. Static files are answered by the server itself, without Python."""
    from granian import Granian
    from granian.constants import Interfaces
    from granian.log import LogLevels

    prepare.static_files()
    prepare.say(f"Vedu: http://{host}:{port}")
    with _jobs(with_jobs):
        _load_everything()
        Granian(
            "vedu.wsgi:application",
            address=host,
            port=port,
            interface=Interfaces.WSGI,
            workers=workers,
            blocking_threads=4,
            backlog=256,
            static_path_mount=[settings.STATIC_ROOT],
            static_path_route=["/static"],
            static_path_expires=3600,
            log_access=False,
            log_level=LogLevels.warning,
        ).serve()


def _jobs(wanted: bool) -> AbstractContextManager[None]:
    """The worker lives as long as the server."""
    command = [sys.executable, "-m", "vedu.cli", "work"]
    return kept_running(command, "worker of background jobs") if wanted else nullcontext()


def _load_everything() -> None:
    """Before the server's processes are forked, so that they share it: they begin at once and in half the memory. The
    garbage collector would write to every shared page; a connection of SQLite must not live on in another process."""
    with loading():
        get_resolver().url_patterns  # noqa: B018 - asked for the modules that it imports
    connections.close_all()
