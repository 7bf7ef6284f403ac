"""/contacts, /contacts/{id}/points, /companies/{id}/points."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.contact import Contact


def test_a_person_is_added_with_what_reaches_him(cast: Cast, anna: Caller) -> None:
    telegram = {"kind": "messenger", "value": "@olga", "network": "telegram", "is_official": False}
    body = {"company": cast.client(owner=cast.anna).pk, "name": "Olga Ryabinina", "job_title": "commercial director"}
    added = anna.post(
        "/contacts", body | {"phones": ["8 912 640-18-22"], "emails": ["O@x.example"], "points": [telegram]}
    )
    assert added.status == 201
    assert [point["value"] for point in added.body["points"]] == ["+79126401822", "o@x.example", "@olga"]
    assert [point["is_official"] for point in added.body["points"]] == [True, True, False]


def test_a_wrong_phone_leaves_no_person_behind(cast: Cast, anna: Caller) -> None:
    body = {"company": cast.client(owner=cast.anna).pk, "name": "Olga", "phones": ["12"]}
    assert anna.post("/contacts", body).codes == ["phone-wrong"]
    assert not Contact.objects.exists()


def test_a_colleagues_company_takes_no_people_from_others(cast: Cast, igor: Caller, olga: Caller) -> None:
    body = {"company": cast.deal().client_id, "name": "Olga"}
    assert igor.post("/contacts", body).codes == ["client-led"]
    assert olga.post("/contacts", body).codes == ["client-led"]


def test_people_are_seen_as_far_as_their_company(cast: Cast, anna: Caller, igor: Caller, olga: Caller) -> None:
    contact = cast.contact(cast.client(owner=cast.anna))
    path = f"/contacts/{contact.pk}"
    assert anna.get(path).body == igor.get(path).body
    assert olga.get(path).status == 404
    assert anna.get("/contacts").ids == [contact.pk]
    assert olga.get("/contacts").ids == []


def test_people_are_found_by_company_and_by_part_of_the_name(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    one, other = cast.contact(client, "Fyodor Repin"), cast.contact(cast.client())
    assert anna.get("/contacts", company=client.pk).ids == [one.pk]
    assert anna.get("/contacts", q="ryab").ids == [other.pk]


def test_a_point_is_added_to_a_person_and_to_a_company(cast: Cast, anna: Caller, igor: Caller) -> None:
    contact = cast.contact(cast.deal().client)
    phone = {"kind": "phone", "value": "+7 912 640-18-22"}
    added = anna.post(f"/contacts/{contact.pk}/points", phone)
    assert (added.status, added.body["contact"], added.body["company"]) == (201, contact.pk, contact.client_id)
    site = anna.post(f"/companies/{contact.client_id}/points", {"kind": "site", "value": "bakery.example"})
    assert (site.status, site.body["contact"]) == (201, None)
    assert igor.post(f"/contacts/{contact.pk}/points", phone).codes == ["client-led"]
    assert anna.get(f"/companies/{contact.client_id}/points").ids == [site.body["id"], added.body["id"]]


def test_a_point_of_an_unknown_kind_is_refused(cast: Cast, anna: Caller) -> None:
    path = f"/companies/{cast.client(owner=cast.anna).pk}/points"
    assert anna.post(path, {"kind": "pigeon", "value": "x"}).codes == ["unknown-word"]


def test_a_stranger_sees_nobody(stranger: Caller) -> None:
    assert stranger.get("/contacts").status == 401
    assert stranger.get("/contacts/1").status == 401


def test_the_list_costs_the_same_queries_however_long_it_is(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.client(owner=cast.anna)
    for number in range(5):
        cast.contact(client, f"Person {number}")
    with django_assert_max_num_queries(4):
        assert len(anna.get("/contacts").body["items"]) == 5


@pytest.mark.parametrize("points", [{"phones": [""]}, {"emails": [""]}, {"points": [{"kind": "site", "value": ""}]}])
def test_an_empty_address_is_refused(cast: Cast, anna: Caller, points: dict[str, object]) -> None:
    answer = anna.post("/contacts", {"company": cast.client(owner=cast.anna).pk, "name": "Olga"} | points)
    assert answer.codes == ["value-empty"]
