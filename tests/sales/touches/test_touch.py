"""CHAN-1, STAGE-4: touches and the next step they ask for."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast, step
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid
from vedu.sales.touches.touch import Touch


def test_a_conversation_is_two_way_and_establishes_contact(cast: Cast) -> None:
    deal = cast.deal()
    touch = deal.log_touch(by=cast.anna, channel="call", text="Asked for samples")
    assert touch.two_way
    assert deal.last_two_way_at == touch.at == deal.client.last_two_way_at


@pytest.mark.parametrize("outcome", ["no_answer", "dropped", "gatekeeper", "wrong_number", "sent"])
def test_an_attempt_is_not_two_way(cast: Cast, outcome: str) -> None:
    deal = cast.deal()
    touch = deal.log_touch(by=cast.anna, channel="call", outcome=outcome)
    assert not touch.two_way
    assert deal.last_two_way_at is None
    assert deal.last_touch_at == touch.at


def test_an_incoming_touch_is_always_two_way(cast: Cast) -> None:
    touch = cast.deal().log_touch(by=cast.anna, channel="email", direction="in", outcome="sent")
    assert touch.two_way


def test_the_next_step_is_planned_with_the_touch(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    deal.refresh_from_db()
    deal.log_touch(by=cast.anna, channel="call", next_step=step(title="Send the samples"))
    assert deal.next_step is not None
    assert deal.next_step.title == "Send the samples"


def test_an_older_touch_does_not_move_the_last_one_back(cast: Cast) -> None:
    deal = cast.deal()
    latest = deal.log_touch(by=cast.anna, channel="call")
    deal.log_touch(by=cast.anna, channel="call", at=timezone.now() - timedelta(days=3))
    assert deal.last_touch_at == latest.at


def test_a_touch_ahead_of_time_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        cast.deal().log_touch(by=cast.anna, channel="call", at=timezone.now() + timedelta(hours=1))


@pytest.mark.parametrize("wrong", [{"channel": "pigeon"}, {"direction": "up"}, {"outcome": "fine"}])
def test_unknown_words_are_refused(cast: Cast, wrong: dict[str, str]) -> None:
    with pytest.raises(Invalid):
        cast.deal().log_touch(**{"by": cast.anna, "channel": "call", **wrong})
    assert not Touch.objects.exists()


def test_a_touch_is_told(cast: Cast) -> None:
    deal = cast.deal()
    touch = deal.log_touch(by=cast.anna, channel="call")
    event = Event.objects.get(kind="touch.logged")
    assert (event.deal_id, event.data["touch"], event.at) == (deal.pk, touch.pk, touch.at)


def test_touches_are_seen_as_far_as_their_client(cast: Cast) -> None:
    cast.deal().log_touch(by=cast.anna, channel="call")
    assert Touch.objects.visible_to(cast.igor).count() == 1
    assert Touch.objects.visible_to(cast.olga).count() == 0
