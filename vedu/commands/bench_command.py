"""Measure the product against its limits on a large base (docs/performance.md)."""

import argparse
import sys
from pathlib import Path

import vedu
from vedu.commands import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", default="pages", help="pages or import (pages)")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there as well")


def run(options: argparse.Namespace) -> int:
    sys.path.insert(0, str(Path(vedu.__file__).parents[1]))
    try:
        from bench.run import measure
    except ModuleNotFoundError as error:
        raise ValueError(f"the benchmark runs from a checkout with development packages: {error}") from error
    return measure(options.name, json_file=options.json, say=prepare.say)
