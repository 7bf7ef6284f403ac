"""Every place that takes a file: the page and the API of imports."""

import json
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from tests.api.caller import ROOT, Answer, Caller, checked
from tests.attack.hostile_files import READ, REFUSED
from tests.cast import Cast
from tests.web.visitor import text_of, visitor
from vedu.clients.client import Client
from vedu.clients.imports import running, uploads
from vedu.clients.imports.run import ImportRun

TABLE = b"Name,City\nNorthern Bakery,Perm\n"
FORMULA = "=cmd|' /C calc'!A0"


def begin(caller: Caller, content: bytes, name: str = "file.xlsx", **form: str) -> Answer:
    file = SimpleUploadedFile("file", content)
    file._name = name  # as the browser sent it
    answer = caller.client.post(f"{ROOT}/imports", {"file": file, **form}, headers=caller.headers)
    return checked("POST", "/imports", answer)


def kept() -> set[Path]:
    return set(uploads.folder().glob("*"))


@pytest.mark.parametrize("kind", [*REFUSED, *READ])
def test_the_api_reads_it_or_says_why_not(cast: Cast, anna: Caller, kind: str) -> None:
    before = kept()

    answer = begin(anna, (REFUSED | READ)[kind]())

    if kind in REFUSED:
        assert (answer.status, kept()) == (422, before)
        assert set(answer.codes) <= {"file-empty", "file-unreadable", "format-unknown", "needed"}
    else:
        assert answer.status in {201, 422}


@pytest.mark.parametrize("kind", ["a billion laughs", "a bomb of 1000:1", "a cell in the far corner", "zeros"])
def test_the_page_says_it_at_the_field(cast: Cast, kind: str) -> None:
    response = visitor(cast.anna).post("/imports/", {"file": SimpleUploadedFile("file.xlsx", REFUSED[kind]())})

    assert response.status_code == 422
    assert 'class="v-bad"' in text_of(response)
    assert not ImportRun.objects.exists()


@pytest.mark.parametrize(
    "name", ["../../../etc/cron.d/job", "..\\..\\boot.ini", "a\x00b.csv", "中" * 200 + ".csv", "😀" * 100, " ", "CON"]
)
def test_a_name_leads_nowhere(cast: Cast, anna: Caller, name: str) -> None:
    answer = begin(anna, TABLE, name, format="clients")

    assert answer.status == 201
    assert ImportRun.objects.get().file.parent == uploads.folder().resolve()


@pytest.mark.parametrize(
    "mapping",
    ['{"source": "\\u0000"}', '{"source": "\\ud800"}', "[" * 100_000, '{"source": 5}', '{"pipeline": []}', "NaN", "[]"],
)
def test_a_mapping_of_the_wrong_form_is_refused(cast: Cast, anna: Caller, mapping: str) -> None:
    assert begin(anna, TABLE, format="clients", mapping=mapping).codes == ["mapping-wrong"]


def test_a_formula_comes_in_as_it_was_written(cast: Cast, anna: Caller) -> None:
    table = f"Компания,Телефон\n{FORMULA},89126401822\n".encode()
    run = ImportRun.objects.get(pk=begin(anna, table, "base.csv", format="clients").body["id"])

    running.carry_out(run)

    assert Client.objects.get().name == FORMULA


def test_refused_rows_leave_as_text(cast: Cast, anna: Caller) -> None:
    table = f"Компания,Телефон\n{FORMULA},12\n".encode()
    run = ImportRun.objects.get(pk=begin(anna, table, "base.csv", format="clients").body["id"])
    running.carry_out(run)

    response = visitor(cast.anna).get(f"/imports/{run.pk}/refused.csv")

    lines = b"".join(response).decode("utf-8-sig").splitlines()
    assert lines[1].startswith(f"'{FORMULA};12;")


def test_a_form_that_is_torn_is_no_failure_of_ours(cast: Cast, anna: Caller) -> None:
    part = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nName\r\n'
    torn = [b"", b"--x\r\n", bytes(100), part, part * 300]
    for body in torn:
        for kind in ("multipart/form-data; boundary=x", "multipart/form-data", "application/json", "text/csv"):
            response = anna.client.generic("POST", f"{ROOT}/imports", body, kind, headers=anna.headers)
            assert response.status_code in {400, 422}
            assert json.loads(response.content)["detail"]
