"""Updates whose SQL is kept."""

from datetime import UTC, datetime

import pytest
from django.db import connection, models
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.prepared_update import PreparedUpdate

pytestmark = pytest.mark.django_db

SINCE = datetime(2026, 3, 2, 9, tzinfo=UTC)


def taking(built: list[object]) -> PreparedUpdate:
    def build(pk: object, owner: object, since: object) -> tuple["models.QuerySet[Client]", dict[str, object]]:
        built.append(pk)
        return Client.objects.filter(pk=pk, owner=None), {"owner_id": owner, "owner_since": since}

    return PreparedUpdate(build, ids=2, fields=[models.DateTimeField()])


def test_only_the_rows_of_the_query_change_and_are_counted(cast: Cast) -> None:
    free, led, other = cast.client(), cast.client(owner=cast.igor), cast.client()
    update = taking([])
    assert update.run(free.pk, cast.anna.pk, SINCE) == 1
    assert update.run(free.pk, cast.olga.pk, SINCE) == update.run(led.pk, cast.anna.pk, SINCE) == 0
    for client in (free, led, other):
        client.refresh_from_db()
    assert (free.owner, free.owner_since) == (cast.anna, SINCE)
    assert (led.owner, other.owner) == (cast.igor, None)


def test_none_is_a_value_too(cast: Cast) -> None:
    led = cast.client(owner=cast.igor)
    leaving = PreparedUpdate(
        lambda pk, owner: (Client.objects.filter(pk=pk), {"owner_id": owner}),
        fields=[models.BigIntegerField(null=True)],
    )
    assert leaving.run(led.pk, None) == 1
    led.refresh_from_db()
    assert led.owner is None


def test_the_statement_is_built_only_at_first(cast: Cast) -> None:
    built: list[object] = []
    update = taking(built)
    update.run(cast.client().pk, cast.anna.pk, SINCE)
    times = len(built)
    with CaptureQueriesContext(connection) as queries:
        update.run(cast.client().pk, cast.anna.pk, SINCE)
    assert len(built) == times
    assert sum("UPDATE" in query["sql"] for query in queries) >= 1
