"""The base of the calling benchmark, in a process of its own.

Use: python -m bench.calling_base build ROWS CALLERS, which says the list and the callers' sessions, or python -m
bench.calling_base count, which says what came of the queue."""

import json
import os
import sys
from datetime import UTC
from typing import Any

import django


def main() -> dict[str, Any]:
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "vedu.settings")
    django.setup()
    from vedu.commands import prepare

    if sys.argv[1] == "build":
        prepare.database()
        return build(int(sys.argv[2]), int(sys.argv[3]))
    return count()


def build(rows: int, callers: int) -> dict[str, Any]:
    """Clients live where it is noon now, so that the policy lets every one of them be called."""
    from vedu.foundation.people.roles import Role
    from vedu.foundation.people.team import Team
    from vedu.foundation.people.user import User
    from vedu.sales.calling.calling_list import CallingList
    from vedu.sales.calling.filling import Wanted
    from vedu.sales.calling.sifting import Callers

    team = Team.found("Callers")
    head = User.objects.create_user("head", role=Role.HEAD, team=team)
    people = [User.objects.create_user(f"caller{number}", role=Role.CALLER, team=team) for number in range(callers)]
    clients = _clients(rows, head)
    made = CallingList.make("Queue", Wanted(clients=clients), by=head, callers=Callers(team=team))
    if made.total != rows:
        raise ValueError(f"the list took {made.total} of {rows} clients")
    return {"list": made.pk, "sessions": [_session(person) for person in people]}


def count() -> dict[str, Any]:
    """``open`` are leases that still hold a client."""
    from django.db.models import Count
    from django.utils import timezone

    from vedu.sales.calling.call_attempt import CallAttempt
    from vedu.sales.calling.calling_list import CallingList
    from vedu.sales.calling.queued_client import QueuedClient
    from vedu.sales.touches.touch import Touch

    called = CallAttempt.objects.values("client").annotate(times=Count("pk"))
    return {
        "queue": QueuedClient.objects.count(),
        "attempts": CallAttempt.objects.count(),
        "touches": Touch.objects.count(),
        "called": called.count(),
        "called_twice": called.filter(times__gt=1).count(),
        "not_called": QueuedClient.objects.filter(attempts=0).count(),
        "open": QueuedClient.objects.filter(lease_till__gt=timezone.now()).count(),
        "left": CallingList.objects.get().left,
        "left_rows": QueuedClient.objects.exclude(left="").count(),
    }


def _clients(rows: int, by: Any) -> list[int]:
    from django.db import transaction
    from django.utils import timezone

    from vedu.clients.client import Client
    from vedu.clients.contact_point import ContactPoint
    from vedu.foundation.many_rows import insert, reserve_ids

    zone = f"Etc/GMT{timezone.now().astimezone(UTC).hour - 12:+d}".replace("+0", "").replace("-0", "")
    with transaction.atomic():
        ids = reserve_ids(Client, rows)
        names = [(pk, f"Фирма {pk}", f"фирма {pk}") for pk in ids]
        insert(Client, ("id", "name", "name_folded"), names, created_by_id=by.pk, time_zone=zone, city="Казань")
        phones = [(pk, f"+7912{pk:07d}", f"+7912{pk:07d}") for pk in ids]
        insert(ContactPoint, ("client_id", "value", "typed"), phones, kind="phone")
    return ids


def _session(person: Any) -> str:
    from django.test.client import Client as Browser

    browser = Browser()
    browser.force_login(person)
    return browser.cookies["sessionid"].value


if __name__ == "__main__":
    sys.stdout.write(json.dumps(main()))
