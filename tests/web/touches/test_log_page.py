"""Pages of the event log."""

from datetime import timedelta

from django.utils import timezone

from tests.cast import Cast
from vedu.foundation.events import Event
from vedu.web.touches.log_page import CLIENT_LOG, DEAL_LOG, FIRST_PAGE, SIZE, Asked, asked


def events(count: int, **facts: int) -> None:
    """All at one moment, so that only their ids tell them apart."""
    now = timezone.now() - timedelta(hours=1)
    Event.objects.bulk_create(Event(at=now, kind="note.written", data={"text": "x"}, **facts) for _ in range(count))


def test_events_of_one_moment_are_neither_lost_nor_repeated(cast: Cast) -> None:
    events(SIZE * 2 + 3, deal_id=77)
    seen, before = [], ""
    for _ in range(3):
        page = DEAL_LOG.page(77, Asked(before))
        seen += [event.pk for event in page.told]
        before = page.older
    assert before == ""
    assert len(seen) == len(set(seen)) == SIZE * 2 + 3
    assert seen == sorted(seen, reverse=True)


def test_a_page_that_is_just_full_has_no_next_one(cast: Cast) -> None:
    events(SIZE, deal_id=77)
    page = DEAL_LOG.page(77, FIRST_PAGE)
    assert (len(page.told), page.older) == (SIZE, "")


def test_each_log_reads_its_own(cast: Cast) -> None:
    events(2, deal_id=77, client_id=5)
    events(1, client_id=5)
    assert len(DEAL_LOG.page(77, FIRST_PAGE).told) == 2
    assert len(CLIENT_LOG.page(5, FIRST_PAGE).told) == 3
    assert CLIENT_LOG.page(77, FIRST_PAGE).told == []


def test_only_touches_leaves_the_rest_out(cast: Cast) -> None:
    events(2, deal_id=77)
    Event.objects.create(at=timezone.now(), kind="deal.moved", deal_id=77)
    assert {event.kind for event in DEAL_LOG.page(77, Asked(only="touches")).told} == {"note.written"}


def test_an_address_asks_for_a_page() -> None:
    assert asked({}) == FIRST_PAGE
    assert asked({"before": "x", "only": "touches"}) == Asked("x", "touches")
    assert asked({"only": "everything"}) == FIRST_PAGE
