import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.foundation.search.conftest import entry
from vedu.foundation.search import index
from vedu.foundation.search.entry import SearchEntry
from vedu.foundation.search.index import drop, move_owner, put
from vedu.foundation.search.query import find

pytestmark = pytest.mark.django_db


def titles(text: str, *, owners: list[int] | None = None) -> set[str]:
    return {hit.title for hit in find(text, visible_owner_ids=owners).hits}


def test_putting_again_brings_the_entry_up_to_date() -> None:
    put([entry("client", 1, "Старое имя", phones=["+79126401822"], owner_id=7)])
    put([entry("client", 1, "Новое имя", detail="Омск", owner_id=8, is_open=False)])
    assert SearchEntry.objects.count() == 1
    assert titles("имя") == {"Новое имя"}
    assert not titles("старое")
    assert not titles("640-18-22")
    (hit,) = find("новое", visible_owner_ids=[8]).hits
    assert (hit.detail, hit.is_open) == ("Омск", False)


def test_one_batch_may_name_an_object_twice_and_the_last_word_counts() -> None:
    put([entry("client", 1, "Первое"), entry("client", 1, "Второе")])
    assert titles("второе") == {"Второе"}
    assert not titles("первое")


def test_objects_of_different_kinds_share_numbers() -> None:
    put([entry("client", 1, "Общее"), entry("deal", 1, "Общее дело")])
    assert titles("общее") == {"Общее", "Общее дело"}


def test_many_batches_are_written_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(index, "BATCH", 10)
    put(entry("client", number, f"Клиент {number}") for number in range(25))
    assert SearchEntry.objects.count() == 25


def test_a_batch_is_written_without_reading() -> None:
    put([entry("client", 0, "Разогрев")])
    with CaptureQueriesContext(connection) as queries:
        put(entry("client", number, f"Клиент {number}") for number in range(1, 100))
    selects = [query["sql"] for query in queries if query["sql"].startswith("SELECT")]
    assert all(sql.startswith("SELECT COALESCE(MAX(id)") for sql in selects)
    assert len(queries) - len(selects) <= 2


def test_dropped_entries_are_found_no_more() -> None:
    put(entry("client", number, f"Клиент {number}") for number in range(1, 4))
    drop("client", [1, 2])
    assert titles("клиент") == {"Клиент 3"}
    drop("deal", [3])
    assert titles("клиент") == {"Клиент 3"}


def test_a_moved_client_takes_everything_along() -> None:
    put([entry("client", 1, "Заря", client_id=1, owner_id=7), entry("deal", 5, "Заря 2", client_id=1, owner_id=7)])
    move_owner(1, 8)
    assert titles("заря", owners=[8]) == {"Заря", "Заря 2"}
    assert not titles("заря", owners=[7])
    move_owner(1, None)
    assert titles("заря", owners=[]) == {"Заря", "Заря 2"}


def test_entries_changed_past_the_verbs_are_still_found_rightly() -> None:
    put([entry("client", 1, "Заря"), entry("client", 2, "Закат")])
    SearchEntry.objects.filter(object_id=1).update(text=" рассвет")
    SearchEntry.objects.filter(object_id=2).delete()
    assert titles("рассвет") == {"Заря"}
    assert not titles("заря")
    assert not titles("закат")


def test_an_overlong_text_does_no_harm() -> None:
    put([entry("client", 1, "Длинное " * 2000, words=["слово"] * 2000)])
    assert find("длинное", visible_owner_ids=None).total == 1
