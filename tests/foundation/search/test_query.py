from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.foundation.search.conftest import NOON, entry
from vedu.foundation.search import query
from vedu.foundation.search.index import Entry, put
from vedu.foundation.search.query import Found, find
from vedu.foundation.search.terms import Term

SELLER, COLLEAGUE = 7, 8


def names(found: Found) -> list[str]:
    return [hit.title for hit in found.hits]


def everything(text: str, **options: object) -> list[str]:
    return names(find(text, visible_owner_ids=None, **options))  # type: ignore[arg-type]


@pytest.mark.every_case
@pytest.mark.parametrize(
    "text",
    [
        "ёлка", "ЕЛКА", "лка", "елка-сервис", "сервис елка", "ооо ёлк", "«Ёлка", "ел",
        "912 640", "9126401822", "640-18-22", "18-22", "+7 (912) 640", "8 912 640-18-22", "8(912)64", "40182",
        "info@elka", "INFO@ELKA.RU", "7707083893", "083893", "елка 640",
    ],
)  # fmt: skip
def test_a_client_is_found_by_any_part_of_what_is_known_of_it(entries: list[Entry], text: str) -> None:
    assert "ООО «Ёлка-Сервис»" in everything(text)


@pytest.mark.every_case
@pytest.mark.parametrize(
    "text", ["елка ромашка", "9126401823", "вис сер вис нет", "лкаа", "", "  ", "%", "_", '"', "*"]
)
def test_what_is_nowhere_is_not_found(entries: list[Entry], text: str) -> None:
    assert find(text, visible_owner_ids=None) == query.NOTHING


def test_a_hit_has_what_a_list_shows(entries: list[Entry]) -> None:
    (hit,) = find("елка-сервис", visible_owner_ids=None).hits
    assert (hit.kind, hit.object_id, hit.client_id, hit.owner_id) == ("client", 1, 1, SELLER)
    assert (hit.detail, hit.is_open, hit.touched_at) == ("Екатеринбург", True, NOON - timedelta(days=1))


def test_a_number_that_is_no_phone_is_found_as_words(entries: list[Entry]) -> None:
    assert everything("поставка 18-22") == ["Поставка ромашки 18-22"]


def test_a_seller_sees_his_own_and_free_clients(entries: list[Entry]) -> None:
    assert names(find("ромаш", visible_owner_ids=[SELLER])) == ["ИП Ромашкин", "Поставка ромашки 18-22"]
    assert names(find("ромаш", visible_owner_ids=[])) == ["ИП Ромашкин"]


def test_what_may_not_be_seen_is_not_counted(entries: list[Entry]) -> None:
    assert find("ромаш", visible_owner_ids=[SELLER]).total == 2
    assert find("ромаш", visible_owner_ids=None).total == 4
    assert find("весной", visible_owner_ids=[SELLER]) == Found([], 0, capped=False)


def test_own_entries_come_first_then_open_ones_then_the_lately_touched(entries: list[Entry]) -> None:
    closed = "Поставка ромашки 18-22"
    others = ["АО «Ромашка»", "ИП Ромашкин", "Поставка ромашки весной"]
    assert everything("ромаш", user_id=SELLER) == [closed, *others]
    assert everything("ромаш") == [*others, closed]


def test_the_kinds_can_be_chosen(entries: list[Entry]) -> None:
    assert everything("ромаш", kinds=["deal"]) == ["Поставка ромашки весной", "Поставка ромашки 18-22"]
    assert everything("ромаш", kinds=["client"]) == ["АО «Ромашка»", "ИП Ромашкин"]
    assert everything("elka", kinds=["client", "contact"]) == ["Пётр Иванов", "ООО «Ёлка-Сервис»"]
    assert everything("ромаш", kinds=[]) == []


def test_the_list_is_as_long_as_asked_and_the_total_counts_all(entries: list[Entry]) -> None:
    found = find("ромаш", visible_owner_ids=None, limit=1)
    assert len(found.hits) == 1
    assert found.total == 4


def test_a_single_letter_finds_titles_that_begin_with_it(entries: list[Entry]) -> None:
    assert everything("п") == ["Пётр Иванов", "Поставка ромашки весной", "Поставка ромашки 18-22"]
    assert everything("п и") == ["Пётр Иванов"]
    assert everything("ё") == []


