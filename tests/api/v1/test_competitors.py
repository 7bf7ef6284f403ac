import pytest

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.competitors.competitor import Competitor
from vedu.clients.competitors.supply import Supply


def test_a_head_keeps_the_directory_and_sellers_read_it(
    cast: Cast, anna: Caller, sergey: Caller, boris: Caller
) -> None:
    added = sergey.post("/competitors", {"name": "Karton", "arguments": "We print in 3 days"})
    assert added.status == 201
    path = f"/competitors/{added.body['id']}"
    assert sergey.patch(path, {"about": "A factory"}).body["arguments"] == "We print in 3 days"
    assert [one["name"] for one in anna.get("/competitors").body["items"]] == ["Karton"]
    for caller in (anna, boris):
        assert caller.post("/competitors", {"name": "Mine"}).codes == ["head-only"]
        assert caller.patch(path, {"about": "Bad"}).codes == ["head-only"]
        assert caller.patch(path, {"is_archived": True}).codes == ["head-only"]
    assert sergey.post("/competitors", {"name": "KARTON"}).body["errors"][0]["field"] == "name"


def test_one_goes_out_of_use_and_comes_back(cast: Cast, sergey: Caller) -> None:
    pk = Competitor.add("Karton", by=cast.sergey).pk
    assert sergey.patch(f"/competitors/{pk}", {"is_archived": True}).body["is_archived"] is True
    assert sergey.get("/competitors", is_archived="false").ids == []
    assert sergey.patch(f"/competitors/{pk}", {"is_archived": False}).body["is_archived"] is False


def test_a_supplier_is_written_down_and_ended(cast: Cast, anna: Caller) -> None:
    competitor = Competitor.add("Karton", by=cast.sergey)
    path = f"/companies/{cast.deal().client_id}/supplies"
    said = {"name": "karton", "is_main": True, "since_on": "2024-03-01", "mood": "mixed", "dislikes": "delays"}
    noted = anna.post(path, said)
    assert noted.status == 201
    assert (noted.body["competitor"], noted.body["since_on"], noted.body["mood"]) == (
        competitor.pk,
        "2024-03-01",
        "mixed",
    )
    assert anna.get(path, present="true").ids == [noted.body["id"]]
    ended = anna.post(f"/supplies/{noted.body['id']}/ending", {"why": "They fell out"})
    assert (ended.body["ended_why"], ended.body["ended_at"] is not None) == ("They fell out", True)
    assert anna.get(path, present="true").ids == []
    assert anna.get(path).ids == [noted.body["id"]]
    assert anna.post(f"/supplies/{noted.body['id']}/ending").codes == ["already-ended"]


@pytest.mark.parametrize(
    ("said", "status"),
    [({"name": " "}, 422), ({"name": "x", "mood": "furious"}, 422), ({"name": "x", "since_on": "2199-01-01"}, 422)],
)
def test_what_cannot_be_is_refused(cast: Cast, anna: Caller, said: dict[str, object], status: int) -> None:
    assert anna.post(f"/companies/{cast.deal().client_id}/supplies", said).status == status


def test_others_do_not_write(
    cast: Cast, igor: Caller, olga: Caller, sergey: Caller, boris: Caller, stranger: Caller
) -> None:
    client = cast.deal().client
    supply = Supply.note(client, "Upak", by=cast.anna)
    path = f"/companies/{client.pk}/supplies"
    callers = (igor, sergey, boris, olga, stranger)
    assert [one.post(path, {"name": "Karton"}).status for one in callers] == [409, 409, 403, 403, 401]
    assert [one.post(f"/supplies/{supply.pk}/ending").status for one in callers] == [409, 409, 403, 404, 401]
    assert [one.get(path).status for one in callers] == [200, 200, 200, 403, 401]
    assert Supply.objects.present().get().name == "Upak"
