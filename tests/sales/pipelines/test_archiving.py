"""STAGE-1: an archived pipeline takes no new deals, and nothing of it is lost."""

import pytest

from tests.cast import Cast
from tests.sales.pipelines.asked import kinds_told, told
from vedu.foundation.refusal import Invalid, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines.archiving import archive, restore
from vedu.sales.pipelines.making import make


def refusal_of(cast: Cast, pipeline: Pipeline) -> Refused:
    with pytest.raises(Refused) as refusal:
        archive(pipeline, by=cast.vera)
    return refusal.value


def test_an_archived_pipeline_takes_no_new_deal(cast: Cast) -> None:
    archive(cast.shop, by=cast.vera)
    assert list(Pipeline.objects.in_use()) == [cast.pipeline]
    client = cast.client(owner=cast.anna)
    with pytest.raises(Refused) as refusal:
        Deal.open(client, cast.shop, name="Boxes", by=cast.anna)
    assert refusal.value.codes == ["pipeline-archived"]
    assert cast.shop.name in refusal.value.reasons[0].sentence
    assert not Deal.objects.exists()


def test_it_takes_deals_again_when_it_is_back(cast: Cast) -> None:
    archive(cast.shop, by=cast.vera)
    restore(cast.shop, by=cast.adam)
    assert Deal.open(cast.client(owner=cast.anna), cast.shop, name="Boxes", by=cast.anna).is_open
    assert kinds_told() == ["pipeline.archived", "pipeline.restored"]
    assert told("pipeline.archived").data == {"pipeline": cast.shop.pk, "name": cast.shop.name}


@pytest.mark.parametrize(("number", "words"), [(1, "1 open deal stands in"), (2, "2 open deals stand in")])
def test_open_deals_keep_a_pipeline_in_use(cast: Cast, number: int, words: str) -> None:
    for owner in (cast.anna, cast.igor)[:number]:
        cast.deal(owner=owner, client=cast.client(f"Client of {owner.name}", owner=owner))
    refused = refusal_of(cast, cast.pipeline)
    assert refused.codes == ["pipeline-in-work"]
    assert words in refused.reasons[0].sentence
    assert refused.reasons[0].facts["open_deals"] == number
    assert not Pipeline.objects.get(pk=cast.pipeline.pk).is_archived


def test_a_closed_deal_does_not_and_waits_for_the_pipeline_to_come_back(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason())
    archive(cast.pipeline, by=cast.vera)
    with pytest.raises(Refused) as refusal:
        deal.reopen(by=cast.anna)
    assert refusal.value.codes == ["pipeline-archived"]
    restore(cast.pipeline, by=cast.vera)
    deal.reopen(by=cast.anna)
    assert deal.is_open


def test_the_last_pipeline_stays(cast: Cast) -> None:
    archive(cast.shop, by=cast.vera)
    assert refusal_of(cast, cast.pipeline).codes == ["last-pipeline"]


def test_twice_is_once(cast: Cast) -> None:
    restore(cast.shop, by=cast.vera)
    archive(cast.shop, by=cast.vera)
    archive(cast.shop, by=cast.vera)
    assert kinds_told() == ["pipeline.archived"]


def test_a_pipeline_whose_name_was_given_away_does_not_come_back(cast: Cast) -> None:
    archive(cast.shop, by=cast.vera)
    make(by=cast.vera, name=cast.shop.name)
    with pytest.raises(Invalid) as refusal:
        restore(cast.shop, by=cast.vera)
    assert refusal.value.codes == ["name-taken"]
