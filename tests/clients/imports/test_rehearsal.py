"""A dry run tells what would come and leaves nothing."""

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.clients.imports.files import load, write
from vedu.clients.client import Client
from vedu.clients.imports import preparing, rehearsal, running
from vedu.clients.imports.run import ImportRun
from vedu.foundation.events import Event
from vedu.foundation.people.user import User

FILE = """Компания,Контакт,Телефон,Ответственный
Волга,Пётр,89126401822,Дарья Ёлкина
Кама,Анна,123,
Ока,,89130000001,
Ока,Иван,89130000001,
Дон,,89130000002,
"""


def rehearse(folder: Path, cast: Cast, text: str = FILE) -> ImportRun:
    run = preparing.begin(write(folder, text), by=cast.adam)
    rehearsal.rehearse(run)
    return ImportRun.objects.get(pk=run.pk)


def test_counts_are_those_of_the_real_run(tmp_path: Path, cast: Cast) -> None:
    run = rehearse(tmp_path, cast)

    promised = {name: run.check_result[name] for name in ("new", "existing", "unchanged", "refused")}
    running.carry_out(run)

    assert promised == run.counts == {"new": 3, "existing": 1, "unchanged": 0, "refused": 1}


def test_nothing_is_written(tmp_path: Path, cast: Cast) -> None:
    run = rehearse(tmp_path, cast)

    assert run.phase == "checked"
    assert not Client.objects.exists()
    assert not Event.objects.exists()
    assert not User.objects.filter(is_active=False).exists()
    assert not run.batches.exists()
    assert not run.refused_rows.exists()


def test_the_first_rows_are_shown_as_they_will_be(tmp_path: Path, cast: Cast) -> None:
    shown = rehearse(tmp_path, cast).check_result["rows"]

    assert [(row["number"], row["verdict"]) for row in shown] == [(2, "new"), (4, "new"), (5, "existing"), (6, "new")]
    assert "Волга" in shown[0]["cells"].values()


def test_refused_rows_are_shown_with_their_reasons(tmp_path: Path, cast: Cast) -> None:
    refused = rehearse(tmp_path, cast).check_result["refused_rows"]

    assert [(row["number"], row["reasons"][0]["code"]) for row in refused] == [(3, "phone-wrong")]


def test_doubles_in_different_batches_are_counted_once(
    tmp_path: Path, cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(running, "BATCH", 1)

    run = rehearse(tmp_path, cast)

    assert (run.check_result["new"], run.check_result["existing"]) == (3, 1)


def test_what_is_in_the_base_already_is_told(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Телефон\nВолга,89126401822", by=cast.adam)

    assert rehearse(tmp_path, cast, "Компания,Телефон\nВолга,89126401822").check_result["unchanged"] == 1
