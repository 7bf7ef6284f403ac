"""Which stages take deals (STAGE-1)."""

import pytest

from tests.cast import Cast
from vedu.foundation.refusal import Refused
from vedu.sales.deals.receiving import require_receiving, why_not_receiving
from vedu.sales.pipelines.archiving import archive, restore
from vedu.sales.pipelines.stage_deletion import delete_stage


def code_of(stage: object) -> str:
    reason = why_not_receiving(stage)  # type: ignore[arg-type]
    return reason.code if reason else ""


def test_a_stage_takes_deals(cast: Cast) -> None:
    require_receiving(cast.stage(3))
    assert code_of(cast.stage(3)) == ""


def test_a_deleted_one_does_not_even_for_who_had_it_in_hand(cast: Cast) -> None:
    stage = cast.stage(3)
    delete_stage(cast.stage(3), by=cast.vera)
    assert code_of(stage) == "stage-deleted"
    with pytest.raises(Refused):
        require_receiving(stage)


def test_nor_does_one_of_an_archived_pipeline(cast: Cast) -> None:
    stage = cast.shop.first_stage
    archive(cast.shop, by=cast.vera)
    assert code_of(stage) == "pipeline-archived"
    restore(cast.shop, by=cast.vera)
    assert code_of(stage) == ""
