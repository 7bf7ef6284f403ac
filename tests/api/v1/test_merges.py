"""/companies/{id}/merges, /merges, /merges/{id}/undoing."""

import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.client import Client


@pytest.fixture
def kept(cast: Cast) -> Client:
    return cast.client("Northern Bakery", owner=cast.anna)


@pytest.fixture
def gone(cast: Cast) -> Client:
    client = cast.client("Bakery Northern", owner=cast.anna)
    client.describe(by=cast.anna, city="Perm")
    return client


def test_an_owner_merges_two_entries(kept: Client, gone: Client, anna: Caller) -> None:
    merged = anna.post(f"/companies/{kept.pk}/merges", {"company": gone.pk, "why": "One INN"})
    assert merged.status == 201
    assert (merged.body["company"], merged.body["gone"], merged.body["gone_name"]) == (kept.pk, gone.pk, gone.name)
    assert anna.get(f"/companies/{kept.pk}").body["city"] == "Perm"
    assert anna.get(f"/companies/{gone.pk}").status == 404


def test_what_differs_may_be_chosen(kept: Client, gone: Client, anna: Caller) -> None:
    anna.post(f"/companies/{kept.pk}/merges", {"company": gone.pk, "choices": {"name": "gone"}})
    assert anna.get(f"/companies/{kept.pk}").body["name"] == "Bakery Northern"


def test_a_choice_is_one_of_three(kept: Client, gone: Client, anna: Caller) -> None:
    refused = anna.post(f"/companies/{kept.pk}/merges", {"company": gone.pk, "choices": {"name": "mine"}})
    assert refused.status == 422


def test_it_is_undone(kept: Client, gone: Client, anna: Caller) -> None:
    merged = anna.post(f"/companies/{kept.pk}/merges", {"company": gone.pk}).body
    undone = anna.post(f"/merges/{merged['id']}/undoing")
    assert (undone.status, undone.body["undone_at"] is not None) == (201, True)
    assert anna.get(f"/companies/{gone.pk}").body["city"] == "Perm"
    assert anna.post(f"/merges/{merged['id']}/undoing").codes == ["already-undone"]


def test_a_teammate_and_an_outsider_merge_nothing(
    cast: Cast, kept: Client, gone: Client, igor: Caller, olga: Caller
) -> None:
    path, free = f"/companies/{kept.pk}/merges", cast.client("Free").pk
    assert igor.post(path, {"company": free}).codes == ["client-led"]
    assert olga.post(path, {"company": free}).status == 403


def test_two_owners_hand_over_first(cast: Cast, kept: Client, sergey: Caller) -> None:
    other = cast.client("Igor's", owner=cast.igor)
    refused = sergey.post(f"/companies/{kept.pk}/merges", {"company": other.pk})
    assert (refused.status, refused.codes) == (409, ["two-owners"])


def test_merges_are_listed_for_those_who_see_the_company(
    kept: Client, gone: Client, anna: Caller, igor: Caller, olga: Caller
) -> None:
    anna.post(f"/companies/{kept.pk}/merges", {"company": gone.pk})
    assert len(igor.get("/merges", company=str(kept.pk), standing="true").ids) == 1
    assert olga.get("/merges").ids == []
