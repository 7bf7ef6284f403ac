"""Visit lists for the tests."""

from datetime import date, timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.clients import requisites
from vedu.clients.client import Client
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User
from vedu.sales.visits.visit_list import VisitList


def day(days: int = 0) -> date:
    return local_day(timezone.now()) + timedelta(days=days)


def way(cast: Cast, *, by: User | None = None, title: str = "Bakeries", days: int = 0) -> VisitList:
    """Anna's list of that day, today's without it."""
    return VisitList.plan(on=day(days), by=by or cast.anna, title=title)


def client_at(cast: Cast, address: str, name: str = "Northern Bakery", *, owner: User | None = None) -> Client:
    client = cast.client(name, owner=owner or cast.anna)
    client.describe(by=owner or cast.anna, city="Казань")
    requisites.write(client, by=owner or cast.anna, address=address)
    return client
