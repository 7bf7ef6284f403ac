"""Print a new API token of a user."""

import argparse

from vedu.commands import prepare


def add_arguments(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("login", metavar="LOGIN", help="the user's login or e-mail")
    parser.add_argument("--only", action="store_true", help="earlier tokens of the user open nothing any more")


def run(options: argparse.Namespace) -> int:
    from vedu.commands.person import find
    from vedu.foundation.people.token import ApiToken

    prepare.database()
    prepare.say(ApiToken.issue(find(options.login), only=options.only))
    return 0
