"""Rows whose INSERT and UPDATE keep their SQL are saved as Django itself saves them."""

from datetime import UTC, datetime
from decimal import Decimal

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.foundation.events import Event, tell
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move

pytestmark = pytest.mark.django_db
AT = datetime(2026, 5, 12, 9, 30, 15, 123456, tzinfo=UTC)


def test_a_new_row_reads_back_as_it_was_given(cast: Cast) -> None:
    told = tell("x.happened", by=cast.anna, client_id=7, at=AT, sum=Decimal("10.50"), words="Ёлка «2000»", on=None)
    read = Event.objects.get(pk=told.pk)
    assert (read.at, read.actor, read.client_id, read.deal_id) == (AT, cast.anna, 7, None)
    assert read.data == {"sum": "10.50", "words": "Ёлка «2000»", "on": None}


def test_ids_follow_each_other_and_the_row_is_no_longer_new(cast: Cast) -> None:
    first, second = (Client.add(name=name, by=cast.anna) for name in ("One", "Two"))
    assert second.pk == first.pk + 1
    assert not first._state.adding
    assert first._state.db == "default"


def test_only_the_named_columns_are_changed(cast: Cast) -> None:
    deal = cast.deal(amount=100_000)
    Deal.objects.filter(pk=deal.pk).update(source="fair")
    deal.amount, deal.name = Decimal("250000.10"), "Not saved"
    deal.save(update_fields=["amount"])
    fresh = Deal.objects.get(pk=deal.pk)
    assert (fresh.amount, fresh.source) == (Decimal("250000.10"), "fair")
    assert fresh.name != "Not saved"


def test_a_whole_row_is_changed_and_not_added_again(cast: Cast) -> None:
    deal = cast.deal()
    deal.name = "Cake boxes again"
    deal.save()
    assert Deal.objects.get().name == "Cake boxes again"


def test_a_row_that_is_gone_is_told(cast: Cast) -> None:
    client = Client.add(name="Gone", by=cast.anna)
    Client.objects.filter(pk=client.pk).delete()
    with transaction.atomic(), pytest.raises(DatabaseError, match="did not affect any rows"):
        client.save(update_fields=["city"])


def test_a_row_with_an_id_of_its_own_is_added_when_it_is_not_there(cast: Cast) -> None:
    Event(pk=1_000_000, kind="x.happened", at=AT).save()
    assert Event.objects.get(pk=1_000_000).kind == "x.happened"


def test_a_constraint_still_says_no(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    with transaction.atomic(), pytest.raises(IntegrityError):
        Ownership.objects.create(client=client, owner=cast.igor, from_at=AT, cause="claim")


def test_a_parent_that_is_not_saved_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="unsaved related object"):
        Move.objects.create(deal=Deal(name="New"), to_stage=cast.stage(0))


def test_one_statement_a_row(cast: Cast) -> None:
    deal = cast.deal()
    with CaptureQueriesContext(connection) as queries:
        deal.save(update_fields=["name"])
        tell("x.happened", by=cast.anna)
    assert [query["sql"].split()[0] for query in queries] == ["UPDATE", "INSERT"]
