"""Segments: defined, redefined and dropped by heads, read by everybody, with counts of what each sees."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.segments.segment import Segment

KIROV = {"name": "In Kirov", "conditions": [{"field": "city", "op": "in", "values": ["Kirov"]}]}


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define(KIROV["name"], KIROV["conditions"], by=cast.sergey)  # type: ignore[arg-type]


@pytest.fixture
def base(cast: Cast) -> list[Client]:
    """Anna's, Olga's and a free one in Kirov."""
    clients = [cast.client(name, owner=owner) for name, owner in (("A", cast.anna), ("O", cast.olga), ("F", None))]
    Client.objects.update(city="Kirov")
    return clients


def test_a_head_defines_one(cast: Cast, sergey: Caller, base: list[Client]) -> None:
    made = sergey.post("/segments", KIROV | {"about": "Near us", "is_icp": True})
    assert (made.status, made.body["companies"], made.body["is_icp"]) == (201, 2, True)
    assert sergey.get(f"/segments/{made.body['id']}").body == made.body


def test_everybody_reads_them_with_counts_of_his_own(cast: Cast, kirov: Segment, base: list[Client]) -> None:
    for user, number in ((cast.anna, 2), (cast.olga, 2), (cast.vera, 3), (cast.boris, 3)):
        assert Caller(user).get("/segments").body["items"][0]["companies"] == number


def test_it_is_redefined_as_a_whole(kirov: Segment, sergey: Caller) -> None:
    changed = sergey.call("PUT", f"/segments/{kirov.pk}", KIROV | {"name": "Near"})
    assert (changed.status, changed.body["name"]) == (200, "Near")


def test_it_is_dropped(kirov: Segment, sergey: Caller) -> None:
    assert sergey.delete(f"/segments/{kirov.pk}").status == 204
    assert sergey.get(f"/segments/{kirov.pk}").status == 404


def test_the_others_change_nothing(kirov: Segment, anna: Caller, olga: Caller, boris: Caller) -> None:
    for caller in (anna, olga, boris):
        assert caller.post("/segments", KIROV | {"name": "Mine"}).codes == ["head-only"]
        assert caller.call("PUT", f"/segments/{kirov.pk}", KIROV).codes == ["head-only"]
        assert caller.delete(f"/segments/{kirov.pk}").codes == ["head-only"]
    assert Segment.objects.get() == kirov


def test_a_wrong_condition_is_refused_with_its_sentence(sergey: Caller) -> None:
    refused = sergey.post("/segments", {"name": "X", "conditions": [{"field": "planet", "op": "in", "values": ["y"]}]})
    assert (refused.status, refused.codes) == (422, ["condition-wrong"])
    assert sergey.post("/segments", {"name": "X", "conditions": []}).codes == ["condition-needed"]


def test_the_list_of_companies_is_filtered_by_it(
    cast: Cast, kirov: Segment, base: list[Client], anna: Caller, olga: Caller
) -> None:
    mine, others, free = base
    elsewhere = cast.client("Elsewhere", owner=cast.anna)
    assert set(anna.get("/companies", segment=kirov.pk).ids) == {mine.pk, free.pk}
    assert set(olga.get("/companies", segment=kirov.pk).ids) == {others.pk, free.pk}
    assert elsewhere.pk in anna.get("/companies").ids
    assert anna.get("/companies", segment=987_654).codes == ["unknown-id"]


def test_the_end_of_a_hold_stands_in_the_company(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    assert anna.get(f"/companies/{client.pk}").body["hold_ends_at"] is None
    Client.objects.update(hold_days=30, owner_since="2026-04-01T09:00:00Z")
    assert anna.get(f"/companies/{client.pk}").body["hold_ends_at"] == "2026-05-01T09:00:00Z"


def test_a_list_with_ends_costs_no_more(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(10):
        cast.client(f"Client {number}", owner=cast.anna)
    Client.objects.update(hold_days=30)
    with django_assert_max_num_queries(4):
        anna.get("/companies")
