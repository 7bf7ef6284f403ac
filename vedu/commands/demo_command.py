"""Build a demo world, print its addresses and logins, and serve it."""

import argparse

from vedu.commands import prepare
from vedu.commands.serve_command import serve


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("world", nargs="?", default="wholesale", help="wholesale or crm_sales (wholesale)")
    parser.add_argument("--small", action="store_true", help="with an eighth of the past: built in half a minute")
    parser.add_argument("--build-only", action="store_true", help="fill the world and stop")
    parser.add_argument("--host", default="127.0.0.1")
    parser.add_argument("--port", type=int, default=8000)


def run(options: argparse.Namespace) -> int:
    from vedu.demo.worlds import build

    prepare.database()
    build(options.world, say=prepare.say, small=options.small)
    if not options.build_only:
        serve(options.host, options.port)
    return 0
