"""A few entries to find: two sellers (7 and 8), a free client, a closed deal."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from vedu.foundation.search.index import Entry, put

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


def entry(kind: str, object_id: int, title: str, **facts: Any) -> Entry:
    facts.setdefault("touched_at", NOON - timedelta(days=object_id))
    return Entry(kind, object_id, title, **facts)


@pytest.fixture
def entries(db: None) -> list[Entry]:
    given = [
        entry(
            "client",
            1,
            "ООО «Ёлка-Сервис»",
            detail="Екатеринбург",
            words=["7707083893", "info@elka.ru"],
            phones=["+79126401822"],
            client_id=1,
            owner_id=7,
        ),
        entry("client", 2, "АО «Ромашка»", phones=["+73432000102"], client_id=2, owner_id=8),
        entry("client", 3, "ИП Ромашкин", client_id=3),
        entry("contact", 1, "Пётр Иванов", words=["petr@elka.ru"], client_id=1, owner_id=7),
        entry("deal", 1, "Поставка ромашки 18-22", client_id=1, owner_id=7, is_open=False),
        entry("deal", 9, "Поставка ромашки весной", client_id=2, owner_id=8),
    ]
    put(given)
    return given
