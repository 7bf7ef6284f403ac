"""GET /search."""

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.contact_point import ContactPoint


def test_one_box_finds_companies_people_and_deals(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    contact = cast.contact(deal.client, "Bakeman Repin")
    found = anna.get("/search", q="bake")
    assert {(hit["kind"], hit["id"]) for hit in found.body["items"]} == {
        ("company", deal.client_id),
        ("contact", contact.pk),
        ("deal", deal.pk),
    }
    assert (found.body["total"], found.body["capped"]) == (3, False)


def test_part_of_a_phone_finds_its_company(cast: Cast, anna: Caller) -> None:
    client = cast.client(owner=cast.anna)
    ContactPoint.add(client, kind="phone", value="+79126401822", by=cast.anna)
    assert anna.get("/search", q="640-18-22", kind="company").ids == [client.pk]
    assert anna.get("/search", q="640-18-22", kind="deal").ids == []


def test_what_is_out_of_sight_is_not_found(cast: Cast, igor: Caller, olga: Caller, stranger: Caller) -> None:
    cast.deal()
    assert len(igor.get("/search", q="bakery").ids) == 2
    assert olga.get("/search", q="bakery").ids == []
    assert stranger.get("/search", q="bakery").status == 401


def test_a_search_needs_words_and_a_known_kind(anna: Caller) -> None:
    assert anna.get("/search").codes == ["needed"]
    assert anna.get("/search", q="").codes == ["value-empty"]
    assert anna.get("/search", q="x", kind="planet").codes == ["unknown-word"]
    assert anna.get("/search", q="x", limit=101).codes == ["too-large"]


def test_a_search_brings_so_many_as_asked(cast: Cast, anna: Caller) -> None:
    for number in range(3):
        cast.client(f"Bakery {number}")
    found = anna.get("/search", q="bakery", limit=2)
    assert (len(found.ids), found.body["total"]) == (2, 3)


def test_signs_that_no_database_keeps_do_no_harm(cast: Cast, anna: Caller) -> None:
    cast.client("Bakery")
    assert len(anna.get("/search", q="bak\x00ery").ids) == 1
    assert anna.get("/search", q="%_'\"").status == 200


def test_words_of_touches_are_found_when_asked_for(cast: Cast, anna: Caller, olga: Caller) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call", text="They want samples")
    (hit,) = anna.get("/search", q="samples", kind="note").body["items"]
    assert (hit["kind"], hit["title"], hit["company"]) == ("note", "They want samples", deal.client_id)
    assert anna.get("/search", q="samples").ids == []
    assert olga.get("/search", q="samples", kind="note").ids == []
