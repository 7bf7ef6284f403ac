"""Calling lists for the tests. Clients live where it is noon, so that no test asks the clock on the wall."""

from datetime import UTC, datetime, timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.user import User
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.lease import take_next
from vedu.sales.calling.queued_client import QueuedClient
from vedu.sales.calling.sifting import Callers

# A Tuesday, by the clock of Moscow a quarter to twelve.
NOON = datetime(2026, 3, 17, 8, 45, tzinfo=UTC)


def noon_zone(at: datetime | None = None) -> str:
    """The zone in which it is about noon now."""
    hours = 12 - (at or timezone.now()).astimezone(UTC).hour
    return f"Etc/GMT{-hours:+d}"


def callable_client(cast: Cast, name: str = "Northern Bakery", *, owner: User | None = None, **facts: str) -> Client:
    """With a phone; in a zone where it is noon, unless ``time_zone`` says another."""
    client = Client.add(name=name, by=owner or cast.anna, time_zone=facts.pop("time_zone", noon_zone()), **facts)
    if owner is not None:
        client.claim(by=owner)
    number = 1_000_000 + Client.objects.count()
    ContactPoint.add(client, kind="phone", value=f"+7912{number:07d}", by=owner or cast.anna)
    return client


def queue(
    cast: Cast,
    clients: list[Client] | int = 3,
    *,
    by: User | None = None,
    team: bool = False,
    at: datetime | None = None,
    most_attempts: int = 5,
) -> CallingList:
    """Anna's list of these clients, or of so many free ones; with ``team`` that of the north, made by its head."""
    if isinstance(clients, int):
        clients = [callable_client(cast, f"Bakery {number}") for number in range(1, clients + 1)]
    callers = Callers(team=cast.north) if team else Callers(person=by or cast.anna)
    maker = cast.sergey if team else by or cast.anna
    wanted = Wanted(clients=[client.pk for client in clients])
    return CallingList.make("Bakeries", wanted, by=maker, callers=callers, at=at, most_attempts=most_attempts)


def taken(calling_list: CallingList, by: User, at: datetime | None = None) -> QueuedClient:
    found = take_next(calling_list, by=by, at=at)
    assert found is not None
    return found


def minutes(number: float) -> timedelta:
    return timedelta(minutes=number)
