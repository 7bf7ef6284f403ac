"""The command line: an empty machine, clear errors, the same verbs."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.cast import Cast
from vedu.cli import main
from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.deals.totals import StageTotal


def test_a_user_of_an_empty_installation_brings_the_first_pipelines(
    db: None, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["user", "add", "boss", "--role", "head", "--name", "Sergey Lapin"]) == 0
    user = User.objects.get(username="boss")
    assert (user.role, user.name) == ("head", "Sergey Lapin")
    assert user.check_password(capsys.readouterr().out.strip().rpartition(" ")[2])
    assert {pipeline.kind for pipeline in Pipeline.objects.all()} == {"active", "passive"}


def test_a_second_user_brings_no_pipelines(cast: Cast) -> None:
    before = Pipeline.objects.count()
    assert main(["user", "add", "newcomer", "--role", "seller", "--team", "North"]) == 0
    assert Pipeline.objects.count() == before
    assert User.objects.get(username="newcomer").team == cast.north


def test_a_token_opens_as_its_user(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["token", "ANNA"]) == 0
    assert ApiToken.user_of(capsys.readouterr().out.strip()) == cast.anna


@pytest.mark.parametrize(
    ("line", "told"),
    [
        (["token", "nobody"], "nobody has the login"),
        (["user", "add", "anna", "--role", "seller"], "taken"),
        (["demo", "atlantis", "--build-only"], "no demo world"),
    ],
)
def test_an_error_is_one_clear_line(cast: Cast, capsys: pytest.CaptureFixture[str], line: list[str], told: str) -> None:
    assert main(line) == 1
    error = capsys.readouterr().err
    assert error.count("\n") == 1
    assert told in error or "занят" in error


def test_the_people_are_listed(cast: Cast, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["user", "list"]) == 0
    assert "anna\tseller\tAnna Kotova\tNorth" in capsys.readouterr().out


def test_columns_are_counted_anew(cast: Cast) -> None:
    cast.deal()
    StageTotal.objects.all().delete()
    assert main(["totals", "rebuild"]) == 0
    assert StageTotal.objects.get().deals == 1


@pytest.mark.sqlite_only
def test_a_command_makes_the_database_itself(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vedu.cli", "user", "add", "anna", "--role", "seller"]
    done = subprocess.run(command, env={"VEDU_HOME": str(tmp_path)}, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    assert (tmp_path / "vedu.sqlite3").exists()
    assert not (tmp_path / "vedu.sqlite3-wal").exists()  # a copy of the one file is whole


@pytest.mark.sqlite_only
def test_a_wrong_database_address_is_one_clear_line(tmp_path: Path) -> None:
    command = [sys.executable, "-m", "vedu.cli", "user", "list"]
    environment = {"VEDU_HOME": str(tmp_path), "VEDU_DATABASE_URL": "mysql://nowhere"}
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "sqlite:///" in done.stderr
    assert "Traceback" not in done.stderr
