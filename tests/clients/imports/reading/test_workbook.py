"""Workbooks are read as if they had been saved as CSV."""

import datetime as dt
from pathlib import Path

import openpyxl
import pytest
from django.utils import timezone

from vedu.clients.imports.cells import moment_of
from vedu.clients.imports.reading.open_table import open_table
from vedu.foundation.refusal import Invalid

MORNING = dt.datetime(2026, 3, 1, 10, 30)  # noqa: DTZ001
MIDNIGHT = dt.datetime(2026, 3, 1)  # noqa: DTZ001


def book(folder: Path, rows: list[list[object]], name: str = "file.xlsx") -> Path:
    workbook = openpyxl.Workbook()
    for row in rows:
        workbook.active.append(row)
    workbook.save(folder / name)
    return folder / name


def test_cells_become_text(tmp_path: Path) -> None:
    path = book(
        tmp_path,
        [
            ["Имя", "Телефон", "Сумма", "Дата"],
            ["Анна", 79126401822, 1200.5, MORNING],
            ["Игорь", None, 7.0, MIDNIGHT],
        ],
    )

    table = open_table(path)

    assert table.how == "XLSX"
    assert [line.cells for line in table.rows()] == [
        ["Анна", "79126401822", "1200.5", "2026-03-01 10:30:00"],
        ["Игорь", "", "7", "2026-03-01"],
    ]


def test_a_date_without_its_look_is_the_day_number_of_the_sheet(tmp_path: Path) -> None:
    path = book(tmp_path, [["Сделка", "Создана", "Сумма"], ["Короба", 45352.604166666664, 45352]])

    _name, opened, _sum = next(open_table(path).rows()).cells
    assert timezone.localtime(moment_of(opened)).strftime("%d.%m.%Y %H:%M") == "01.03.2024 14:30"


def test_lines_keep_the_numbers_of_the_sheet(tmp_path: Path) -> None:
    path = book(tmp_path, [[], [], ["Имя", "Город"], ["Анна", "Самара"]])

    assert [line.number for line in open_table(path).rows()] == [4]


def test_the_name_of_the_file_does_not_matter(tmp_path: Path) -> None:
    path = book(tmp_path, [["Имя", "Город"], ["Анна", "Самара"]]).rename(tmp_path / "file.csv")

    assert open_table(path).how == "XLSX"


def test_the_first_filled_sheet_is_read(tmp_path: Path) -> None:
    workbook = openpyxl.Workbook()
    workbook.create_sheet("data").append(["Имя", "Город"])
    workbook.save(tmp_path / "file.xlsx")

    assert open_table(tmp_path / "file.xlsx").headers == ["Имя", "Город"]


def test_a_broken_workbook_is_refused_in_words(tmp_path: Path) -> None:
    path = tmp_path / "file.xlsx"
    path.write_bytes(b"PK\x03\x04 and then nothing of the kind")

    with pytest.raises(Invalid) as refusal:
        open_table(path)

    assert refusal.value.codes == ["file-unreadable"]
