"""A stage is deleted: its deals go to another one, their history stays (STAGE-3)."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.sales.deals.test_totals import counted, kept
from tests.sales.pipelines.asked import names, places, told
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed, Refused
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Gate, Stage
from vedu.sales.deals.totals import StageTotal
from vedu.sales.pipelines import stage_deletion
from vedu.sales.pipelines.making import make
from vedu.sales.pipelines.stage_deletion import delete_stage


def test_an_empty_stage_goes_without_a_question(cast: Cast) -> None:
    gone, order = cast.stage(2), names(cast.pipeline)
    assert delete_stage(gone, by=cast.vera) == 0
    assert names(cast.pipeline) == [*order[:2], *order[3:]]
    assert places(cast.pipeline) == list(range(7))
    assert told("stage.deleted").data == {
        "pipeline": cast.pipeline.pk,
        "stage": gone.pk,
        "name": gone.name,
        "gates": ["contact_established"],
        "into": None,
        "deals": 0,
    }


def test_with_deals_it_asks_where_they_go(cast: Cast) -> None:
    cast.at_stage(3)
    cast.at_stage(3, owner=cast.igor).lose(by=cast.igor, reason=cast.reason())
    with pytest.raises(Missing) as refusal:
        delete_stage(cast.stage(3), by=cast.vera)
    (reason,) = refusal.value.reasons
    assert reason.code == "stage-has-deals"
    assert reason.sentence.startswith("2 deals stand in “")
    assert "(open: 1): choose the stage where they go." in reason.sentence
    assert reason.facts == {"field": "into", "stage": cast.stage(3).pk, "deals": 2, "open_deals": 1}
    assert len(names(cast.pipeline)) == 8


def test_the_deals_stand_in_the_other_stage_as_if_they_had_come_there(cast: Cast) -> None:
    deal, gone, into = cast.at_stage(3), cast.stage(3), cast.stage(1)
    at = timezone.now() + timedelta(days=2)
    assert delete_stage(gone, by=cast.vera, into=into, at=at) == 1
    deal.refresh_from_db()
    assert (deal.stage, deal.stage_since, deal.chance) == (into, at, into.chance)
    assert deal.stage_due_at == at + timedelta(days=into.day_norm)
    assert deal.back_moves == 0


def test_the_history_says_why_and_how_long(cast: Cast) -> None:
    deal, gone = cast.at_stage(3), cast.stage(3)
    at = deal.stage_since + timedelta(days=2)
    delete_stage(gone, by=cast.vera, into=cast.stage(4), at=at)
    opened, led, moved = deal.moves.select_related("from_stage", "to_stage")
    assert (opened.to_stage.position, led.to_stage.name) == (0, gone.name)
    assert (moved.from_stage, moved.to_stage.position, moved.by) == (gone, 3, cast.vera)
    assert (moved.cause, moved.seconds, moved.is_backward) == ("stage_deleted", 2 * 86_400, False)
    assert [move.cause for move in (opened, led)] == ["", ""]
    event = Event.objects.filter(kind="deal.moved", deal_id=deal.pk).latest("pk")
    assert (event.client_id, event.actor, event.data["cause"]) == (deal.client_id, cast.vera, "stage_deleted")
    assert (event.data["from_stage"], event.data["move"]) == (gone.name, moved.pk)


def test_a_closed_deal_moves_too_and_its_closing_stays(cast: Cast) -> None:
    deal, gone, into = cast.at_stage(3), cast.stage(3), cast.stage(1)
    closing = deal.lose(by=cast.anna, reason=cast.reason())
    chance, since = deal.chance, deal.stage_since
    delete_stage(gone, by=cast.vera, into=into, at=timezone.now() + timedelta(days=90))
    deal.refresh_from_db()
    assert (deal.state, deal.stage, deal.chance, deal.stage_since) == ("lost", into, chance, since)
    assert Closing.objects.select_related("stage").get(pk=closing.pk).stage.name == gone.name
    assert deal.moves.latest("pk").seconds < 86_400
    deal.reopen(by=cast.anna)
    assert (deal.is_open, deal.stage) == (True, into)
    assert kept() == counted()


def test_the_totals_are_right(cast: Cast) -> None:
    for owner, amount in ((cast.anna, 480_000), (cast.igor, 70_000), (cast.olga, 5)):
        cast.at_stage(3, owner=owner, amount=amount)
    cast.at_stage(4, client=cast.client("Bakery of the South", owner=cast.anna))
    gone = cast.stage(3)
    delete_stage(gone, by=cast.vera, into=cast.stage(4))
    assert kept() == counted()
    assert not StageTotal.objects.filter(stage=gone).exists()


def test_many_deals_go_in_several_steps(cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stage_deletion, "AT_ONCE", 2)
    deals = [cast.deal(client=cast.client(f"Client {number}", owner=cast.anna)) for number in range(5)]
    assert delete_stage(cast.stage(0), by=cast.vera, into=cast.stage(1)) == 5
    assert Move.objects.filter(cause="stage_deleted").count() == len(deals)
    assert kept() == counted()


def test_the_row_stays_but_nobody_is_offered_it(cast: Cast) -> None:
    deal, gone = cast.at_stage(3), cast.stage(3)
    delete_stage(gone, by=cast.vera, into=cast.stage(4))
    assert gone not in Stage.objects.all()
    assert gone not in Stage.every()
    assert not Gate.objects.filter(stage=gone).exists()
    assert Stage.ever.get(pk=gone.pk).retired_at is not None
    deal.refresh_from_db()
    with pytest.raises(Refused) as refusal:
        deal.move_to(gone, by=cast.anna)
    assert refusal.value.codes == ["stage-deleted"]
    assert gone.name in refusal.value.reasons[0].sentence


def test_its_gate_asks_no_more(cast: Cast) -> None:
    deal = cast.at_stage(2)
    delete_stage(cast.stage(3), by=cast.vera)
    assert [reason.code for reason in deal.missing_for(cast.stage(3))] == ["contact_established"]


def test_deals_begin_in_the_next_stage_when_the_first_one_goes(cast: Cast) -> None:
    second = cast.stage(1)
    delete_stage(cast.stage(0), by=cast.vera)
    assert cast.deal().stage == second


def test_the_last_stage_stays(cast: Cast) -> None:
    single = make(by=cast.vera, name="Tenders")
    with pytest.raises(Refused) as refusal:
        delete_stage(single.first_stage, by=cast.vera)
    assert refusal.value.codes == ["last-stage"]
    assert len(names(single)) == 1


def test_deals_go_to_another_stage_of_the_same_pipeline(cast: Cast) -> None:
    cast.at_stage(3)
    gone = cast.stage(2)
    delete_stage(cast.stage(2), by=cast.vera)
    stage = next(one for one in cast.pipeline.stages.all() if Deal.objects.filter(stage=one).exists())
    for into, code in ((stage, "same-stage"), (cast.shop.first_stage, "stage-elsewhere"), (gone, "stage-elsewhere")):
        with pytest.raises(Invalid) as refusal:
            delete_stage(stage, by=cast.vera, into=into)
        assert refusal.value.codes == [code]
        assert refusal.value.reasons[0].facts["field"] == "into"


def test_a_stage_is_deleted_once(cast: Cast) -> None:
    first, second = cast.stage(2), cast.stage(2)
    delete_stage(first, by=cast.vera)
    with pytest.raises(Refused) as refusal:
        delete_stage(second, by=cast.vera)
    assert refusal.value.codes == ["stage-deleted"]


def test_a_refusal_moves_nothing(cast: Cast) -> None:
    deal = cast.at_stage(3)
    with pytest.raises(NotAllowed):
        delete_stage(cast.stage(3), by=cast.igor, into=cast.stage(4))
    deal.refresh_from_db()
    assert deal.stage == cast.stage(3)
    assert not Move.objects.exclude(cause="").exists()
