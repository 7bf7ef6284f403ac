"""/imports: a file comes, questions are answered, a job writes, a run is undone. Jobs are run by hand."""

import json
from datetime import timedelta
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.utils import timezone
from pytest_django import Settings

from tests.api.caller import Answer, Caller, checked
from tests.cast import Cast
from vedu.clients.client import Client
from vedu.clients.imports import jobs
from vedu.clients.imports.run import ImportRun
from vedu.clients.imports.running import carry_out

TABLE = "Компания;Телефон;Город\nПекарня;+79126401822;Киров\nМясная лавка;12;Пермь\n"
MAPPING = {"columns": {"Компания": "company", "Телефон": "phone", "Город": "city"}}


def send(caller: Caller, text: str = TABLE, key: str = "", **fields: object) -> Answer:
    """POSTs a form with a file."""
    file = SimpleUploadedFile("clients.csv", text.encode("cp1251"), "text/csv")
    headers = caller.headers | ({"idempotency-key": key} if key else {})
    form = {"file": file, **fields}
    return checked("POST", "/imports", caller.client.post("/api/v1/imports", form, headers=headers))


@pytest.fixture(autouse=True)
def files(settings: Settings, tmp_path: Path) -> None:
    """A data folder of this test alone."""
    settings.HOME = tmp_path


@pytest.fixture
def begun(anna: Caller) -> ImportRun:
    return ImportRun.objects.get(pk=send(anna, format="clients").body["id"])


def test_a_file_comes_and_nothing_is_written_yet(anna: Caller, tmp_path: Path) -> None:
    begun = send(anna, format="clients")
    assert (begun.status, begun.body["phase"], begun.body["rows_total"]) == (201, "mapping", 2)
    assert begun.body["survey"]["headers"] == ["Компания", "Телефон", "Город"]
    assert begun.body["file_name"] == "clients.csv"
    assert not Client.objects.exists()
    kept = Path(ImportRun.objects.get().path)
    assert kept.is_relative_to(tmp_path)
    assert kept.read_bytes() == TABLE.encode("cp1251")


def test_what_cannot_be_read_is_refused_with_its_field(anna: Caller, tmp_path: Path) -> None:
    assert send(anna, format="abacus").codes == ["format-unknown"]
    assert send(anna, mapping="{").body["errors"][0]["field"] == "mapping"
    assert send(anna, text="").status == 422
    assert anna.client.post("/api/v1/imports", {}, headers=anna.headers).status_code == 422
    assert not ImportRun.objects.exists()
    assert not list(tmp_path.rglob("*.csv"))


def test_an_accountant_and_a_stranger_import_nothing(boris: Caller, stranger: Caller) -> None:
    assert send(boris).codes == ["role-only-looks"]
    assert send(stranger).status == 401


def test_columns_are_mapped_by_the_one_who_imports(anna: Caller, begun: ImportRun) -> None:
    mapped = anna.patch(f"/imports/{begun.pk}", {"mapping": MAPPING})
    assert (mapped.status, mapped.body["mapping"]["columns"]) == (200, MAPPING["columns"])
    assert anna.patch(f"/imports/{begun.pk}", {"mapping": {"nonsense": 1}}).status == 422


def test_an_import_is_checked_started_and_undone(anna: Caller, begun: ImportRun) -> None:
    path = f"/imports/{begun.pk}"
    assert anna.post(f"{path}/check").status == 202
    jobs.check_import.func(begun.pk)
    assert anna.get(path).body["phase"] == "checked"
    assert not Client.objects.exists()
    assert anna.post(f"{path}/start").status == 202
    jobs.carry_out_import.func(begun.pk)
    done = anna.get(path).body
    assert (done["phase"], done["new"] + done["refused"]) == ("done", 2)
    refused = anna.get(f"{path}/refused-rows").body["items"]
    assert len(refused) == done["refused"]
    assert anna.post(f"{path}/undoing").status == 202
    jobs.undo_import.func(begun.pk)
    assert anna.get(path).body["phase"] == "undone"
    assert not Client.objects.exists()


def test_a_run_does_only_what_its_phase_lets_it(anna: Caller, begun: ImportRun) -> None:
    refused = anna.post(f"/imports/{begun.pk}/undoing")
    assert (refused.status, refused.codes) == (409, ["import-phase"])
    carry_out(begun)
    assert anna.post(f"/imports/{begun.pk}/start").codes == ["import-phase"]
    assert anna.post(f"/imports/{begun.pk}/check").codes == ["import-phase"]


def test_an_import_is_seen_by_its_owner_and_his_head(
    begun: ImportRun, anna: Caller, sergey: Caller, igor: Caller, olga: Caller
) -> None:
    assert anna.get("/imports").ids == sergey.get("/imports").ids == [begun.pk]
    assert igor.get("/imports").ids == []
    for path in ("", "/refused-rows"):
        assert igor.get(f"/imports/{begun.pk}{path}").status == 404
    assert olga.post(f"/imports/{begun.pk}/start").status == 404
    assert olga.patch(f"/imports/{begun.pk}", {"mapping": MAPPING}).status == 404


def test_a_file_sent_twice_with_one_key_is_one_import(cast: Cast, anna: Caller) -> None:
    first, again = (send(anna, key="one", mapping=json.dumps(MAPPING)) for _ in range(2))
    assert first.body == again.body
    assert ImportRun.objects.count() == 1
    assert send(anna, text=TABLE + "Ещё;;\n", key="one", mapping=json.dumps(MAPPING)).codes == ["key-reused"]


def test_a_run_whose_worker_was_killed_goes_on(begun: ImportRun, anna: Caller) -> None:
    long_ago = timezone.now() - timedelta(minutes=10)
    ImportRun.objects.filter(pk=begun.pk).update(phase="running", beat_at=long_ago)
    assert anna.get(f"/imports/{begun.pk}").body["phase"] == "failed"
    assert anna.post(f"/imports/{begun.pk}/start").status == 202
