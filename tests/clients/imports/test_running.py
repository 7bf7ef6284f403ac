"""A run goes batch by batch, fails clean, and goes on where it stopped."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.clients.imports.files import load, write
from vedu.clients.client import Client
from vedu.clients.imports import clients_target, preparing, running
from vedu.clients.imports.mapping import Record
from vedu.clients.imports.run import ImportRun
from vedu.clients.imports.target import Outcome
from vedu.clients.imports.trace import Trace
from vedu.foundation.refusal import Invalid, Missing, Refused

ROWS = "Компания,Телефон\n" + "\n".join(f"Фирма {n},891264{n:05}" for n in range(10))


@pytest.fixture
def small_batches(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BATCH", 4)


def test_progress_is_told_after_each_batch(tmp_path: Path, cast: Cast, small_batches: None) -> None:
    seen: list[tuple[int, int]] = []
    run = preparing.begin(write(tmp_path, ROWS), by=cast.adam)

    running.carry_out(run, lambda run: seen.append((run.rows_read, run.rows_total)))

    assert seen == [(4, 10), (8, 10), (10, 10)]


def test_what_others_see_of_the_progress_stands_in_the_base(tmp_path: Path, cast: Cast, small_batches: None) -> None:
    run = preparing.begin(write(tmp_path, ROWS), by=cast.adam)
    seen: list[tuple[str, int]] = []

    running.carry_out(run, lambda run: seen.append(ImportRun.objects.values_list("phase", "rows_read").get(pk=run.pk)))

    assert seen == [("running", 4), ("running", 8), ("running", 10)]


def test_a_failure_keeps_what_is_written_and_the_run_goes_on_from_there(
    tmp_path: Path, cast: Cast, small_batches: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_batch = clients_target.ClientsSession.write

    def fail_once(self: clients_target.ClientsSession, records: Sequence[Record], trace: Trace) -> list[Outcome]:
        outcomes = write_batch(self, records, trace)
        if records[0]["company"] == "Фирма 4":
            raise OSError("disk full")
        return outcomes

    run = preparing.begin(write(tmp_path, ROWS), by=cast.adam)
    with monkeypatch.context() as broken:
        broken.setattr(clients_target.ClientsSession, "write", fail_once)
        with pytest.raises(OSError, match="disk full"):
            running.carry_out(run)

    run = ImportRun.objects.get(pk=run.pk)
    assert (run.phase, run.new, Client.objects.count()) == ("failed", 4, 4)
    assert "disk full" in run.failure

    running.carry_out(run)

    run.refresh_from_db()
    assert (run.phase, run.new, run.failure, Client.objects.count()) == ("done", 10, "", 10)


def test_a_run_is_started_once(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, ROWS, by=cast.adam)

    with pytest.raises(Refused) as refusal:
        running.carry_out(run)

    assert refusal.value.codes == ["import-phase"]


def test_a_file_whose_columns_name_nobody_does_not_start(tmp_path: Path, cast: Cast) -> None:
    run = preparing.begin(write(tmp_path, "Цвет,Размер\nкрасный,5"), by=cast.adam)

    with pytest.raises(Missing) as refusal:
        running.carry_out(run)

    assert refusal.value.codes == ["column-missing"]
    assert ImportRun.objects.get().phase == "mapping"


def test_a_mapping_may_say_what_the_headers_do_not(tmp_path: Path, cast: Cast) -> None:
    load(
        tmp_path,
        "Кто,Куда звонить\nВолга,89126401822",
        by=cast.adam,
        columns={"Кто": "company", "Куда звонить": "phone"},
    )

    assert Client.objects.get().points.get().value == "+79126401822"


def test_a_mapping_may_leave_a_column_out(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Город\nВолга,Самара", by=cast.adam, columns={"Город": ""})

    assert Client.objects.get().city == ""


def test_a_mapping_of_a_column_that_is_not_there_is_refused(tmp_path: Path, cast: Cast) -> None:
    with pytest.raises(Missing) as refusal:
        preparing.begin(write(tmp_path, ROWS), by=cast.adam, given={"columns": {"Название": "company"}})

    assert refusal.value.codes == ["column-absent"]
    assert "Компания" in str(refusal.value)


def test_an_unknown_format_is_refused_with_those_there_are(tmp_path: Path, cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        preparing.begin(write(tmp_path, ROWS), by=cast.adam, format_code="siebel")

    assert refusal.value.codes == ["format-unknown"]
    assert "amocrm-deals" in str(refusal.value)


def test_the_survey_tells_what_the_file_holds(tmp_path: Path, cast: Cast) -> None:
    text = "Компания,Ответственный,Телефон\nВолга,Анна,1\nКама,Анна,2\nОка,Игорь,3\nДон,,4"

    run = preparing.begin(write(tmp_path, text), by=cast.adam, format_code="clients")

    assert run.survey["rows"] == run.rows_total == 4
    assert run.survey["samples"]["Компания"] == ["Волга", "Кама", "Ока"]
    assert run.survey["names"] == {"owner": {"Анна": 2, "Игорь": 1}}


def test_the_queries_of_a_batch_do_not_grow_with_its_rows(tmp_path: Path, cast: Cast) -> None:
    few = preparing.begin(write(tmp_path, ROWS), by=cast.adam)
    many_rows = "Компания,Телефон\n" + "\n".join(f"Завод {n},891364{n:05}" for n in range(900))
    many = preparing.begin(write(tmp_path, many_rows, "many.csv"), by=cast.adam)

    with CaptureQueriesContext(connection) as for_few:
        running.carry_out(few)
    with CaptureQueriesContext(connection) as for_many:
        running.carry_out(many)

    assert len(for_many) <= len(for_few) + 4


def test_lines_are_not_held_after_their_batch(tmp_path: Path, cast: Cast, small_batches: None) -> None:
    """Memory is flat because the file is read as it is written: while a batch is written, the next is not read yet."""
    run = preparing.begin(write(tmp_path, ROWS), by=cast.adam)
    source = running.batches(run)

    lines, records = next(source)

    assert [line.number for line in lines] == [2, 3, 4, 5]
    assert len(records) == 4
