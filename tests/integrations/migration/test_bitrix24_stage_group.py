"""The groups of Bitrix24's stages tell the end."""

import pytest

from vedu.clients.imports.mapping import Record
from vedu.integrations.migration.bitrix24.stage_group import end_by_group


@pytest.mark.parametrize(
    ("stage", "group", "expected"),
    [
        ("Новая", "Сделка в работе", "Новая"),
        ("Оплата пришла", "Сделка успешна", "Сделка успешна"),
        ("Выиграна", "Успешно", "Выиграна"),
        ("Дорого", "Сделка провалена", "Сделка провалена (Дорого)"),
        ("Нет (пока)", "Провал", "Сделка провалена (Нет пока)"),
        ("Закрыто", "Закрыто неуспешно", "Сделка провалена (Закрыто)"),
        ("Deal lost", "Failure", "Deal lost"),
        ("", "Сделка провалена", "Сделка провалена"),
        ("Новая", "Отдел продаж", "Новая"),
    ],
)
def test_the_group_tells_the_end(stage: str, group: str, expected: str) -> None:
    record: Record = {"result": group} | ({"stage": stage} if stage else {})

    end_by_group(record)

    assert record == {"stage": expected}


def test_a_row_without_a_group_stays_as_it_is() -> None:
    record: Record = {"stage": "Новая"}

    end_by_group(record)

    assert record == {"stage": "Новая"}
