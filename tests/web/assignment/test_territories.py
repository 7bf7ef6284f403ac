"""/territories/: who works where and who is good at what."""

import pytest

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.assignment.specialisation import Specialisation
from vedu.clients.assignment.territory import Territory


def said(cast: Cast, **changes: object) -> dict[str, object]:
    return {"name": "Volga", "regions": "63, 73", "cities": "Kazan", "people": [cast.anna.pk], **changes}


def volga(cast: Cast) -> Territory:
    return Territory.define("Volga", by=cast.sergey, regions=["63"], people=[cast.anna])


def test_a_territory_is_made_changed_and_removed(cast: Cast) -> None:
    head = visitor(cast.sergey)
    assert "No territories yet" in text_of(head.get("/territories/"))
    assert head.post("/territories/new/", said(cast)).status_code == 302
    page = text_of(head.get("/territories/"))
    assert "regions 63, 73; Kazan" in page
    one = Territory.objects.get()
    assert 'value="63, 73"' in text_of(head.get(f"/territories/{one.pk}/"))
    assert head.post(f"/territories/{one.pk}/", said(cast, people=[])).status_code == 302
    assert "nobody works there yet" in text_of(head.get("/territories/"))
    head.post(f"/territories/{one.pk}/removal")
    assert not Territory.objects.exists()


def test_a_wrong_code_is_told_at_its_field(cast: Cast) -> None:
    response = visitor(cast.sergey).post("/territories/new/", said(cast, regions="Samara"))
    assert response.status_code == 422
    assert "two digits, such as 63" in text_of(response)


def test_a_head_says_what_his_people_are_good_at(cast: Cast) -> None:
    head = visitor(cast.sergey)
    assert head.post(f"/territories/people/{cast.anna.pk}/", {"names": "wholesale, cakes"}).status_code == 302
    assert list(Specialisation.objects.values_list("name", flat=True)) == ["cakes", "wholesale"]
    assert "cakes, wholesale" in text_of(head.get("/territories/"))
    assert head.post(f"/territories/people/{cast.olga.pk}/", {"names": "closer"}).status_code == 403


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_it_is_for_heads(cast: Cast, who: str) -> None:
    one, browser = volga(cast), visitor(getattr(cast, who))
    for path in ("", "new/", f"{one.pk}/"):
        assert browser.get(f"/territories/{path}").status_code == 403
    for path in ("new/", f"{one.pk}/", f"{one.pk}/removal", f"people/{cast.anna.pk}/"):
        assert browser.post(f"/territories/{path}", said(cast)).status_code == 403
    assert Territory.objects.exists()


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/territories/"))
