"""Answering an objection on a deal: /objections/7/answers, and the reply with an answer of the library."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.objections.objection_action import ObjectionAction
from vedu.sales.objections.rebuttal import Rebuttal
from vedu.sales.talk.objection import Objection
from vedu.sales.talk.reply import Reply


@pytest.fixture
def objection(cast: Cast) -> Objection:
    return cast.object_to(cast.deal())


@pytest.fixture
def compare(cast: Cast) -> Rebuttal:
    return Rebuttal.objects.get(preset="price-compare")


def url_of(objection: Objection) -> str:
    return reverse("objections:offered", args=[objection.pk])


def reply(cast: Cast, objection: Objection, **said: object) -> object:
    return visitor(cast.anna).post(reverse("deal:reply", args=[objection.pk]), said, headers=HTMX)


def test_the_answers_have_keys(cast: Cast, objection: Objection) -> None:
    part = text_of(visitor(cast.anna).get(url_of(objection), headers=HTMX))
    assert [f'data-key="{key}"' in part for key in (1, 2, 3, 4, 5)] == [True, True, True, True, False]
    assert "Library: expensive, a real doubt" in part
    assert "<html" not in part


def test_without_scripts_it_is_a_page_with_the_whole_form(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    anna = visitor(cast.anna)
    page = text_of(anna.get(url_of(objection)))
    assert f'action="/objections/{objection.pk}/reply"' in page
    said = {"version": compare.latest.pk, "result": "stands", "cause": "The director counts", "is_indecision": "yes"}
    answer = anna.post(reverse("deal:reply", args=[objection.pk]), said)
    assert answer.headers["Location"] == reverse("deal:card", args=[objection.deal_id])
    objection.refresh_from_db()
    assert (objection.result, objection.cause, objection.is_indecision) == ("stands", "The director counts", True)
    assert Reply.objects.get().version == compare.latest


def test_the_card_shows_what_was_answered_and_why(cast: Cast, objection: Objection, compare: Rebuttal) -> None:
    page = text_of(reply(cast, objection, version=compare.latest.pk, result="stands", cause="Fears the director"))
    assert "Answer: What do you compare with" in page
    assert "Behind it: Fears the director" in page
    assert f'hx-get="{url_of(objection)}"' in page


def test_neither_an_answer_nor_words_is_refused(cast: Cast, objection: Objection) -> None:
    assert reply(cast, objection, result="answered").status_code == 422
    assert reply(cast, objection, version="nonsense").status_code == 404
    assert not Reply.objects.exists()


def test_who_only_looks_gets_no_form(cast: Cast, objection: Objection) -> None:
    assert "<textarea" not in text_of(visitor(cast.boris).get(url_of(objection)))
    assert visitor(cast.igor).get(url_of(objection)).status_code == 200
    assert visitor(cast.olga).get(url_of(objection)).status_code == 404
    assert is_sign_in(visitor().get(url_of(objection)))


def test_the_offer_costs_few_queries(
    cast: Cast, objection: Objection, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    anna = visitor(cast.anna)
    anna.get(url_of(objection), headers=HTMX)
    with django_assert_max_num_queries(7):
        anna.get(url_of(objection), headers=HTMX)


def give(cast: Cast, who: str, objection: Objection, **said: str) -> object:
    url = reverse("objections:actions", args=[objection.deal_id])
    day = (timezone.localdate() + timedelta(days=5)).isoformat()
    words = {"kind": "demo", "until_on": day, "note": "Ten places", **said}
    return visitor(getattr(cast, who)).post(url, words, headers=HTMX)


def test_demo_access_is_given_till_a_day_and_ended_on_the_card(cast: Cast, objection: Objection) -> None:
    page = text_of(give(cast, "anna", objection))
    assert "Demo access till" in page
    assert "Ten places" in page
    given = ObjectionAction.objects.get()
    url = reverse("objections:ending", args=[given.pk])
    assert f'action="{url}"' in page
    page = text_of(visitor(cast.anna).post(url, {"outcome": "returned"}, headers=HTMX))
    given.refresh_from_db()
    assert (given.outcome, f'action="{url}"' in page) == ("returned", False)


def test_a_wrong_day_is_refused_in_a_sentence(cast: Cast, objection: Objection) -> None:
    for day in ("", "2020-01-01", "2026-13-45"):
        answer = give(cast, "anna", objection, until_on=day)
        assert answer.status_code == 422
        assert "Say till which day" in text_of(answer)


def test_others_give_nothing(cast: Cast, objection: Objection) -> None:
    assert [give(cast, who, objection).status_code for who in ("igor", "boris", "olga")] == [403, 403, 404]
    give(cast, "anna", objection)
    url = reverse("objections:ending", args=[ObjectionAction.objects.get().pk])
    assert [visitor(getattr(cast, who)).post(url).status_code for who in ("igor", "boris", "olga")] == [403, 403, 404]
    assert is_sign_in(visitor().post(url))
    assert is_sign_in(visitor().post(reverse("objections:actions", args=[objection.deal_id])))
