"""The words of touches and notes can be found from the moment they are written (BASE-6)."""

import pytest

from tests.cast import Cast
from vedu.foundation.refusal import Refused
from vedu.foundation.search.entry import SearchNote
from vedu.foundation.search.query import find_notes
from vedu.sales.touches.channel import Channel
from vedu.sales.touches.note import write_note
from vedu.sales.touches.touch import Touch


def titles(text: str, owner_ids: list[int] | None = None) -> list[str]:
    return [hit.title for hit in find_notes(text, visible_owner_ids=owner_ids).hits]


def test_a_touch_and_a_note_are_found_by_their_words(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    Touch.log(client, by=cast.anna, channel=Channel.CALL, text="Asked for  samples\nof boxes")
    write_note(client, by=cast.anna, text="Samples went by courier")
    assert titles("samples") == ["Samples went by courier", "Asked for samples of boxes"]
    assert titles("courier", [cast.olga.pk]) == []


def test_a_touch_without_words_is_nothing_to_find(cast: Cast) -> None:
    Touch.log(cast.client(owner=cast.anna), by=cast.anna, channel=Channel.CALL)
    assert not SearchNote.objects.exists()


def test_notes_go_where_the_client_goes(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    write_note(client, by=cast.anna, text="Prefers mornings")
    client.release(by=cast.anna)
    assert SearchNote.objects.get().owner_id is None
    client.claim(by=cast.igor)
    assert SearchNote.objects.get().owner_id == cast.igor.pk


def test_a_refused_touch_leaves_nothing_to_find(cast: Cast) -> None:
    deal = cast.deal(owner=cast.anna)
    with pytest.raises(Refused):
        Touch.log(deal.client, by=cast.igor, channel=Channel.CALL, text="Stolen words")
    assert titles("stolen") == []
