"""Colleagues by a line of e-mails or logins: each is hired by the same rule, the wrong ones are told apart."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.db import transaction

from vedu.foundation.people.hiring import LOGIN, hire
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused

BETWEEN = re.compile(r"[\s,;]+")
MOST = 50


@dataclass(frozen=True, slots=True)
class Invited:
    """``user`` who came of it, or ``error`` why nobody did."""

    address: str
    user: User | None
    error: str = ""


def invite(line: str, *, role: str, team: Team | None, by: User) -> list[Invited]:
    """Of at most fifty addresses between commas, semicolons or spaces."""
    return [_invited(address, role, team, by) for address in _addresses(line)]


def _addresses(line: str) -> Iterator[str]:
    yield from dict.fromkeys(filter(None, BETWEEN.split(line)[:MOST]))


def _invited(address: str, role: str, team: Team | None, by: User) -> Invited:
    email = address if "@" in address else ""
    try:
        with transaction.atomic():
            return Invited(address, hire(_login(address), role=role, by=by, email=email, team=team))
    except Refused as refused:
        return Invited(address, None, str(refused))


def _login(address: str) -> str:
    """What stands before the @, unless somebody has it already."""
    short = address.split("@")[0]
    is_free = LOGIN.match(short) and not User.objects.filter(username__iexact=short).exists()
    return short if is_free else address
