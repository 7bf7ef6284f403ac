"""What a file holds is told before anything is asked."""

from pathlib import Path
from typing import Any

from tests.clients.imports.files import write
from vedu.clients.imports.client_fields import CLIENT_FIELDS
from vedu.clients.imports.mapping import Columns, Mapping, Record
from vedu.clients.imports.reading.open_table import open_table
from vedu.clients.imports.survey import joined, survey

FILE = "Компания;Город;Менеджер\nВолга;Самара;Анна (уволена)\nКама;Самара;Игорь\nОка;;Игорь\n"
COLUMNS = {"Компания": "company", "Город": "city", "Менеджер": "owner"}


def look(folder: Path, *names: tuple[str, ...], **more: Any) -> dict[str, Any]:
    table = open_table(write(folder, FILE))
    return survey(table, Columns.of(Mapping(columns=COLUMNS), table.headers, CLIENT_FIELDS), names, **more)


def test_rows_samples_and_names_are_counted(tmp_path: Path) -> None:
    found = look(tmp_path, ("owner",), ("city", "owner"))

    assert found["rows"] == 3
    assert found["samples"]["Город"] == ["Самара"]
    assert found["names"]["owner"] == {"Игорь": 2, "Анна (уволена)": 1}
    assert found["names"]["city / owner"] == {"Самара\tАнна (уволена)": 1, "Самара\tИгорь": 1, "\tИгорь": 1}


def test_names_are_those_that_the_format_makes_of_them(tmp_path: Path) -> None:
    def refine(record: Record) -> None:
        record["owner"] = record["owner"].partition(" (")[0]

    found = look(tmp_path, ("owner",), refine=refine)

    assert found["names"]["owner"] == {"Игорь": 2, "Анна": 1}
    assert found["samples"]["Менеджер"] == ["Анна (уволена)", "Игорь"]


def test_empty_parts_are_not_joined() -> None:
    assert joined(["", "Этап"]) == "Этап"
