"""Import clients and deals from a CSV or XLSX file, go on with a run that stopped, or undo one."""

import argparse
from pathlib import Path

from vedu.commands import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", metavar="FILE", type=Path, nargs="?")
    parser.add_argument("--format", metavar="NAME", help="amocrm-deals, bitrix24-deals, clients… (docs/import.md)")
    parser.add_argument("--mapping", metavar="FILE", type=Path, help="JSON: columns, stages, owners")
    parser.add_argument("--dry-run", action="store_true", help="show what would happen, write nothing")
    parser.add_argument("--by", metavar="LOGIN", help="on whose behalf (the first administrator)")
    parser.add_argument("--resume", metavar="RUN", type=int, help="go on with the run of this number, which stopped")
    parser.add_argument("--undo", metavar="RUN", type=int, help="undo the run of this number")


def run(options: argparse.Namespace) -> int:
    from vedu.integrations.migration import command

    prepare.database()
    return command.run_from_terminal(options, out=prepare.say)
