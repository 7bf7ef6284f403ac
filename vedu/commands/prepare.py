"""Every command works on an empty machine: it makes the data folder and migrates the database itself."""

import sys

from django.conf import settings
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor


def database() -> None:
    """Make and migrate the database when it is not up to date."""
    settings.HOME.mkdir(parents=True, exist_ok=True)
    executor = MigrationExecutor(connection)
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        call_command("migrate", interactive=False, verbosity=0)


def static_files() -> None:
    """Gather what browsers load into the data folder; only changed files are copied."""
    call_command("collectstatic", interactive=False, verbosity=0)


def say(text: str) -> None:
    """One line to the person at the terminal."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()
