"""Notes stand on a shelf of their own: found by their words, never in the way of names."""

import pytest

from tests.foundation.search.conftest import entry
from vedu.foundation.search.entry import NOTE, SearchEntry, SearchNote
from vedu.foundation.search.index import Entry, drop, move_owner, put_notes
from vedu.foundation.search.query import find, find_notes


@pytest.fixture
def notes(entries: list[Entry]) -> None:
    put_notes(
        [
            entry(NOTE, 1, "Просили образцы коробок к пятнице", client_id=1, owner_id=7),
            entry(NOTE, 2, "Ромашке нужен самовывоз", client_id=2, owner_id=8),
            entry(NOTE, 3, "Образцы отдали, ждут скидку", client_id=3),
        ]
    )


def found(text: str, owners: list[int] | None = None, user: int | None = None) -> list[int]:
    return [hit.object_id for hit in find_notes(text, visible_owner_ids=owners, user_id=user).hits]


@pytest.mark.every_case
@pytest.mark.parametrize("text", ["самовывоз", "вывоз", "ромашке нуж", "нужен ромашке", "самовывозом"])
def test_a_note_is_found_by_its_words_in_any_form_and_order(notes: None, text: str) -> None:
    assert found(text) == [2]


def test_ones_own_come_first_then_the_latest(notes: None) -> None:
    assert found("образцы") == [1, 3]
    assert found("образцы", user=7) == [1, 3]
    assert found("образцы", owners=[8], user=8) == [3]


def test_each_sees_notes_of_clients_he_sees(notes: None) -> None:
    assert found("ромашке", owners=[7]) == []
    assert found("ромашке", owners=[8]) == [2]


def test_a_name_is_not_looked_for_in_notes_nor_a_word_in_names(notes: None) -> None:
    assert find("самовывоз", visible_owner_ids=None).total == 0
    assert found("Ёлка") == []


@pytest.mark.parametrize("text", ["", "о", "?"])
def test_a_single_letter_finds_no_notes(notes: None, text: str) -> None:
    assert found(text) == []


def test_a_note_follows_its_client_and_goes(notes: None) -> None:
    move_owner(2, 9)
    assert found("самовывоз", owners=[9]) == [2]
    drop(NOTE, [2])
    assert found("самовывоз") == []


def test_numbers_of_notes_and_of_names_do_not_meet(notes: None) -> None:
    drop(NOTE, [1])
    assert SearchEntry.objects.filter(object_id=1).count() == 3
    assert SearchNote.objects.count() == 2


def test_a_long_note_is_found_by_its_last_words(notes: None) -> None:
    put_notes([entry(NOTE, 9, "Долго говорили", words=["и " * 900 + "сошлись на рассрочке"], client_id=1, owner_id=7)])
    assert found("рассрочке") == [9]
