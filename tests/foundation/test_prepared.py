"""Queries whose SQL is kept."""

import gc
import json
from datetime import UTC, datetime, timedelta

import pytest
from django.db import connection, connections
from django.db.models import CharField, DateTimeField, QuerySet, Value
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.foundation.events import Event
from vedu.foundation.prepared import Prepared, PreparedObjects, PreparedSql, with_words
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection

pytestmark = pytest.mark.django_db


def of_deal(deal_id: int) -> "QuerySet[Event, tuple[object, ...]]":
    return Event.objects.filter(deal_id=deal_id).order_by("-at", "-pk").values_list("pk", "at", "kind", "data")[:3]


def test_rows_are_those_of_the_query_with_moments_and_json_as_they_should_be(cast: Cast) -> None:
    deal = cast.deal()
    rows = Prepared(of_deal).rows(deal.pk)
    assert rows == list(of_deal(deal.pk))
    assert isinstance(rows[0][1], datetime)
    assert json.dumps(rows[0][3])


def test_each_call_has_its_own_id(cast: Cast) -> None:
    first, second = cast.deal(), cast.deal(client=cast.client("Another", owner=cast.anna))
    names = Prepared(lambda pk: Deal.objects.filter(pk=pk).values_list("client__name"))
    assert names.rows(first.pk) == [("Northern Bakery",)]
    assert names.rows(second.pk) == [("Another",)]
    assert names.rows(0) == []


def test_the_query_is_built_only_at_first(cast: Cast) -> None:
    built = []

    def build(pk: int) -> "QuerySet[Deal, tuple[object, ...]]":
        built.append(pk)
        return Deal.objects.filter(pk=pk).values_list("name")

    names, deal = Prepared(build), cast.deal()
    names.rows(deal.pk)
    times = len(built)
    with CaptureQueriesContext(connection) as queries:
        names.rows(deal.pk)
    assert len(built) == times
    assert len(queries) == 1


def test_two_ids_keep_their_places(cast: Cast) -> None:
    deal = cast.deal()
    pair = Prepared(lambda pk, client: Deal.objects.filter(pk=pk, client=client).values_list("pk"), ids=2)
    assert pair.rows(deal.pk, deal.client_id) == [(deal.pk,)]
    assert pair.rows(deal.pk, deal.client_id + 1) == []


def test_a_union_is_prepared_too(cast: Cast) -> None:
    deal = cast.deal()
    Need.note(deal, words="Cakes arrive crushed", by=cast.anna)
    cast.object_to(deal)

    def said(pk: int) -> "QuerySet[Need, tuple[object, ...]]":
        need, objection = (Value(word, output_field=CharField()) for word in ("need", "objection"))
        needs = Need.objects.filter(deal=pk).order_by().values_list(need, "words", "confirmed_at")
        others = Objection.objects.filter(deal=pk).order_by().values_list(objection, "text", "answered_at")
        return needs.union(others, all=True)

    expected = [("need", "Cakes arrive crushed", None), ("objection", "Expensive", None)]
    assert sorted(Prepared(said).rows(deal.pk)) == expected


def test_moments_stand_after_the_ids(cast: Cast) -> None:
    deal = cast.deal()
    opened = Prepared(
        lambda pk, since: Deal.objects.filter(pk=pk, opened_at__gte=since).values_list("opened_at"),
        fields=[DateTimeField()],
    )
    assert opened.rows(deal.pk, deal.opened_at) == [(deal.opened_at,)]
    assert opened.rows(deal.pk, deal.opened_at + timedelta(seconds=1)) == []


def test_a_list_of_ids_may_be_shorter_than_its_slots(cast: Cast) -> None:
    first, second = cast.deal(), cast.deal()
    found = Prepared(lambda *ids: Deal.objects.filter(pk__in=ids).order_by("pk").values_list("pk"), ids=3)
    assert found.rows_in([first.pk, second.pk]) == [(first.pk,), (second.pk,)]
    assert found.rows_in([second.pk]) == [(second.pk,)]
    assert found.rows_in([]) == []


def test_a_list_of_more_ids_than_slots_is_refused(cast: Cast) -> None:
    with pytest.raises(ValueError, match="zip"):
        Prepared(lambda *ids: Deal.objects.filter(pk__in=ids).values_list("pk"), ids=2).rows_in([1, 2, 3])


def test_the_number_of_ids_is_checked(cast: Cast) -> None:
    with pytest.raises(ValueError, match="zip"):
        Prepared(of_deal).rows(1, 2)


