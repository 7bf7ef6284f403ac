"""From a file to a run that may start."""

from pathlib import Path

import openpyxl
import pytest

from tests.cast import Cast
from tests.clients.imports.files import write
from vedu.clients.client import Client
from vedu.clients.imports import preparing, running
from vedu.clients.imports.mapping import Mapping
from vedu.clients.imports.run import ImportRun, Phase
from vedu.foundation.refusal import Refused

TEXT = "Компания,Телефон,Моб. телефон,Цвет\nВолга,89126401822,,синий\n"


def test_a_run_begins_with_what_its_headers_say(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, TEXT), by=cast.anna, file_name="База.csv")

    assert (run.format, run.phase, run.by, run.file_name) == ("clients", "mapping", cast.anna, "База.csv")
    assert run.mapping["columns"] == {"Компания": "company", "Телефон": "phone"}
    assert preparing.complaints(run) == []


def test_answers_go_over_suggestions(tmp_path: Path, cast: Cast) -> None:
    given = {"columns": {"Цвет": "about", "Моб. телефон": "phone", "Телефон": ""}}

    run = preparing.begin(write(tmp_path, TEXT), by=cast.anna, given=given)

    assert run.mapping["columns"] == {"Компания": "company", "Цвет": "about", "Моб. телефон": "phone", "Телефон": ""}


def test_a_field_given_by_hand_is_not_suggested_again(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, TEXT), by=cast.anna, given={"columns": {"Цвет": "company"}})

    assert run.mapping["columns"]["Цвет"] == "company"
    assert "Компания" not in run.mapping["columns"]


def test_new_answers_bring_the_run_back_to_its_questions(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, TEXT), by=cast.anna)
    run.enter(Phase.CHECKED)

    preparing.answer(run, Mapping(columns={"Компания": "contact"}))

    assert ImportRun.objects.get().phase == "mapping"
    assert ImportRun.objects.get().mapping["columns"] == {"Компания": "contact"}


def test_a_run_at_work_takes_no_answers(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, TEXT), by=cast.anna)
    run.enter(Phase.RUNNING)

    with pytest.raises(Refused) as refusal:
        preparing.answer(run, Mapping())

    assert refusal.value.codes == ["import-phase"]


def test_a_workbook_comes_in_like_a_text(tmp_path: Path, cast: Cast) -> None:
    book = openpyxl.Workbook()
    for row in (["Компания", "Телефон", "ИНН"], ["Волга", 89126401822, 7707083893], ["Кама", "8 913 000-00-01", None]):
        book.active.append(row)
    book.save(tmp_path / "base.xlsx")

    run = preparing.begin(tmp_path / "base.xlsx", by=cast.anna)
    running.carry_out(run)

    assert run.new == 2
    volga = Client.objects.get(name="Волга")
    assert (volga.requisites.inn, volga.points.get().value) == ("7707083893", "+79126401822")


def test_html_under_the_name_of_xls_comes_in(tmp_path: Path, cast: Cast) -> None:
    page = "<table><tr><th>Компания</th><th>Телефон</th></tr><tr><td>Волга</td><td>89126401822</td></tr></table>"

    run = preparing.begin(write(tmp_path, page, "base.xls", "cp1251"), by=cast.anna)
    running.carry_out(run)

    assert Client.objects.get().name == "Волга"


def test_a_phase_is_changed_by_one_process_only(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, TEXT), by=cast.anna)
    other = ImportRun.objects.get(pk=run.pk)

    assert run.enter(Phase.RUNNING, Phase.MAPPING)
    assert not other.enter(Phase.RUNNING, Phase.MAPPING)


@pytest.mark.parametrize(("who", "sees"), [("anna", 1), ("igor", 0), ("sergey", 1), ("vera", 2), ("olga", 1)])
def test_runs_are_seen_by_those_who_see_the_work(tmp_path: Path, cast: Cast, who: str, sees: int) -> None:
    preparing.begin(write(tmp_path, TEXT), by=cast.anna)
    preparing.begin(write(tmp_path, TEXT), by=cast.olga)

    assert ImportRun.objects.visible_to(getattr(cast, who)).count() == sees


def test_a_run_of_the_installation_is_changed_by_those_who_see_all(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, TEXT), by=None)

    assert [run.may_be_changed_by(user) for user in (cast.adam, cast.vera, cast.sergey, cast.anna, None)] == [
        True,
        True,
        False,
        False,
        True,
    ]
