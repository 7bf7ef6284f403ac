"""CSV of any encoding and delimiter is read the way its owner sees it."""

from pathlib import Path

import pytest

from vedu.clients.imports.reading.open_table import open_table
from vedu.foundation.refusal import Invalid

HEADERS = ["Название", "Город", "Сумма"]
ROWS = [["ООО «Волга»", "Самара", "1 200,50"], ["ИП Ёлкин, сын и К", "Пермь\nи область", "0"]]


def write(folder: Path, encoding: str = "utf-8", delimiter: str = ",", newline: str = "\r\n") -> Path:
    path = folder / "file.csv"
    lines = [delimiter.join(f'"{cell}"' for cell in row) for row in [HEADERS, *ROWS]]
    path.write_bytes((newline.join(lines) + newline).encode(encoding, "replace"))
    return path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
def test_unicode_with_any_delimiter_is_read(tmp_path: Path, encoding: str, delimiter: str) -> None:
    table = open_table(write(tmp_path, encoding, delimiter))

    assert table.headers == HEADERS
    assert [line.cells for line in table.rows()] == ROWS


@pytest.mark.parametrize("encoding", ["cp1251", "koi8-r", "cp866"])
def test_russian_eight_bit_text_is_recognised_by_its_letters(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes("Название;Город\nОбщество Волга;Самара\nЗавод;Нижний Новгород\n".encode(encoding))

    table = open_table(path)

    assert table.headers == ["Название", "Город"]
    assert [line.cells[1] for line in table.rows()] == ["Самара", "Нижний Новгород"]


def test_words_in_capitals_are_recognised_too(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes("НАЗВАНИЕ;ГОРОД\nВОЛГА;САМАРА\n".encode("cp1251"))

    assert open_table(path).headers == ["НАЗВАНИЕ", "ГОРОД"]


def test_a_cyrillic_letter_far_down_the_file_still_decides(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"name;city\n" + b"Volga;Samara\n" * 200_000 + "Волга;Самара\n".encode("cp1251"))

    table = open_table(path)

    assert table.how == "CSV, windows-1251, «;»"
    assert list(table.rows())[-1].cells == ["Волга", "Самара"]


def test_lines_are_numbered_as_a_spreadsheet_shows_them(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text('name,city\n"two\nlines",Samara\n,\nlast,Perm\n')

    assert [(line.number, line.cells[0]) for line in open_table(path).rows()] == [(2, "two\nlines"), (4, "last")]


def test_reading_goes_on_after_a_given_line(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("name,city\na,1\nb,2\nc,3\n")

    assert [line.cells[0] for line in open_table(path).rows(after=3)] == ["c"]


def test_a_title_above_the_headers_is_passed_over(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("Отчёт за ноябрь;;\n;;\nНазвание;Город;Сумма\nВолга;Самара;1\n")

    table = open_table(path)

    assert table.headers == ["Название", "Город", "Сумма"]
    assert [line.number for line in table.rows()] == [4]


def test_the_delimiter_that_excel_states_is_obeyed(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("sep=|\nname|sum, of it\nVolga|1,5\n")

    table = open_table(path)

    assert table.headers == ["name", "sum, of it"]
    assert [line.cells for line in table.rows()] == [["Volga", "1,5"]]


def test_equal_headers_get_numbers_and_short_lines_get_width(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("Имя,Телефон,Телефон,\nАнна,1\n")

    table = open_table(path)

    assert table.headers == ["Имя", "Телефон", "Телефон (2)"]
    assert [line.cells for line in table.rows()] == [["Анна", "1", ""]]


def test_one_column_is_a_table_too(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text("Телефон\n+7 912 640-18-22\n")

    assert open_table(path).headers == ["Телефон"]


def test_an_unclosed_quote_is_named_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_text('name,city\nVolga,"Samara\n' + "x,y\n" * 50_000)

    with pytest.raises(Invalid) as refusal:
        list(open_table(path).rows())

    assert refusal.value.codes == ["file-unreadable"]


def test_an_empty_file_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(b"")

    with pytest.raises(Invalid) as refusal:
        open_table(path)

    assert refusal.value.codes == ["file-empty"]


@pytest.mark.parametrize("start", [b"%PDF-1.7\n", b"\x89PNG\r\n\x1a\n"])
def test_what_is_no_table_is_refused(tmp_path: Path, start: bytes) -> None:
    path = tmp_path / "file.csv"
    path.write_bytes(start + bytes(range(256)))

    with pytest.raises(Invalid) as refusal:
        open_table(path)

    assert refusal.value.codes == ["file-unreadable"]


def test_a_file_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(Invalid) as refusal:
        open_table(tmp_path / "absent.csv")

    assert "absent.csv" in str(refusal.value)
