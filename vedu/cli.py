"""The command `vedu`: parses the line, prepares the database, calls a command of vedu.commands.

Errors are one clear line on standard error and a non-zero exit."""

import argparse
import atexit
import os
import sys
from collections.abc import Sequence
from importlib import import_module

import django
from django.core.exceptions import ImproperlyConfigured
from django.db import DatabaseError, connections

from vedu.loading import loading

COMMANDS = ("demo", "serve", "work", "import", "token", "user", "bench", "totals")


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; returns the exit code."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    try:
        return _run(argv)
    except KeyboardInterrupt:
        return 130
    except (ValueError, OSError, ImproperlyConfigured, DatabaseError) as error:
        return _complain(str(error))


def _run(argv: Sequence[str] | None) -> int:
    with loading():
        django.setup()
        # What is loaded is never collected, nor the connections that it holds: SQLite empties its log as they close.
        atexit.register(connections.close_all)
        from vedu.foundation.refusal import Refused

        parser = _parser()
    options = parser.parse_args(argv)
    try:
        code = options.run(options)
    except Refused as refusal:
        return _complain(str(refusal))
    return int(code or 0)


def _parser() -> argparse.ArgumentParser:
    from vedu import __version__

    parser = argparse.ArgumentParser(prog="vedu", description="Vedu, a CRM for active sales.")
    parser.add_argument("--version", action="version", version=__version__)
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for name in COMMANDS:
        module = import_module(f"vedu.commands.{name}_command")
        summary = (module.__doc__ or "").strip().splitlines()[0]
        command = commands.add_parser(name, help=summary, description=module.__doc__)
        module.add_arguments(command)
        command.set_defaults(run=module.run)
    return parser


def _complain(text: str) -> int:
    sys.stderr.write(f"vedu: {' '.join(text.split())}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
