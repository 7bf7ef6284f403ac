"""/pipelines/: the list, a new pipeline, the archive."""

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.pipelines.making import make


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/pipelines/"))
    assert is_sign_in(visitor().post("/pipelines/", {"name": "Tenders"}))


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_those_who_lead_nobody_do_not_come_in(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).get("/pipelines/").status_code == 403


def test_a_head_makes_one(cast: Cast) -> None:
    page = text_of(visitor(cast.sergey).get("/pipelines/"))
    assert "Wholesale, active" in page
    assert "Make a pipeline" in page
    assert visitor(cast.sergey).post("/pipelines/", {"name": "Tenders"}).status_code == 302
    assert Pipeline.objects.count() == 3


@pytest.mark.parametrize("who", ["vera", "adam"])
def test_a_pipeline_is_made_after_a_template(cast: Cast, who: str) -> None:
    response = visitor(getattr(cast, who)).post("/pipelines/", {"preset": "agency", "name": ""})
    made = Pipeline.objects.get(preset="agency")
    assert response.headers["Location"] == f"/pipelines/{made.pk}/"
    assert made.name == "Agency"
    assert made.stages.count() == 6


def test_and_without_one(cast: Cast) -> None:
    visitor(cast.vera).post("/pipelines/", {"preset": "", "name": "Tenders"})
    made = Pipeline.objects.get(name="Tenders")
    assert [stage.name for stage in made.stages.all()] == ["First contact"]


def test_a_name_that_is_taken_stays_in_its_field(cast: Cast) -> None:
    response = visitor(cast.vera).post("/pipelines/", {"preset": "agency", "name": cast.shop.name})
    page = text_of(response)
    assert response.status_code == 422
    assert f"There is a pipeline “{cast.shop.name}” already" in page
    assert f'value="{cast.shop.name}"' in page
    assert '<option value="agency" selected>' in page


def test_a_template_that_is_not_there_is_refused(cast: Cast) -> None:
    assert visitor(cast.vera).post("/pipelines/", {"preset": "nonsense", "name": "x"}).status_code == 422


def test_a_line_says_how_much_stands_there(cast: Cast) -> None:
    cast.deal()
    page = text_of(visitor(cast.vera).get("/pipelines/"))
    assert "8 stages · norm of contact, days: 14 · 1\xa0open deal" in page.replace("1 open", "1\xa0open")
    assert "no open deals" in page


def test_a_pipeline_goes_to_the_archive_and_comes_back(cast: Cast) -> None:
    browser, address = visitor(cast.vera), f"/pipelines/{cast.shop.pk}/"
    assert browser.post(f"{address}archive").headers["Location"] == "/pipelines/"
    page = text_of(browser.get("/pipelines/"))
    assert "In the archive: 1" in page
    assert "Return to use" in text_of(browser.get(address))
    assert browser.post(f"{address}restoration").headers["Location"] == address
    assert "In the archive: 1" not in text_of(browser.get("/pipelines/"))


def test_open_deals_keep_it_in_use(cast: Cast) -> None:
    cast.deal()
    response = visitor(cast.vera).post(f"/pipelines/{cast.pipeline.pk}/archive")
    assert response.status_code == 409
    assert "1 open deal stands in" in text_of(response)


@pytest.mark.parametrize("what", ["archive", "restoration"])
@pytest.mark.parametrize("who", ["igor", "anna", "olga", "boris"])
def test_the_others_archive_nothing(cast: Cast, who: str, what: str) -> None:
    assert visitor(getattr(cast, who)).post(f"/pipelines/{cast.shop.pk}/{what}").status_code == 403
    assert not Pipeline.objects.get(pk=cast.shop.pk).is_archived


def test_an_archived_pipeline_is_not_on_the_board_nor_in_the_form_of_a_deal(cast: Cast) -> None:
    visitor(cast.vera).post(f"/pipelines/{cast.shop.pk}/archive")
    browser = visitor(cast.anna)
    assert cast.shop.name not in text_of(browser.get("/deals/"))
    assert cast.shop.name not in text_of(browser.get("/deals/new/"))


def test_the_menus_lead_here(cast: Cast) -> None:
    assert 'href="/pipelines/"' in text_of(visitor(cast.sergey).get("/rules/"))
    assert 'href="/pipelines/"' not in text_of(visitor(cast.anna).get("/deals/"))


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    for preset in ("agency", "insurance", "classic"):
        make(by=cast.vera, preset=preset)
    cast.deal()
    browser = visitor(cast.vera)
    with django_assert_max_num_queries(12):
        browser.get("/pipelines/")
