"""Add and list the people who work with Vedu."""

import argparse
import secrets
from typing import TYPE_CHECKING

from django.utils import translation

from vedu.commands import prepare

if TYPE_CHECKING:
    from vedu.foundation.people.team import Team


def add_arguments(parser: argparse.ArgumentParser) -> None:
    from vedu.foundation.people.roles import Role
    from vedu.sales.deals.presets.install import BUSINESSES

    actions = parser.add_subparsers(required=True, metavar="ACTION")
    add = actions.add_parser("add", help="add a person", description="Add a person and print the way to sign in.")
    add.add_argument("login", metavar="LOGIN")
    add.add_argument("--role", required=True, choices=Role.values)
    add.add_argument("--email", default="")
    add.add_argument("--name", default="", help="first and last name")
    add.add_argument("--team", default="", help="name of the team; made when there is none")
    add.add_argument("--password", help="made up and printed when not given")
    add.add_argument(
        "--business", choices=sorted(BUSINESSES), default="wholesale", help="first pipelines of an empty installation"
    )
    add.set_defaults(act=_add)
    actions.add_parser("list", help="list the people").set_defaults(act=_list)


def run(options: argparse.Namespace) -> int:
    prepare.database()
    options.act(options)
    return 0


def _add(options: argparse.Namespace) -> None:
    from django.conf import settings

    from vedu.foundation.people.hiring import hire
    from vedu.sales.deals.pipeline import Pipeline
    from vedu.sales.deals.presets.install import install_business

    first, _space, last = options.name.partition(" ")
    password = options.password or secrets.token_urlsafe(9)
    with translation.override(settings.LANGUAGE_CODE):
        if not Pipeline.objects.exists():
            install_business(options.business)
    facts = {"first_name": first, "last_name": last, "team": _team(options.team)}
    user = hire(options.login, role=options.role, by=None, password=password, email=options.email, **facts)
    prepare.say(f"{user.username} ({user.role}), password: {password}")


def _team(name: str) -> "Team | None":
    from vedu.foundation.people.team import Team

    return (Team.objects.filter(name=name).first() or Team.found(name)) if name else None


def _list(_options: argparse.Namespace) -> None:
    from vedu.foundation.people.user import User

    for user in User.objects.select_related("team").order_by("username"):
        state = "" if user.is_active else ", not active"
        prepare.say(f"{user.username}\t{user.role}\t{user.name}\t{user.team or '-'}{state}")
