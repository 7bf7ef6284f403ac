"""The first response and its norm, by the working calendar (DAY-5)."""

from datetime import UTC, datetime, timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.events import Event
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.inquiries.inquiry import Inquiry
from vedu.sales.inquiries.speed import Speed, speed_by_seller
from vedu.sales.pipelines.describing import describe_pipeline

PHONE = "+79178123041"
# Tuesday, by the clock of Moscow: 10:00.
MORNING = datetime(2026, 11, 24, 7, 0, tzinfo=UTC)


def came(cast: Cast, at: datetime = MORNING, reach: str = PHONE) -> Inquiry:
    """By a form, while nobody was there."""
    return begin(Arrival(reach=reach, words="Boxes for 40 cakes", channel="form", is_here=False), by=cast.anna, at=at)


def test_who_came_by_himself_waits_and_the_gate_of_contact_stays_shut(cast: Cast) -> None:
    inquiry = came(cast)
    assert inquiry.deal is not None
    assert (inquiry.step, inquiry.answered_at, inquiry.due_at) == ("greeting", None, MORNING + timedelta(minutes=15))
    assert inquiry.deal.last_two_way_at is None
    assert [reason.code for reason in inquiry.deal.missing_for(cast.shop.stages.get(position=1))] == [
        "contact_established"
    ]
    assert inquiry.deal.next_step is not None
    assert inquiry.deal.next_step.due_at == inquiry.due_at


def test_the_norm_counts_working_time(cast: Cast) -> None:
    evening = datetime(2026, 11, 24, 17, 30, tzinfo=UTC)
    inquiry = came(cast, evening)
    assert inquiry.due_at == datetime(2026, 11, 25, 6, 15, tzinfo=UTC)
    inquiry.answer(by=cast.anna, channel="call", at=datetime(2026, 11, 25, 6, 4, tzinfo=UTC))
    assert (inquiry.seconds, inquiry.is_in_norm) == (240, True)


def test_a_try_stops_the_timer_and_a_talk_leads_on(cast: Cast) -> None:
    inquiry = came(cast)
    inquiry.answer(by=cast.anna, channel="call", outcome="no_answer", at=MORNING + timedelta(minutes=20))
    inquiry.refresh_from_db()
    assert (inquiry.seconds, inquiry.answered_by, inquiry.is_in_norm, inquiry.step) == (
        1200,
        cast.anna,
        False,
        "greeting",
    )
    assert inquiry.task is not None
    assert not inquiry.task.is_done
    inquiry.answer(by=cast.anna, channel="call", at=MORNING + timedelta(minutes=30))
    inquiry.refresh_from_db()
    inquiry.task.refresh_from_db()
    assert (inquiry.seconds, inquiry.step, inquiry.task.is_done) == (1200, "needs", True)
    told = Event.objects.get(kind="inquiry.answered")
    assert (told.data["seconds"], told.data["in_norm"]) == (1200, False)


def test_a_touch_from_any_screen_stops_it_and_what_the_client_sends_does_not(cast: Cast) -> None:
    inquiry = came(cast)
    assert inquiry.deal is not None
    inquiry.deal.log_touch(by=cast.anna, channel="email", direction="in", outcome="replied", at=MORNING)
    inquiry.refresh_from_db()
    assert inquiry.answered_at is None
    inquiry.client.refresh_from_db()
    inquiry.deal.log_touch(by=cast.anna, channel="email", outcome="sent", at=MORNING + timedelta(minutes=3))
    inquiry.refresh_from_db()
    assert (inquiry.seconds, inquiry.is_in_norm) == (180, True)


def test_who_is_served_on_the_spot_has_no_timer(cast: Cast) -> None:
    inquiry = begin(Arrival(), by=cast.anna)
    assert (inquiry.due_at, inquiry.seconds, inquiry.is_in_norm) == (None, 0, None)
    assert not Event.objects.filter(kind="inquiry.answered").exists()


def test_a_passed_on_inquiry_is_timed_till_its_owner_answers(cast: Cast) -> None:
    client = cast.deal().client
    ContactPoint.add(client, kind="phone", value=PHONE, by=cast.anna)
    inquiry = begin(Arrival(reach=PHONE), by=cast.olga, at=MORNING)
    assert inquiry.due_at == MORNING + timedelta(minutes=15)
    from vedu.sales.touches.touch import Touch

    Touch.log(client, by=cast.anna, channel="call", at=MORNING + timedelta(minutes=5))
    inquiry.refresh_from_db()
    assert (inquiry.answered_by, inquiry.seconds, inquiry.is_open) == (cast.anna, 300, False)


def test_without_a_norm_there_is_nothing_to_burn(cast: Cast) -> None:
    describe_pipeline(cast.shop, by=cast.vera, response_norm_minutes=None)
    cast.shop.refresh_from_db()
    inquiry = came(cast)
    assert (inquiry.due_at, inquiry.is_in_norm) == (None, None)


def test_what_burns_comes_first(cast: Cast) -> None:
    served = begin(Arrival(), by=cast.anna)
    late = came(cast, MORNING + timedelta(minutes=30), "+79178123042")
    burning = came(cast, MORNING, "+79178123043")
    assert list(Inquiry.objects.open().burning_first()) == [burning, late, served]


def test_the_speed_of_each_is_a_median_and_a_share(cast: Cast) -> None:
    for number, minutes in enumerate((4, 10, 40)):
        at = MORNING + timedelta(hours=number)
        came(cast, at, f"+7917812304{number}").answer(by=cast.anna, channel="call", at=at + timedelta(minutes=minutes))
    came(cast, MORNING, "+79178123049")
    fresh = begin(
        Arrival(reach="+79178123048", channel="form", is_here=False), by=cast.olga, at=MORNING + timedelta(hours=5)
    )
    found = speed_by_seller(cast.vera, MORNING, MORNING + timedelta(hours=5, minutes=1))
    anna, olga = found[cast.anna.pk], found[cast.olga.pk]
    assert (anna.median, anna.in_norm, anna.judged, anna.share, anna.waiting) == (600, 2, 4, 50, 1)
    assert (olga.median, olga.share, olga.waiting, fresh.owner) == (None, None, 1, cast.olga)
    assert set(speed_by_seller(cast.sergey, MORNING, timezone.now() + timedelta(days=1))) == {cast.anna.pk}
    assert Speed().median is None


@pytest.mark.parametrize("minutes", [0, 10_001])
def test_a_norm_out_of_reason_is_refused(cast: Cast, minutes: int) -> None:
    from vedu.foundation.refusal import Invalid

    with pytest.raises(Invalid) as wrong:
        describe_pipeline(cast.shop, by=cast.vera, response_norm_minutes=minutes)
    assert wrong.value.codes == ["minutes-wrong"]
