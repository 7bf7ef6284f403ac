"""Kept SQL of what a person sees."""

from collections.abc import Collection
from typing import Any

import pytest
from django.db import connection
from django.db.models import BigIntegerField, QuerySet
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from vedu.foundation.prepared_seen import AT_ONCE, PreparedSeen, seen_objects
from vedu.sales.deals.deal import Deal


def of_stage(owners: Collection[Any] | None, stage: Any) -> "QuerySet[Deal, Any]":
    return Deal.objects.owned_by(owners).filter(stage=stage).order_by("pk").values_list("pk")


def one(owners: Collection[Any] | None, pk: Any) -> "QuerySet[Deal]":
    return Deal.objects.owned_by(owners).filter(pk=pk)


@pytest.mark.parametrize("viewer", ["anna", "igor", "sergey", "vera", "olga"])
def test_everybody_finds_what_the_query_would_find(cast: Cast, viewer: str) -> None:
    user, seen = getattr(cast, viewer), PreparedSeen(of_stage, [BigIntegerField()])
    deals = [cast.deal(owner=owner) for owner in (cast.anna, cast.igor, cast.olga)]
    stage, owners = deals[0].stage_id, user.visible_owner_ids()
    for _time in range(2):
        assert seen.rows(owners, stage) == list(Deal.objects.visible_to(user).order_by("pk").values_list("pk"))
        assert seen.rows(owners, stage + 1) == []


def test_more_people_than_have_slots(cast: Cast) -> None:
    deal = cast.deal()
    many = frozenset({cast.anna.pk, *range(10**6, 10**6 + AT_ONCE)})
    assert PreparedSeen(of_stage, [BigIntegerField()]).rows(many, deal.stage_id) == [(deal.pk,)]
    found = seen_objects(one, [BigIntegerField()], related=["client"])(many, deal.pk)
    with CaptureQueriesContext(connection) as queries:
        assert found[0].client == deal.client
    assert len(queries) == 0


def test_who_sees_nobody_finds_nothing(cast: Cast) -> None:
    deal = cast.deal()
    assert PreparedSeen(of_stage, [BigIntegerField()]).rows(frozenset(), deal.stage_id) == []
    assert seen_objects(one, [BigIntegerField()])(frozenset(), deal.pk) == []


def test_objects_come_with_what_belongs_to_them(cast: Cast) -> None:
    deal, find = cast.deal(), seen_objects(one, [BigIntegerField()], related=["client"])
    for owners in (None, frozenset({cast.anna.pk})):
        (found,) = find(owners, deal.pk)
        with CaptureQueriesContext(connection) as queries:
            assert (found, found.client.name) == (deal, deal.client.name)
        assert len(queries) == 0
    assert find(frozenset({cast.olga.pk}), deal.pk) == []
