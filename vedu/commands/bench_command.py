"""Measure the product on a large base against its limits, and how well it finds, learns and decides."""

import argparse
import sys
from pathlib import Path

import vedu
from vedu.commands import prepare

NAMES = "pages, import, million, killed, duplicates, norms, policy or month"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", default="pages", help=f"{NAMES} (pages)")
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="duplicates: a list, or two clean lists")
    parser.add_argument("--entity", metavar="COLUMN", default="", help="duplicates: equal values mean the same")
    parser.add_argument("--pairs", metavar="FILE", type=Path, help="duplicates: two columns of ids that are the same")
    parser.add_argument("--scan", metavar="N", type=int, help="duplicates: scan so many made-up clients")
    parser.add_argument("--rows", metavar="N", type=int, help="million, killed, norms, month: so many rows instead")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there as well")


def run(options: argparse.Namespace) -> int:
    sys.path.insert(0, str(Path(vedu.__file__).parents[1]))
    try:
        return _measure(options)
    except ModuleNotFoundError as error:
        raise ValueError(f"the benchmark runs from a checkout with development packages: {error}") from error


def _measure(options: argparse.Namespace) -> int:
    if options.name == "duplicates" and options.scan:
        from bench.duplicate_scan import measure as measure_scan

        return measure_scan(options.scan, json_file=options.json, say=prepare.say)
    if options.name == "duplicates":
        from bench.duplicates import measure as measure_duplicates

        return measure_duplicates(
            options.files, entity=options.entity, pairs=options.pairs, json_file=options.json, say=prepare.say
        )
    if options.name == "million":
        from bench.million import ROWS
        from bench.million import measure as measure_million

        return measure_million(say=prepare.say, json_file=options.json, rows=options.rows or ROWS)
    if options.name == "killed":
        from bench.killed import ROWS as ROWS_OF_KILLED
        from bench.killed import measure as measure_killed

        return measure_killed(say=prepare.say, rows=options.rows or ROWS_OF_KILLED)
    if options.name == "norms":
        from bench.norms import LARGE
        from bench.norms import measure as measure_norms

        return measure_norms(say=prepare.say, json_file=options.json, rows=options.rows or LARGE)
    if options.name == "policy":
        from bench.contact_policy import measure as measure_policy

        return measure_policy(say=prepare.say, json_file=options.json)
    if options.name == "month":
        from bench.month import CLIENTS
        from bench.month import measure as measure_month

        return measure_month(say=prepare.say, json_file=options.json, clients=options.rows or CLIENTS)
    from bench.run import measure

    return measure(options.name, json_file=options.json, say=prepare.say)
