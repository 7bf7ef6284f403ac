"""/imports/: the runs so far, and a new file."""

from pathlib import Path

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.imports.upload import begin, send
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.imports import uploads
from vedu.clients.imports.run import ImportRun


def test_an_empty_list_says_what_to_bring(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).get("/imports/"))

    assert "Nothing has been imported yet" in page
    assert "Drag a file here" in page
    assert 'enctype="multipart/form-data"' in page


def test_a_file_begins_a_run_and_writes_nothing(cast: Cast) -> None:
    response = send(visitor(cast.anna))

    run = ImportRun.objects.get()
    assert response.headers["Location"] == f"/imports/{run.pk}/"
    assert (run.by, run.phase, run.format, run.file_name, run.rows_total) == (
        cast.anna,
        "mapping",
        "clients",
        "base.csv",
        2,
    )
    assert run.file.parent == uploads.folder()


@pytest.mark.parametrize("text", ["", "%PDF-1.7 nothing of a table"])
def test_what_is_no_table_is_said_at_the_field_and_not_kept(cast: Cast, text: str) -> None:
    before = kept()

    response = send(visitor(cast.anna), text)

    assert response.status_code == 422
    assert 'class="v-bad"' in text_of(response)
    assert not ImportRun.objects.exists()
    assert kept() == before


def test_without_a_file_it_is_asked_for(cast: Cast) -> None:
    response = visitor(cast.anna).post("/imports/", {})

    assert response.status_code == 422
    assert "Choose a file." in text_of(response)


def test_everyone_sees_his_runs_and_a_head_those_of_his_people(cast: Cast) -> None:
    begin(visitor(cast.anna))

    assert "base.csv" in text_of(visitor(cast.anna).get("/imports/"))
    assert "base.csv" in text_of(visitor(cast.sergey).get("/imports/"))
    assert "Anna Kotova" in text_of(visitor(cast.sergey).get("/imports/"))
    for stranger in (cast.igor, cast.olga):
        assert "base.csv" not in text_of(visitor(stranger).get("/imports/"))


def test_an_accountant_imports_nothing_and_a_stranger_signs_in(cast: Cast) -> None:
    assert visitor(cast.boris).get("/imports/").status_code == 403
    assert send(visitor(cast.boris)).status_code == 403
    assert is_sign_in(visitor().get("/imports/"))


def test_the_list_asks_as_much_of_the_base_for_many_runs_as_for_one(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    anna = visitor(cast.anna)
    for _number in range(5):
        begin(anna)

    sergey = visitor(cast.sergey)

    with django_assert_max_num_queries(6):
        sergey.get("/imports/")


def kept() -> list[Path]:
    return sorted(uploads.folder().glob("*")) if uploads.folder().exists() else []
