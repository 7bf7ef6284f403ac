"""STAGE-2, STAGE-3: the one transition command and its gates."""

import pytest

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, Missing, NotAllowed, Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.talk.need import Need


def test_no_presentation_without_a_confirmed_need(cast: Cast) -> None:
    deal = cast.at_stage(3)
    Need.note(deal, words="Cakes arrive crushed", by=cast.anna)
    with pytest.raises(Missing) as refusal:
        deal.move_to(cast.stage(4), by=cast.anna)
    assert refusal.value.codes == ["need_confirmed"]
    deal.refresh_from_db()
    assert deal.stage == cast.stage(3)


def test_a_jump_asks_for_everything_on_the_way(cast: Cast) -> None:
    deal = cast.deal()
    with pytest.raises(Missing) as refusal:
        deal.move_to(cast.stage(5), by=cast.anna)
    assert refusal.value.codes == [
        "decision_maker_known",
        "contact_established",
        "need_confirmed",
        "presentation_made",
    ]


def test_evidence_opens_the_gate(cast: Cast) -> None:
    deal = cast.at_stage(4)
    assert deal.stage == cast.stage(4)
    assert Event.objects.filter(kind="deal.moved", deal_id=deal.pk).count() == 1


def test_an_open_objection_stops_the_contract(cast: Cast) -> None:
    deal = cast.at_stage(5)
    objection = cast.object_to(deal)
    with pytest.raises(Missing) as refusal:
        deal.move_to(cast.stage(6), by=cast.anna)
    assert refusal.value.codes == ["objections_answered"]
    objection.reply(answer="Compare the cost of returns", by=cast.anna)
    deal.move_to(cast.stage(6), by=cast.anna)


def test_a_presentation_needs_a_confirmed_need(cast: Cast) -> None:
    with pytest.raises(Missing):
        cast.at_stage(3).record_evidence("presentation_made", by=cast.anna)


def test_evidence_that_shows_by_itself_is_not_recorded(cast: Cast) -> None:
    with pytest.raises(Invalid):
        cast.deal().record_evidence("need_confirmed", by=cast.anna)


def test_a_move_is_a_record_with_its_duration(cast: Cast) -> None:
    deal = cast.at_stage(1)
    first, second = deal.moves.all()
    assert (first.from_stage, first.to_stage) == (None, cast.stage(0))
    assert (second.from_stage, second.to_stage, second.by) == (cast.stage(0), cast.stage(1), cast.anna)
    assert second.seconds >= 0


def test_going_back_is_allowed_and_counted(cast: Cast) -> None:
    deal = cast.at_stage(4)
    move = deal.move_to(cast.stage(3), by=cast.anna)
    assert move.is_backward
    assert deal.back_moves == 1


def test_entering_a_stage_starts_its_norm_anew(cast: Cast) -> None:
    deal = cast.at_stage(1)
    assert (deal.stage_due_at - deal.stage_since).days == cast.stage(1).day_norm
    assert deal.chance == cast.stage(1).chance


def test_a_heads_override_is_kept_with_its_reason(cast: Cast) -> None:
    deal = cast.deal()
    move = deal.move_to(cast.stage(4), by=cast.sergey, override_reason="They asked for a proposal at the fair")
    assert move.override_reason == "They asked for a proposal at the fair"
    assert "need_confirmed" in move.missing


def test_an_override_without_a_reason_is_no_override(cast: Cast) -> None:
    with pytest.raises(Missing):
        cast.deal().move_to(cast.stage(4), by=cast.sergey, override_reason="  ")


def test_a_seller_overrides_nothing(cast: Cast) -> None:
    deal = cast.deal()
    with pytest.raises(NotAllowed):
        deal.move_to(cast.stage(4), by=cast.anna, override_reason="I know them")
    assert Move.objects.count() == 1


def test_a_needless_override_leaves_no_trace(cast: Cast) -> None:
    move = cast.deal().move_to(cast.stage(1), by=cast.sergey, override_reason="Just in case")
    assert move.override_reason == ""


@pytest.mark.parametrize("who", ["igor", "olga", "boris"])
def test_others_do_not_move_the_deal(cast: Cast, who: str) -> None:
    with pytest.raises(NotAllowed):
        cast.deal().move_to(cast.stage(1), by=getattr(cast, who))


def test_a_head_moves_his_peoples_deals(cast: Cast) -> None:
    deal = cast.deal()
    deal.move_to(cast.stage(1), by=cast.sergey)
    assert deal.stage == cast.stage(1)


def test_a_stage_of_another_pipeline_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        cast.deal().move_to(cast.shop.first_stage, by=cast.anna)


def test_the_same_stage_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as refusal:
        cast.deal().move_to(cast.stage(0), by=cast.anna)
    assert refusal.value.codes == ["same-stage"]


def test_a_closed_deal_does_not_move(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason())
    with pytest.raises(Refused) as refusal:
        deal.move_to(cast.stage(1), by=cast.anna)
    assert refusal.value.codes == ["deal-closed"]


def test_a_stale_copy_moves_from_where_the_deal_really_is(cast: Cast) -> None:
    deal = cast.deal()
    stale = type(deal).objects.get(pk=deal.pk)
    deal.move_to(cast.stage(1), by=cast.anna)
    with pytest.raises(Refused):
        stale.move_to(cast.stage(1), by=cast.anna)
    assert deal.moves.count() == 2


def test_a_deal_that_is_gone_does_not_move(cast: Cast) -> None:
    deal = cast.deal()
    Deal.objects.filter(pk=deal.pk).delete()
    with pytest.raises(Deal.DoesNotExist):
        deal.move_to(cast.stage(1), by=cast.anna)