def test_signs_that_mean_something_to_a_database_mean_nothing_here(db: None) -> None:
    put([entry("client", 1, "Скидка 100% OR _всем_"), entry("client", 2, "Скидка 1000")])
    assert everything("100%") == ["Скидка 100% OR _всем_"]
    assert everything("NEAR(скидка)") == []
    assert everything("скидка OR") == ["Скидка 100% OR _всем_"]
    assert everything("c\\d") == []


@pytest.fixture
def few_are_many(monkeypatch: pytest.MonkeyPatch) -> None:
    """The bounds are reached by tens of entries instead of thousands."""
    monkeypatch.setattr(query, "MOST", 10)
    monkeypatch.setattr(query, "LOOKED_THROUGH", 12)


def test_more_matches_than_are_counted_make_the_total_open(db: None, few_are_many: None) -> None:
    put(entry("client", number, f"Общество {number}") for number in range(1, 11))
    assert find("общество", visible_owner_ids=None)[1:] == (10, False)
    put([entry("client", 11, "Общество 11")])
    assert find("общество", visible_owner_ids=None)[1:] == (10, True)


def test_an_own_old_client_is_found_behind_many_newer_ones(db: None, few_are_many: None) -> None:
    put([entry("client", 1, "Общество первое", owner_id=SELLER)])
    put(entry("client", number, f"Общество {number}", owner_id=COLLEAGUE) for number in range(2, 30))
    assert everything("общество", user_id=SELLER)[0] == "Общество первое"
    only_own = find("общество", visible_owner_ids=[SELLER], user_id=SELLER)
    assert (names(only_own), only_own.total, only_own.capped) == (["Общество первое"], 1, True)


def test_the_clients_of_a_team_are_found_behind_many_newer_ones(db: None, few_are_many: None) -> None:
    put(entry("client", number, f"Общество {number}", owner_id=number % 3) for number in range(1, 4))
    put(entry("client", number, f"Общество {number}", owner_id=COLLEAGUE) for number in range(4, 30))
    found = find("общество", visible_owner_ids=[0, 1, 2], user_id=1)
    assert names(found) == ["Общество 1", "Общество 2", "Общество 3"]


def test_a_rare_word_is_asked_for_by_its_stem_too_and_a_common_one_among_ones_own(db: None, few_are_many: None) -> None:
    put(entry("client", number, f"Общество {number}", owner_id=SELLER) for number in range(1, 30))
    for text, count in (("общество 17", 2), ("общество", 2)):
        with CaptureQueriesContext(connection) as queries:
            find(text, visible_owner_ids=None, user_id=SELLER)
        assert len(queries) == count


@pytest.mark.every_case
@pytest.mark.parametrize("text", ["ромашками", "romashka", "hjvfirf", "ромшака", "рамашка", "Romashkin", "hjvfirfvb"])
def test_other_forms_alphabets_layouts_and_slips_find_the_same(entries: list[Entry], text: str) -> None:
    assert {"ИП Ромашкин", "АО «Ромашка»"} & set(everything(text))


def test_what_is_found_by_the_word_itself_comes_first(entries: list[Entry]) -> None:
    put([entry("client", 900, "Ромашками богаты")])
    assert everything("ромашками")[0] == "Ромашками богаты"
    assert len(everything("ромашками")) > 1


def test_a_slip_shows_a_person_only_what_he_may_see(entries: list[Entry]) -> None:
    assert find("ромшака", visible_owner_ids=None).total > 0
    assert find("ромшака", visible_owner_ids=[]).hits == []


def test_a_number_is_asked_for_once(entries: list[Entry]) -> None:
    with CaptureQueriesContext(connection) as queries:
        everything("9126401822")
    assert len(queries) == 1


def test_clients_with_any_of_the_phrases_are_told_by_their_ids(entries: list[Entry]) -> None:
    named = {201: "Кедр Восток", 202: "Маяк", 203: "Кедр"}
    put([entry("client", pk, name, client_id=pk) for pk, name in named.items()])
    cedar, east, beacon = (Term((word,)) for word in ("кедр", "восток", "маяк"))
    assert set(query.clients_with([[cedar, east], [beacon]], 10)) == {201, 202}
    assert set(query.clients_with([[cedar]], 1)) <= {201, 203}
    assert query.clients_with([[], []], 10) == []
    with CaptureQueriesContext(connection) as asked:
        query.clients_with([[cedar], [east], [beacon]], 10)
    assert len(asked) == 1