def test_sql_put_together_has_slots_too() -> None:
    later = PreparedSql(lambda moment: ("SELECT %s < %s", [moment, "2026-11-24 12:00:00"]), [DateTimeField()])
    (early,), (late,) = (later.rows(datetime(2026, 11, day, tzinfo=UTC))[0] for day in (23, 25))
    assert (bool(early), bool(late)) == (True, False)


def test_the_word_of_a_choice_stands_in_the_sql_so_that_its_plan_knows_it(cast: Cast) -> None:
    deal = cast.deal()
    mine = Prepared(lambda owner: Deal.objects.open().filter(owner=owner).values_list("pk"))
    with CaptureQueriesContext(connection) as queries:
        assert mine.rows(cast.anna.pk) == [(deal.pk,)]
    assert "'open'" in queries[0]["sql"]


@pytest.mark.parametrize("word", ["it's", "100%", "Слово", "a\\b", "two words"])
def test_any_other_word_stays_a_value(word: str) -> None:
    said = PreparedSql(lambda one: ("SELECT %s, %s", [word, one]), [CharField()])
    assert [tuple(map(str, row)) for row in said.rows("x")] == [(word, "x")]
    assert with_words("SELECT %s", [word]) == ("SELECT %s", [word])


def test_sql_with_a_per_cent_sign_of_its_own_is_left_alone() -> None:
    assert with_words("SELECT '%s', %s", ["open"]) == ("SELECT '%s', %s", ["open"])


def test_what_nobody_holds_is_forgotten() -> None:
    kept = connections["default"].__dict__
    kept.pop("vedu_prepared", None)
    names = Prepared(lambda pk: Deal.objects.filter(pk=pk).values_list("name"))
    names.rows(0)
    assert len(kept["vedu_prepared"]) == 1
    del names
    gc.collect()
    assert len(kept["vedu_prepared"]) == 0


def test_whole_objects_are_those_of_the_query(cast: Cast) -> None:
    deal = cast.deal()
    prepared = PreparedObjects(lambda pk: Deal.objects.filter(pk=pk))
    (found,) = prepared.objects(deal.pk)
    known = Deal.objects.get(pk=deal.pk)
    assert [getattr(found, one.attname) for one in Deal._meta.concrete_fields] == [
        getattr(known, one.attname) for one in Deal._meta.concrete_fields
    ]
    assert (found._state.adding, found._state.db) == (False, "default")
    assert prepared.objects(0) == prepared.objects(10**30) == []


def test_objects_of_a_list_of_ids(cast: Cast) -> None:
    prepared = PreparedObjects(lambda *ids: Deal.objects.filter(pk__in=ids), ids=3)
    deals = [cast.deal(), cast.deal()]
    assert {found.pk for found in prepared.objects_in([deal.pk for deal in deals])} == {deal.pk for deal in deals}
    assert prepared.objects_in([]) == []


def test_related_objects_come_with_one_question(cast: Cast, django_assert_num_queries) -> None:
    led, free = cast.deal(), cast.deal(client=cast.client(owner=cast.anna))
    Client.objects.filter(pk=free.client_id).update(owner=None)
    paths = ("client", "client__owner", "stage", "pipeline")
    prepared = PreparedObjects(lambda *ids: Deal.objects.filter(pk__in=ids).order_by("pk"), ids=2, related=paths)
    with django_assert_num_queries(1):
        first, second = prepared.objects(led.pk, free.pk)
        assert (first.client.name, first.client.owner, first.pipeline) == (led.client.name, cast.anna, cast.pipeline)
        assert (second.client.owner, second.stage.position) == (None, 0)


def test_only_the_columns_that_are_needed_come_along(cast: Cast, django_assert_num_queries) -> None:
    deal = cast.deal()
    only = {"client": ["name"]}
    prepared = PreparedObjects(lambda pk: Deal.objects.filter(pk=pk), related=["client", "stage"], only=only)
    with django_assert_num_queries(1):
        (found,) = prepared.objects(deal.pk)
        assert (found.client.pk, found.client.name, found.stage.name) == (
            deal.client.pk,
            deal.client.name,
            deal.stage.name,
        )
    assert found.client.get_deferred_fields() > {"city", "owner_id"}
    with django_assert_num_queries(1):
        assert found.client.owner_id == deal.client.owner_id


def test_values_stand_after_a_list_of_ids(cast: Cast) -> None:
    first, second = cast.deal(), cast.deal()
    found = Prepared(
        lambda *slots: Deal.objects.filter(pk__in=slots[:3], opened_at__gte=slots[3]).order_by("pk").values_list("pk"),
        ids=3,
        fields=[DateTimeField()],
    )
    assert found.rows_in([first.pk, second.pk], first.opened_at) == [(first.pk,), (second.pk,)]
    assert found.rows_in([first.pk], first.opened_at + timedelta(days=1)) == []
