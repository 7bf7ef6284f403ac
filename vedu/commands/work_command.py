"""Run the background jobs and the schedule; `vedu serve` starts it by itself."""

import argparse

from django.core.management import call_command

from vedu import schedule
from vedu.commands import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--once", action="store_true", help="finish what waits and stop")


def run(options: argparse.Namespace) -> int:
    prepare.database()
    schedule.start()
    call_command("db_worker", queue_name="*", interval=1, batch=options.once, verbosity=1, worker_id=None)
    return 0
