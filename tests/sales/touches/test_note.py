"""A note is kept in the log and counts as no contact."""

import pytest

from tests.cast import Cast
from vedu.clients.protection import ClientIsLed
from vedu.foundation.events import Event
from vedu.foundation.refusal import Invalid, NotAllowed
from vedu.sales.touches.note import write_note
from vedu.sales.touches.touch import Touch

pytestmark = pytest.mark.django_db


def test_a_note_stands_in_the_log_of_its_deal(cast: Cast) -> None:
    deal = cast.deal()
    event = write_note(deal.client, text="  They open a second shop ", by=cast.anna, deal=deal)
    assert (event.kind, event.deal_id, event.client_id) == ("note.written", deal.pk, deal.client_id)
    assert event.data == {"text": "They open a second shop"}


def test_a_note_is_not_a_touch(cast: Cast) -> None:
    deal = cast.deal()
    write_note(deal.client, text="They open a second shop", by=cast.anna, deal=deal)
    deal.refresh_from_db()
    assert deal.last_touch_at is None
    assert not Touch.objects.exists()


def test_a_note_on_a_client_without_a_deal_is_kept_too(cast: Cast) -> None:
    event = write_note(cast.client(), text="Asked at the fair", by=cast.anna)
    assert event.deal_id is None


def test_an_empty_note_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid):
        write_note(cast.client(), text="  ", by=cast.anna)
    assert not Event.objects.filter(kind="note.written").exists()


def test_a_teammate_may_not_write_into_a_colleagues_deal(cast: Cast) -> None:
    deal = cast.deal()
    with pytest.raises(NotAllowed):
        write_note(deal.client, text="Me too", by=cast.igor, deal=deal)


def test_a_teammate_may_not_write_about_a_led_client(cast: Cast) -> None:
    deal = cast.deal()
    with pytest.raises(ClientIsLed):
        write_note(deal.client, text="Me too", by=cast.igor)


def test_the_head_may_write_into_the_deals_of_his_people(cast: Cast) -> None:
    deal = cast.deal()
    assert write_note(deal.client, text="Call them today", by=cast.sergey, deal=deal).actor == cast.sergey
