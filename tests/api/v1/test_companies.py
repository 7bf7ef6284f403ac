"""The client base: the list, a new company, one, its description and requisites."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint

INN, KPP = "7707083893", "773601001"


def test_a_name_is_enough_and_the_company_stays_free(anna: Caller) -> None:
    added = anna.post("/companies", {"name": "  Northern   Bakery "})
    assert added.status == 201
    assert (added.body["name"], added.body["state"], added.body["owner"]) == ("Northern Bakery", "free", None)
    assert added.body["kind"] == "company"


def test_a_company_comes_with_phones_requisites_and_its_owner(cast: Cast, anna: Caller) -> None:
    body = {
        "name": "Bakery",
        "phones": ["8 (912) 640-18-22"],
        "emails": ["Info@Bakery.example"],
        "inn": INN,
        "kpp": KPP,
    }
    added = anna.post("/companies", body | {"city": "Kirov", "claim": True})
    assert added.body["phones"] == ["+79126401822"]
    assert added.body["emails"] == ["info@bakery.example"]
    assert (added.body["requisites"]["inn"], added.body["requisites"]["kpp"]) == (INN, KPP)
    assert (added.body["state"], added.body["owner_name"]) == ("held", "Anna Kotova")


def test_a_person_is_a_company_of_another_kind(anna: Caller) -> None:
    assert anna.post("/companies", {"name": "Ivan Petrov", "kind": "person"}).body["kind"] == "person"


@pytest.mark.parametrize(
    ("facts", "field", "code"),
    [
        ({"name": " "}, "name", "name-empty"),
        ({"phones": ["12"]}, "phone", "phone-wrong"),
        ({"emails": ["nobody"]}, "email", "email-wrong"),
        ({"inn": "7707083894"}, "inn", "inn_check"),
        ({"nmae": "Bakery"}, "nmae", "unknown-field"),
        ({"kind": "planet"}, "kind", "unknown-word"),
        ({"city": "x" * 121}, "city", "too-long"),
    ],
)
def test_nothing_is_left_of_a_company_that_cannot_be_right(
    anna: Caller, facts: dict[str, object], field: str, code: str
) -> None:
    refused = anna.post("/companies", {"name": "Bakery", **facts})
    assert (refused.status, refused.codes) == (422, [code])
    assert refused.body["errors"][0]["field"] == field
    assert not Client.objects.exists()


def test_an_inn_belongs_to_one_company(cast: Cast, anna: Caller, igor: Caller) -> None:
    anna.post("/companies", {"name": "Bakery", "inn": INN})
    refused = igor.post("/companies", {"name": "The same", "inn": INN})
    assert (refused.status, refused.codes) == (409, ["inn-taken"])
    assert Client.objects.count() == 1


def test_an_accountant_and_a_stranger_add_nothing(boris: Caller, stranger: Caller) -> None:
    assert boris.post("/companies", {"name": "Bakery"}).codes == ["role-only-looks"]
    assert stranger.post("/companies", {"name": "Bakery"}).status == 401


def test_a_company_led_out_of_sight_names_who_leads_it(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    path = f"/companies/{cast.deal().client_id}"
    assert anna.get(path).body == igor.get(path).body
    refused = olga.get(path)
    assert (refused.status, refused.codes) == (403, ["client-led"])
    assert "Anna Kotova" in refused.body["detail"]


def test_a_free_company_is_everybodys(cast: Cast, olga: Caller) -> None:
    assert olga.get(f"/companies/{cast.client().pk}").body["state"] == "free"


def test_a_company_that_does_not_exist_is_not_found(anna: Caller) -> None:
    assert anna.get("/companies/987654").status == 404
    assert anna.get("/companies/99999999999999999999").status == 404


def test_a_description_changes_only_what_is_sent(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    changed = anna.patch(f"/companies/{client.pk}", {"city": "Kirov"})
    assert (changed.body["city"], changed.body["name"]) == ("Kirov", client.name)


def test_a_led_company_is_described_by_its_owner_only(cast: Cast, igor: Caller, olga: Caller) -> None:
    path = f"/companies/{cast.deal().client_id}"
    assert igor.patch(path, {"city": "Kirov"}).status == 409
    assert olga.patch(path, {"city": "Kirov"}).status == 403


def test_requisites_are_checked_and_kept(cast: Cast, anna: Caller, igor: Caller) -> None:
    path = f"/companies/{cast.deal().client_id}/requisites"
    assert anna.patch(path, {"inn": INN, "bank": "Sberbank"}).body["inn"] == INN
    assert anna.patch(path, {"kpp": KPP}).body["bank"] == "Sberbank"
    assert anna.patch(path, {"ogrn": "1"}).codes == ["ogrn_length"]
    assert igor.patch(path, {"bank": "Another"}).codes == ["client-led"]


def test_the_list_holds_ones_own_and_the_free(cast: Cast, anna: Caller, olga: Caller) -> None:
    free, ours = cast.client("Free"), cast.client("Ours", owner=cast.anna)
    assert anna.get("/companies").ids == [ours.pk, free.pk]
    assert olga.get("/companies").ids == [free.pk]


def test_the_list_is_filtered(cast: Cast, anna: Caller) -> None:
    free, held, led = cast.client("Free Fish"), cast.client("Held", owner=cast.anna), cast.deal().client
    neglected = cast.deal(owner=cast.igor)
    neglected.tasks.get().complete(by=cast.igor)
    assert anna.get("/companies", state="free").ids == [free.pk]
    assert anna.get("/companies", state="held").ids == [held.pk]
    assert anna.get("/companies", state="led").ids == [led.pk]
    assert anna.get("/companies", state="neglected").ids == [neglected.client_id]
    assert anna.get("/companies", owner=cast.igor.pk).ids == [neglected.client_id]
    assert anna.get("/companies", q="FREE fi").ids == [free.pk]
    assert anna.get("/companies", kind="person").ids == []


def test_the_list_costs_the_same_queries_however_long_it_is(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(5):
        client = cast.client(f"Bakery {number}", owner=cast.anna)
        ContactPoint.add(client, kind="phone", value=f"+7912640182{number}", by=cast.anna)
    with django_assert_max_num_queries(4):
        listed = anna.get("/companies")
    assert [len(item["phones"]) for item in listed.body["items"]] == [1] * 5
