"""HTML under the name of .xls, as Bitrix24 gives it, is a table."""

from pathlib import Path

from vedu.clients.imports.reading.open_table import open_table

PAGE = """<html><head><meta charset="{charset}"></head><body><table border=1>
<tr><th>ID</th><th>Название&nbsp;сделки</th></tr>
<tr><td>7</td><td>Короба &amp; крышки<br>вторая строка</td></tr>
<tr><td>8<td>Без закрытых ячеек
</table><table><tr><td>другая таблица</td></tr></table></body></html>"""


def test_rows_of_the_first_table_are_read(tmp_path: Path) -> None:
    path = tmp_path / "deals.xls"
    path.write_text(PAGE.format(charset="utf-8"), encoding="utf-8")

    table = open_table(path)

    assert table.headers == ["ID", "Название сделки"]
    assert [line.cells for line in table.rows()] == [
        ["7", "Короба & крышки\nвторая строка"],
        ["8", "Без закрытых ячеек"],
    ]


def test_windows_letters_are_recognised(tmp_path: Path) -> None:
    path = tmp_path / "deals.xls"
    path.write_bytes(PAGE.format(charset="windows-1251").encode("cp1251"))

    assert open_table(path).headers[1] == "Название сделки"


def test_a_mark_and_a_meta_may_stand_before_the_table(tmp_path: Path) -> None:
    path = tmp_path / "deals.xls"
    meta = '<meta http-equiv="Content-type" content="text/html;charset=UTF-8" />'
    path.write_text(
        f"{meta}<table border=1><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>", "utf-8-sig"
    )

    assert [line.cells for line in open_table(path).rows()] == [["1", "2"]]


def test_a_page_that_breaks_off_keeps_its_last_row(tmp_path: Path) -> None:
    path = tmp_path / "deals.xls"
    path.write_text("<style>td { color: red }</style><table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>last")

    assert [line.cells for line in open_table(path).rows()] == [["1", "last"]]


def test_a_table_without_a_page_around_it_is_one_too(tmp_path: Path) -> None:
    path = tmp_path / "deals.xls"
    path.write_text("\n<table><tr><td>a</td><td>b</td></tr><tr><td>1</td><td>2</td></tr></table>")

    assert [line.cells for line in open_table(path).rows()] == [["1", "2"]]
