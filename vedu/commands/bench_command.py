"""Measure the product on a large base against its limits, and how well it finds, learns and decides."""

import argparse
import sys
from importlib import import_module
from pathlib import Path
from typing import NamedTuple

import vedu
from vedu.commands import prepare


class Other(NamedTuple):
    """A benchmark of its own: its module, and by what its size is said."""

    module: str
    sizes: tuple[str, ...] = ()


SIZES = ("rows", "seconds")
OF_OTHER_THINGS = {
    "million": Other("million", ("rows",)),
    "killed": Other("killed", ("rows",)),
    "norms": Other("norms", ("rows",)),
    "policy": Other("contact_policy"),
    "month": Other("month", ("rows",)),
    "reminders": Other("reminders", ("rows",)),
    "calling": Other("calling", ("rows", "seconds")),
    "fuzz": Other("fuzz", ("rows",)),
    "kills": Other("kills", ("rows",)),
}
NAMES = f"pages, import, duplicates, {', '.join(OF_OTHER_THINGS)}"


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("name", metavar="NAME", nargs="?", default="pages", help=f"{NAMES} (pages)")
    parser.add_argument("files", metavar="FILE", nargs="*", type=Path, help="duplicates: a list, or two clean lists")
    parser.add_argument("--entity", metavar="COLUMN", default="", help="duplicates: equal values mean the same")
    parser.add_argument("--pairs", metavar="FILE", type=Path, help="duplicates: two columns of ids that are the same")
    parser.add_argument("--scan", metavar="N", type=int, help="duplicates: scan so many made-up clients")
    parser.add_argument("--rows", metavar="N", type=int, help="of a benchmark with rows: so many instead")
    parser.add_argument("--seconds", metavar="N", type=int, help="calling: for so long instead of a minute")
    parser.add_argument("--json", metavar="FILE", type=Path, help="write the figures there as well")


def run(options: argparse.Namespace) -> int:
    sys.path.insert(0, str(Path(vedu.__file__).parents[1]))
    try:
        return _measure(options)
    except ModuleNotFoundError as error:
        raise ValueError(f"the benchmark runs from a checkout with development packages: {error}") from error


def _measure(options: argparse.Namespace) -> int:
    if options.name == "duplicates":
        return _duplicates(options)
    if options.name in OF_OTHER_THINGS:
        return _other(OF_OTHER_THINGS[options.name], options)
    from bench.run import measure

    size = {"rows": options.rows} if options.rows else {}
    return measure(options.name, json_file=options.json, say=prepare.say, **size)


def _other(one: Other, options: argparse.Namespace) -> int:
    sizes = {name: getattr(options, name) for name in SIZES if getattr(options, name) is not None}
    if unknown := sorted(set(sizes) - set(one.sizes)):
        raise ValueError(f"{options.name} has no --{unknown[0]}")
    measure = import_module(f"bench.{one.module}").measure
    return int(measure(say=prepare.say, json_file=options.json, **sizes))


def _duplicates(options: argparse.Namespace) -> int:
    if options.scan:
        from bench.duplicate_scan import measure as measure_scan

        return measure_scan(options.scan, json_file=options.json, say=prepare.say)
    from bench.duplicates import measure

    return measure(options.files, entity=options.entity, pairs=options.pairs, json_file=options.json, say=prepare.say)
