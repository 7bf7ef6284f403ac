from tests.api.caller import Caller
from tests.cast import Cast
from vedu.clients.preparation.brief import Brief


def test_a_brief_is_written_part_by_part_and_tells_what_it_lacks(cast: Cast, anna: Caller) -> None:
    path = f"/companies/{cast.deal().client_id}/brief"
    assert anna.get(path).body["brief"] is None
    anna.patch(path, {"hook": "A fair in May", "problem": "Returns"})
    written = anna.patch(path, {"offer": "Trays"}).body
    assert (written["brief"]["hook"], written["brief"]["offer"]) == ("A fair in May", "Trays")
    assert written["brief"]["by_name"] == "Anna Kotova"
    assert written["readiness"] == {
        "filled": 3,
        "total": 6,
        "percent": 50,
        "is_ready": False,
        "missing": ["audit", "rivals", "icebreakers"],
    }


def test_versions_are_kept(cast: Cast, anna: Caller) -> None:
    path = f"/companies/{cast.deal().client_id}/brief"
    for hook in ("A fair", "The fair is over"):
        anna.patch(path, {"hook": hook})
    versions = anna.get(f"{path}/versions", total="true").body
    assert [one["hook"] for one in versions["items"]] == ["The fair is over", "A fair"]
    assert versions["total"] == 2


def test_a_text_without_end_is_refused(cast: Cast, anna: Caller) -> None:
    refused = anna.patch(f"/companies/{cast.deal().client_id}/brief", {"hook": "x" * 4001})
    assert (refused.status, refused.body["errors"][0]["field"]) == (422, "hook")


def test_a_teammate_reads_and_an_outsider_does_not(
    cast: Cast, igor: Caller, olga: Caller, sergey: Caller, boris: Caller, stranger: Caller
) -> None:
    path = f"/companies/{cast.deal().client_id}/brief"
    assert [one.get(path).status for one in (igor, sergey, boris, olga, stranger)] == [200, 200, 200, 403, 401]
    changed = [one.patch(path, {"hook": "Mine"}).status for one in (igor, sergey, boris, olga, stranger)]
    assert changed == [409, 409, 403, 403, 401]
    assert olga.get(f"{path}/versions").status == 403
    assert not Brief.objects.exists()
