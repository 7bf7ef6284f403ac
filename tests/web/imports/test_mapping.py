"""/imports/<id>/mapping: what the columns, the stages and the names mean."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.imports.upload import CLIENTS, DEALS, answers, begin
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.imports.run import ImportRun
from vedu.sales.deals.deal import Deal


def again(run: ImportRun) -> ImportRun:
    return ImportRun.objects.get(pk=run.pk)


def test_the_page_shows_columns_with_samples_and_what_they_were_taken_for(cast: Cast) -> None:
    run = begin(visitor(cast.adam))

    page = text_of(visitor(cast.adam).get(f"/imports/{run.pk}/"))

    assert "windows-1251" in page
    assert "2 rows" in page
    assert "Волга · Кама" in page
    assert '<option value="company" selected>Company</option>' in page
    assert '<option value="phone" selected>Phone</option>' in page
    assert '<option value="anna" selected>Anna Kotova</option>' in page
    assert "Nothing is written yet" in page


def test_answers_start_a_check(cast: Cast) -> None:
    anna = visitor(cast.anna)
    run = begin(anna)

    response = anna.post(f"/imports/{run.pk}/mapping", answers(run))

    assert response.headers["Location"] == f"/imports/{run.pk}/"
    assert again(run).phase == "checking"
    assert not Client.objects.exists()


def test_a_column_may_be_left_out_or_mean_something_else(cast: Cast) -> None:
    anna = visitor(cast.anna)
    run = begin(anna)

    anna.post(f"/imports/{run.pk}/mapping", answers(run, Телефон="", Компания="contact"))

    assert again(run).mapping["columns"] == {"Компания": "contact", "Телефон": "", "Ответственный": "owner"}


def test_an_unanswered_stage_keeps_the_answers_and_asks_again(cast: Cast) -> None:
    adam = visitor(cast.adam)
    run = begin(adam, DEALS)

    response = adam.post(f"/imports/{run.pk}/mapping", answers(run, Бюджет=""))

    page = text_of(response)
    assert response.status_code == 422
    assert "Say which stage of yours “Думает” is (1 row)." in page
    assert 'name="stage-0" aria-label="Думает" aria-invalid="true"' in page
    assert again(run).mapping["columns"]["Бюджет"] == ""
    assert again(run).phase == "mapping"
    assert not Deal.objects.exists()


def test_a_stage_is_answered_from_our_pipelines(cast: Cast) -> None:
    adam = visitor(cast.adam)
    run = begin(adam, DEALS)
    assert '<option value="Wholesale, active / Objections">Objections</option>' in text_of(
        adam.get(f"/imports/{run.pk}/")
    )

    adam.post(f"/imports/{run.pk}/mapping", answers(run, Думает="Wholesale, active / Objections"))

    assert again(run).phase == "checking"
    assert again(run).mapping["stages"] == {"Думает": "Wholesale, active / Objections"}


def test_another_format_suggests_its_columns_anew(cast: Cast) -> None:
    adam = visitor(cast.adam)
    run = begin(adam, DEALS)
    assert run.format == "amocrm-deals"

    response = adam.post(f"/imports/{run.pk}/mapping", answers(run) | {"format": "deals"})

    assert response.status_code == 302
    assert (again(run).format, again(run).phase) == ("deals", "mapping")


def test_a_newly_named_column_of_people_is_asked_about_first(cast: Cast) -> None:
    adam = visitor(cast.adam)
    run = begin(adam, CLIENTS.replace("Ответственный", "Кто"))
    assert "Name in the file" not in text_of(adam.get(f"/imports/{run.pk}/"))

    adam.post(f"/imports/{run.pk}/mapping", answers(run, Кто="owner"))

    assert again(run).phase == "mapping"
    assert "Name in the file" in text_of(adam.get(f"/imports/{run.pk}/"))
    adam.post(f"/imports/{run.pk}/mapping", answers(again(run), **{"Anna Kotova": "igor"}))
    assert (again(run).phase, again(run).mapping["owners"]) == ("checking", {"Anna Kotova": "igor"})


def test_a_seller_is_told_that_he_imports_for_himself(cast: Cast) -> None:
    run = begin(visitor(cast.anna))

    page = text_of(visitor(cast.anna).get(f"/imports/{run.pk}/"))

    assert "You import for yourself" in page
    assert "Name in the file" not in page


def test_the_page_asks_little_of_the_base(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    adam = visitor(cast.adam)
    rows = "".join(f"{n};А;5;Этап {n};Продавец {n};не закрыта;Ока\n" for n in range(30))
    run = begin(adam, DEALS + rows)

    with django_assert_max_num_queries(12):
        adam.get(f"/imports/{run.pk}/")


def test_strangers_find_nothing(cast: Cast) -> None:
    run = begin(visitor(cast.anna))

    for stranger in (cast.igor, cast.olga):
        assert visitor(stranger).get(f"/imports/{run.pk}/").status_code == 404
        assert visitor(stranger).post(f"/imports/{run.pk}/mapping", answers(run)).status_code == 404
    assert visitor(cast.boris).get(f"/imports/{run.pk}/").status_code == 403
    assert is_sign_in(visitor().post(f"/imports/{run.pk}/mapping", answers(run)))


@pytest.mark.parametrize("phase", ["running", "done", "undone"])
def test_answers_come_too_late_when_the_run_has_begun(cast: Cast, phase: str) -> None:
    anna = visitor(cast.anna)
    run = begin(anna)
    ImportRun.objects.update(phase=phase)

    assert anna.post(f"/imports/{run.pk}/mapping", answers(run)).status_code == 409
