"""POST /rules/pipelines/<id>/neglect: when a client who is left alone is told and goes (OWN-4)."""

import pytest

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.deals.pipeline import Pipeline


def address(cast: Cast) -> str:
    return f"/rules/pipelines/{cast.pipeline.pk}/neglect"


def kept(cast: Cast) -> tuple[int | None, int | None]:
    pipeline = Pipeline.objects.get(pk=cast.pipeline.pk)
    return pipeline.neglect_head_days, pipeline.neglect_pool_days


def test_days_are_set_and_switched_off(cast: Cast) -> None:
    browser = visitor(cast.vera)
    assert browser.post(address(cast), {"head_days": "3", "pool_days": "10"}).headers["Location"] == "/rules/"
    assert kept(cast) == (3, 10)
    browser.post(address(cast), {"head_days": "", "pool_days": ""})
    assert kept(cast) == (None, None)


def test_the_pool_comes_after_the_head_and_the_typing_stays(cast: Cast) -> None:
    response = visitor(cast.adam).post(address(cast), {"head_days": "10", "pool_days": "3"})
    assert response.status_code == 422
    page = text_of(response)
    assert "The pool comes after the head: give it more days." in page
    assert 'value="10"' in page
    assert kept(cast) == (None, None)


def test_a_number_is_a_number(cast: Cast) -> None:
    response = visitor(cast.vera).post(address(cast), {"head_days": "soon"})
    assert response.status_code == 422
    assert 'value="soon"' in text_of(response)


@pytest.mark.parametrize("who", ["sergey", "anna", "olga", "boris"])
def test_the_others_decide_nothing(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).post(address(cast), {"head_days": "3"}).status_code == 403
    assert kept(cast) == (None, None)


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().post(address(cast)))


def test_a_pipeline_that_is_not_there_is_not_found(cast: Cast) -> None:
    assert visitor(cast.vera).post("/rules/pipelines/987654/neglect").status_code == 404


def test_it_says_how_many_are_left_alone_now(cast: Cast) -> None:
    cast.deal().tasks.get().complete(by=cast.anna)
    page = text_of(visitor(cast.vera).get("/rules/"))
    assert "left alone now: 1" in page
    assert "left alone now: 0" in page
