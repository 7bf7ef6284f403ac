"""/base/points/: our own sales points."""

import pytest

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.sales_point import SalesPoint

SHOP = {"name": "Shop on Lenina", "address": "Lenina 5"}


def test_a_head_adds_one(cast: Cast) -> None:
    browser = visitor(cast.sergey)
    assert browser.post("/base/points/", SHOP).status_code == 302
    assert "Shop on Lenina" in text_of(browser.get("/base/points/"))


def test_an_empty_name_stays_in_the_form(cast: Cast) -> None:
    response = visitor(cast.sergey).post("/base/points/", {"name": " ", "address": "Lenina 5"})
    assert response.status_code == 422
    assert "Name the sales point." in text_of(response)
    assert 'value="Lenina 5"' in text_of(response)


def test_a_head_changes_and_closes_it(cast: Cast) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    browser = visitor(cast.sergey)
    browser.post(f"/base/points/{point.pk}/", SHOP)
    browser.post(f"/base/points/{point.pk}/closing")
    point.refresh_from_db()
    assert (point.name, point.address, point.is_active) == ("Shop on Lenina", "Lenina 5", False)
    browser.post(f"/base/points/{point.pk}/closing")
    point.refresh_from_db()
    assert point.is_active


def test_a_name_that_is_taken_opens_its_form_again(cast: Cast) -> None:
    SalesPoint.open("Other", by=cast.sergey)
    point = SalesPoint.open("Shop", by=cast.sergey)
    response = visitor(cast.sergey).post(f"/base/points/{point.pk}/", {"name": "Other"})
    assert response.status_code == 422
    assert "There is a sales point “Other” already." in text_of(response)


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_the_others_may_not(cast: Cast, who: str) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    browser = visitor(getattr(cast, who))
    assert browser.get("/base/points/").status_code == 403
    for address in ("/base/points/", f"/base/points/{point.pk}/", f"/base/points/{point.pk}/closing"):
        assert browser.post(address, SHOP).status_code == 403
    assert SalesPoint.objects.get().name == "Shop"


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    point = SalesPoint.open("Shop", by=cast.sergey)
    for address in ("/base/points/", f"/base/points/{point.pk}/", f"/base/points/{point.pk}/closing"):
        assert is_sign_in(visitor().post(address, SHOP))
