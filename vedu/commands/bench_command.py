"""Measure the product against its limits on a large base (docs/performance.md)."""

import argparse
from pathlib import Path

from vedu.commands import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", default="pages", help="pages or import (pages)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there as well")


def run(options: argparse.Namespace) -> int:
    from bench.run import measure

    return measure(options.name, json_file=options.json, say=prepare.say)
