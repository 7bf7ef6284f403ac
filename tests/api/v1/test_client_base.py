"""GET /base, the placement of companies, and sales points."""

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.kinds.nightly import reckon
from vedu.clients.sales_point import SalesPoint


def kinds(body: dict[str, object]) -> dict[str, int]:
    rows = body["kinds"]
    assert isinstance(rows, list)
    return {row["word"]: row["companies"] for row in rows}


def test_the_base_in_figures(cast: Cast, anna: Caller) -> None:
    cast.buy(cast.client(owner=cast.anna))
    cast.client("Cold", owner=cast.anna)
    reckon(timezone.now())
    body = anna.get("/base").body
    assert kinds(body) == {"cold": 1, "warm": 0, "current": 1, "dormant": 0, "cooling": 0}
    assert body["kinds"][2]["changes"] == [{"days": 30, "came": 1, "left": 0}, {"days": 90, "came": 1, "left": 0}]
    assert body["rfm"] == [{"recency": 3, "value": 3, "companies": 1}]
    assert body["months"][-1]["kinds"]["current"] == 1
    assert body["reckoned_at"] is not None


def test_each_sees_as_far_as_he_sees(cast: Cast, anna: Caller, olga: Caller, boris: Caller) -> None:
    cast.client(owner=cast.anna)
    cast.client("Free")
    assert [kinds(caller.get("/base").body)["cold"] for caller in (anna, olga, boris)] == [1, 0, 1]
    assert kinds(olga.get("/base", scope="free").body)["cold"] == 1
    assert kinds(anna.get("/base", scope="mine").body)["cold"] == 1


def test_an_unknown_scope_is_refused(anna: Caller) -> None:
    assert anna.get("/base", scope="world").status == 422


def test_the_base_costs_few_queries(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.client(owner=cast.anna)
    with django_assert_max_num_queries(12):
        anna.get("/base")


def test_a_company_tells_what_it_is_to_us(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    cast.buy(client, amount=5000)
    body = anna.get(f"/companies/{client.pk}").body
    assert (body["base_kind"], body["lifecycle"], body["purchases"]) == ("current", "first", 1)
    assert (body["bought"], body["rhythm_days"]) == ({"amount": "5000.00", "currency": "RUB"}, 90)
    assert body["next_purchase_on"] == client.next_purchase_on.isoformat()


def test_companies_are_found_by_kind(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    cast.client("Cold", owner=cast.anna)
    cast.buy(client)
    found = anna.get("/companies", base_kind="current", lifecycle="first").body["items"]
    assert [one["id"] for one in found] == [client.pk]


def test_a_company_is_placed_under_its_holding(cast: Cast, anna: Caller) -> None:
    holding, outlet = cast.client("Holding", owner=cast.anna), cast.client("Outlet", owner=cast.anna)
    placed = anna.call("PUT", f"/companies/{outlet.pk}/placement", {"parent": holding.pk, "tie": "outlet"})
    assert (placed.status, placed.body["parent"], placed.body["tie"]) == (200, holding.pk, "outlet")
    assert [one["id"] for one in anna.get("/companies", parent=holding.pk).body["items"]] == [outlet.pk]
    circle = anna.call("PUT", f"/companies/{holding.pk}/placement", {"parent": outlet.pk, "tie": "branch"})
    assert (circle.status, circle.codes) == (422, ["tree-circle"])
    assert anna.call("DELETE", f"/companies/{outlet.pk}/placement").body["parent"] is None
    assert anna.call("DELETE", f"/companies/{outlet.pk}/placement").status == 409


@pytest.mark.parametrize(("who", "status"), [("igor", 409), ("olga", 403), ("boris", 403)])
def test_whose_it_is_not_does_not_place_it(cast: Cast, request: pytest.FixtureRequest, who: str, status: int) -> None:
    outlet, free = cast.deal().client, cast.client("Free")
    caller: Caller = request.getfixturevalue(who)
    assert (
        caller.call("PUT", f"/companies/{outlet.pk}/placement", {"parent": free.pk, "tie": "outlet"}).status == status
    )
    assert caller.call("DELETE", f"/companies/{outlet.pk}/placement").status == status


def test_a_head_keeps_the_sales_points(cast: Cast, sergey: Caller, anna: Caller) -> None:
    added = sergey.post("/sales-points", {"name": "Shop", "address": "Lenina 5"})
    assert added.status == 201
    pk = added.body["id"]
    changed = sergey.call("PATCH", f"/sales-points/{pk}", {"name": "Big shop", "is_active": False})
    assert changed.body == {"id": pk, "name": "Big shop", "address": "Lenina 5", "is_active": False}
    assert anna.get("/sales-points").body["items"] == [changed.body]


@pytest.mark.parametrize("who", ["anna", "olga", "boris"])
def test_the_others_only_read_them(cast: Cast, request: pytest.FixtureRequest, who: str) -> None:
    point, caller = SalesPoint.open("Shop", by=cast.sergey), request.getfixturevalue(who)
    assert caller.post("/sales-points", {"name": "Other"}).status == 403
    assert caller.call("PATCH", f"/sales-points/{point.pk}", {"name": "Other"}).status == 403
    assert len(caller.get("/sales-points").body["items"]) == 1


def test_companies_and_deals_name_their_point(cast: Cast, anna: Caller) -> None:
    point, deal = SalesPoint.open("Shop", by=cast.sergey), cast.deal()
    for path in (f"/companies/{deal.client_id}", f"/deals/{deal.pk}"):
        assert anna.call("PATCH", path, {"sales_point": point.pk}).body["sales_point"] == point.pk
        assert anna.call("PATCH", path, {"sales_point": None}).body["sales_point"] is None
    point.close(by=cast.sergey)
    refused = anna.call("PATCH", f"/deals/{deal.pk}", {"sales_point": point.pk})
    assert (refused.status, refused.codes) == (422, ["point-unknown"])
