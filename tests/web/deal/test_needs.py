"""POST /deals/<id>/needs and /needs/<id>/confirmation."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need


def note(user: User | None, deal: Deal, **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/needs", {"words": "Cakes arrive crushed", **said}, headers=HTMX)


def confirm(user: User | None, need: Need) -> HttpResponse:
    return visitor(user).post(f"/needs/{need.pk}/confirmation", headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.at_stage(3)


@pytest.fixture
def need(cast: Cast, deal: Deal) -> Need:
    return Need.note(deal, words="Cakes arrive crushed", by=cast.anna)


def test_a_need_is_kept_in_the_clients_words(cast: Cast, deal: Deal) -> None:
    page = text_of(note(cast.anna, deal, problem="Returns", current_solution="Trays", priority="critical"))
    need = Need.objects.get()
    assert (need.problem, need.current_solution, need.priority) == ("Returns", "Trays", "critical")
    assert "Cakes arrive crushed" in page.split('id="deal-needs"')[1]
    assert "confirm a need: 0 of 1" in page


def test_a_need_without_words_is_refused_beside_its_form(cast: Cast, deal: Deal) -> None:
    response = note(cast.anna, deal, words="  ")
    assert response.status_code == 422
    assert "Write the need in the client&#x27;s own words." in text_of(response)
    assert not Need.objects.exists()


def test_an_unknown_priority_is_refused(cast: Cast, deal: Deal) -> None:
    assert note(cast.anna, deal, priority="huge").status_code == 422


def test_a_confirmed_need_opens_the_way(cast: Cast, deal: Deal, need: Need) -> None:
    page = text_of(confirm(cast.anna, need))
    need.refresh_from_db()
    assert need.is_confirmed
    assert "The way to the stage “Presentation, proposal” is open" in page
    assert "Move to the next stage" in page
    assert need.words in page.split('id="deal-help"')[1].split('id="timeline"')[0], "a presentation may name it now"


def test_confirming_twice_is_refused(cast: Cast, need: Need) -> None:
    confirm(cast.anna, need)
    assert confirm(cast.anna, need).status_code == 409


def test_the_head_may_write_and_confirm(cast: Cast, deal: Deal, need: Need) -> None:
    assert note(cast.sergey, deal).status_code == 200
    assert confirm(cast.sergey, need).status_code == 200


def test_others_may_neither_write_nor_confirm(cast: Cast, deal: Deal, need: Need) -> None:
    assert note(cast.igor, deal).status_code == confirm(cast.igor, need).status_code == 403
    assert note(cast.olga, deal).status_code == confirm(cast.olga, need).status_code == 404
    assert is_sign_in(note(None, deal))
    assert is_sign_in(confirm(None, need))
    need.refresh_from_db()
    assert not need.is_confirmed
    assert Need.objects.count() == 1
