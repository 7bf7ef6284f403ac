"""POST /deals/<id>/objections and /objections/<id>/reply."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.objection import Objection


def note(user: User | None, deal: Deal, **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/objections", {"text": "Expensive", **said}, headers=HTMX)


def reply(user: User | None, objection: Objection, **said: object) -> HttpResponse:
    words = {"answer": "Count a spoiled cake", **said}
    return visitor(user).post(f"/objections/{objection.pk}/reply", words, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


@pytest.fixture
def objection(cast: Cast, deal: Deal) -> Objection:
    return cast.object_to(deal)


def test_an_objection_is_kept_with_its_kind(cast: Cast, deal: Deal) -> None:
    page = text_of(note(cast.anna, deal, kind="price", is_indecision="on"))
    objection = Objection.objects.get()
    assert (objection.kind, objection.is_indecision) == ("price", True)
    shown = page.split('id="deal-objections"')[1]
    assert "expensive" in shown
    assert "indecision" in shown
    assert f'hx-post="/objections/{objection.pk}/reply"' in shown


def test_an_answer_that_helped_closes_it(cast: Cast, objection: Objection) -> None:
    page = text_of(reply(cast.anna, objection))
    objection.refresh_from_db()
    assert (objection.answer, objection.result) == ("Count a spoiled cake", "answered")
    assert "Answer: Count a spoiled cake" in page
    assert f'hx-post="/objections/{objection.pk}/reply"' not in page


def test_a_doubt_that_stays_can_be_answered_again(cast: Cast, objection: Objection) -> None:
    page = text_of(reply(cast.anna, objection, result="stands"))
    assert f'hx-post="/objections/{objection.pk}/reply"' in page


def test_empty_words_are_refused(cast: Cast, deal: Deal, objection: Objection) -> None:
    assert note(cast.anna, deal, text=" ").status_code == 422
    assert reply(cast.anna, objection, answer="").status_code == 422
    assert reply(cast.anna, objection, result="maybe").status_code == 422


def test_others_may_neither_write_nor_answer(cast: Cast, deal: Deal, objection: Objection) -> None:
    assert note(cast.igor, deal).status_code == reply(cast.igor, objection).status_code == 403
    assert note(cast.olga, deal).status_code == reply(cast.olga, objection).status_code == 404
    assert is_sign_in(note(None, deal))
    assert is_sign_in(reply(None, objection))
    objection.refresh_from_db()
    assert objection.answer == ""
    assert Objection.objects.count() == 1
