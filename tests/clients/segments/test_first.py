"""Which of several segments a client belongs to."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.segments.first import first_of
from vedu.clients.segments.segment import Segment


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define("Kirov", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)


@pytest.fixture
def clients(cast: Cast) -> list[int]:
    """One in Kirov, one elsewhere."""
    return [Client.add(name=name, by=cast.anna, city=name).pk for name in ("Kirov", "Perm")]


def test_the_first_in_order_counts(kirov: Segment, clients: list[int]) -> None:
    here, elsewhere = clients
    assert first_of(clients, [kirov, None]) == {here: 0, elsewhere: 1}
    assert first_of(clients, [None, kirov]) == {here: 0, elsewhere: 0}


def test_who_is_in_none_is_not_there(kirov: Segment, clients: list[int]) -> None:
    assert first_of(clients, [kirov]) == {clients[0]: 0}


def test_one_query_and_none_without_segments(
    kirov: Segment, clients: list[int], django_assert_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_num_queries(1):
        first_of(clients, [kirov])
    with django_assert_num_queries(0):
        assert first_of(clients, []) == first_of([], [kirov]) == {}
