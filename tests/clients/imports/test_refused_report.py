"""Refused rows as a table that can be mended and imported again."""

from pathlib import Path

from tests.cast import Cast
from tests.clients.imports.files import load
from vedu.clients.client import Client
from vedu.clients.imports import preparing, running
from vedu.clients.imports.refused_report import lines, report


def test_the_report_has_the_columns_of_the_file_and_the_reason(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, "Компания,Телефон\nВолга,12\nКама,89126401822\nОка;Ока,7", by=cast.adam)

    text = "".join(report(run)).splitlines()

    assert text[0].startswith("\ufeffКомпания;Телефон;")
    assert text[1].startswith("Волга;12;2;")
    assert text[2].startswith('"Ока;Ока";7;4;')
    assert len(text) == 3


def test_a_mended_report_comes_in(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, "Компания,Телефон\nВолга,12\nКама,89126401822", by=cast.adam)
    mended = tmp_path / "mended.csv"
    mended.write_text("".join(report(run)).replace(";12;", ";89130000001;"), encoding="utf-8")

    again = preparing.begin(mended, by=cast.adam, format_code="clients")
    running.carry_out(again)

    assert again.counts == {"new": 1, "existing": 0, "unchanged": 0, "refused": 0}
    assert Client.objects.filter(name="Волга").get().points.get().value == "+79130000001"


def test_a_formula_is_shown_as_text() -> None:
    text = list(lines(["a", "b"], [(2, ["=1+1", "@x"], "why")]))

    assert text[1] == "'=1+1;'@x;2;why\r\n"


def test_a_phone_keeps_its_plus() -> None:
    assert list(lines(["a"], [(2, ["+7 912"], "why")]))[1].startswith("+7 912;")
