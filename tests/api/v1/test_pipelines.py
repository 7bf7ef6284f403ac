"""GET /pipelines and /refusal-reasons."""

from pytest_django import DjangoAssertNumQueries

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.deals.refusal_reason import RefusalReason


def test_each_pipeline_has_its_kind_and_stages(cast: Cast, boris: Caller) -> None:
    active, passive = boris.get("/pipelines").body["items"]
    assert (active["id"], active["kind"], passive["kind"]) == (cast.pipeline.pk, "active", "passive")
    assert [stage["position"] for stage in active["stages"]] == list(range(8))
    assert "need_confirmed" in active["stages"][3]["gates"]


def test_pipelines_are_chosen_by_kind(cast: Cast, anna: Caller) -> None:
    assert anna.get("/pipelines", kind="passive").ids == [cast.shop.pk]


def test_an_archived_pipeline_is_read_but_not_listed(cast: Cast, anna: Caller) -> None:
    cast.shop.is_archived = True
    cast.shop.save()
    assert anna.get("/pipelines").ids == [cast.pipeline.pk]
    assert anna.get(f"/pipelines/{cast.shop.pk}").body["is_archived"] is True


def test_pipelines_cost_the_same_queries_however_many_there_are(
    cast: Cast, anna: Caller, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    with django_assert_max_num_queries(4):
        anna.get("/pipelines")


def test_refusal_reasons_say_when_to_come_back(cast: Cast, anna: Caller) -> None:
    reasons = anna.get("/refusal-reasons", limit=200, total="true").body
    assert reasons["total"] == RefusalReason.objects.count()
    expensive = next(reason for reason in reasons["items"] if reason["code"] == "expensive")
    assert (expensive["group"], expensive["return_days"]) == ("money", cast.reason().return_days)


def test_refusal_reasons_are_paged_in_their_order(cast: Cast, anna: Caller) -> None:
    first = anna.get("/refusal-reasons", limit=3).body
    second = anna.get("/refusal-reasons", limit=3, cursor=first["next_cursor"]).body
    codes = [reason["code"] for page in (first, second) for reason in page["items"]]
    assert codes == list(RefusalReason.objects.values_list("code", flat=True)[:6])


def test_a_stranger_reads_no_lists(cast: Cast, stranger: Caller) -> None:
    assert stranger.get("/pipelines").status == stranger.get("/refusal-reasons").status == 401
    assert stranger.get(f"/pipelines/{cast.pipeline.pk}").status == 401
