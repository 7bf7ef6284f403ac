"""The command speaks plainly and leaves the base clean when it refuses."""

import argparse
import io
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils import translation

from tests.cast import Cast
from tests.clients.imports.files import write
from vedu.clients.client import Client
from vedu.clients.imports.run import ImportRun
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Missing, NotAllowed
from vedu.integrations.migration import command
from vedu.integrations.migration.progress_bar import ProgressBar
from vedu.sales.deals.deal import Deal

CLIENTS = "Компания,Телефон\nВолга,89126401822\nКама,12"
DEALS = """ID,Название сделки,Бюджет,Этап сделки,Воронка,Ответственный,Дата закрытия,Компания
1,А,5,Думает,,Anna Kotova,не закрыта,Ока"""


@pytest.fixture
def said() -> Iterator[list[str]]:
    with translation.override("en"):
        yield []


def test_a_run_is_told_in_words(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    assert command.run(write(tmp_path, CLIENTS), "clients", by=cast.adam, out=said.append) == 0

    run = ImportRun.objects.get()
    assert "file.csv" in said[0]
    assert "CSV, utf-8, «,»" in said[0]
    assert "  line 3: “12” is not a whole phone number." in said
    assert f"vedu import --undo {run.pk}" in said[-1]
    assert Client.objects.get().name == "Волга"


def test_a_dry_run_writes_nothing(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    command.run(write(tmp_path, CLIENTS), "clients", dry_run=True, by=cast.adam, out=said.append)

    assert not Client.objects.exists()
    assert not ImportRun.objects.exists()
    assert said[2] == "new 1, existing 0, unchanged 0, refused 1"


def test_unmapped_stages_are_listed_and_nothing_is_left(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    with pytest.raises(Missing) as refusal:
        command.run(write(tmp_path, DEALS), "amocrm-deals", by=cast.adam, out=said.append)

    assert refusal.value.codes == ["stage-unmapped"]
    assert json.loads(next(line for line in said if line.startswith("{"))) == {"stages": {"Думает": ""}}
    assert "Objections" in said[-1]
    assert not ImportRun.objects.exists()
    assert not Deal.objects.exists()


def test_an_empty_installation_is_told_where_pipelines_come_from(tmp_path: Path, db: None, said: list[str]) -> None:
    with pytest.raises(Missing) as refusal:
        command.run(write(tmp_path, DEALS), "amocrm-deals", out=said.append)

    assert refusal.value.codes == ["pipeline-missing"]
    assert "vedu user add LOGIN --role administrator" in said[-1]
    assert not ImportRun.objects.exists()


def test_a_mapping_file_answers(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text('{"stages": {"Думает": "Objections"}}', encoding="utf-8")

    command.run(write(tmp_path, DEALS), "amocrm-deals", mapping, by=cast.adam, out=said.append)

    assert Deal.objects.get().stage.name == "Objections"


@pytest.mark.parametrize(("text", "error"), [("{", ValueError), ("[]", ValueError), ('{"stages": 5}', Invalid)])
def test_a_mapping_file_that_is_wrong_is_refused(
    tmp_path: Path, cast: Cast, said: list[str], text: str, error: type[Exception]
) -> None:
    mapping = tmp_path / "mapping.json"
    mapping.write_text(text)

    with pytest.raises(error):
        command.run(write(tmp_path, DEALS), "amocrm-deals", mapping, by=cast.adam, out=said.append)


def test_many_refused_rows_go_to_a_file_that_can_be_mended(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    text = "Компания,Телефон\n" + "\n".join(f"Фирма {n},{n}" for n in range(50))

    command.run(write(tmp_path, text), "clients", by=cast.adam, out=said.append)

    run = ImportRun.objects.get()
    file = Path(settings.HOME) / "imports" / f"{run.pk}-refused.csv"
    assert any(str(file) in line for line in said)
    lines = file.read_text(encoding="utf-8-sig").splitlines()
    assert len(lines) == 51
    assert lines[1].startswith("Фирма 0;0;2;")


def test_undo_tells_what_stays(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    command.run(write(tmp_path, "Компания\nВолга\nКама"), "clients", by=cast.adam, out=said.append)
    Client.objects.get(name="Кама").describe(by=cast.anna, about="звонили")
    run = ImportRun.objects.get()

    command.undo(run.pk, cast.adam, out=said.append)

    assert Client.objects.get().name == "Кама"
    assert "«Кама»" in said[-1]


def test_undo_of_a_run_that_is_not_there_is_said(db: None, said: list[str]) -> None:
    with pytest.raises(ValueError, match="77"):
        command.undo(77, out=said.append)


def test_one_who_only_looks_does_not_import(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    with pytest.raises(NotAllowed):
        command.run(write(tmp_path, CLIENTS), by=cast.boris, out=said.append)


def test_the_terminal_names_who_imports(tmp_path: Path, cast: Cast, said: list[str]) -> None:
    options = argparse.Namespace(
        file=write(tmp_path, CLIENTS), format=None, mapping=None, dry_run=False, by="anna", undo=None, resume=None
    )

    command.run_from_terminal(options, said.append)

    assert ImportRun.objects.get().by == cast.anna


def test_by_default_it_is_the_administrator(cast: Cast) -> None:
    assert command.person(None) == cast.adam

    User.objects.filter(role="administrator").update(is_active=False)
    assert command.person(None) == cast.vera


def test_an_unknown_login_or_no_file_is_said(db: None, said: list[str]) -> None:
    nothing = argparse.Namespace(file=None, format=None, mapping=None, dry_run=False, by=None, undo=None, resume=None)

    with pytest.raises(ValueError, match="nobody"):
        command.person("nobody")
    with pytest.raises(ValueError, match=r"\w"):
        command.run_from_terminal(nothing, said.append)


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_bar_moves_on_a_terminal_and_is_silent_elsewhere() -> None:
    terminal, pipe = Terminal(), io.StringIO()
    run = ImportRun(rows_total=200, rows_read=50)

    for stream in (terminal, pipe):
        with ProgressBar(stream) as bar:
            bar(run)

    assert " 25%" in terminal.getvalue()
    assert terminal.getvalue().endswith("\r\033[K")
    assert pipe.getvalue() == ""
