"""The sequence on the cards: begun, made step by step, paused, stopped."""

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.sales.sequences.world import TUESDAY, begin, sequence
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.deals.deal import Deal
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentState
from vedu.sales.touches.touch import Touch


@pytest.fixture
def deal(cast: Cast) -> Deal:
    deal = cast.deal()
    cast.contact(deal.client)
    return deal


def of(deal: Deal) -> str:
    return reverse("sequences:of_deal", args=[deal.pk])


def word(one: Enrolment, name: str) -> str:
    return reverse("sequences:word", args=[one.pk, name])


def test_the_cards_ask_for_it(cast: Cast, deal: Deal) -> None:
    seller = visitor(cast.anna)
    assert of(deal) in text_of(seller.get(reverse("deal:card", args=[deal.pk])))
    client_url = reverse("sequences:of_client", args=[deal.client_id])
    assert client_url in text_of(seller.get(reverse("clients:card", args=[deal.client_id])))
    assert "There are no sequences yet" in text_of(seller.get(of(deal), headers=HTMX))


def test_begun_on_the_card_of_a_deal(cast: Cast, deal: Deal) -> None:
    known, contact = sequence(cast), deal.client.contacts.get()
    with time_machine.travel(TUESDAY, tick=False):
        said = {"sequence": known.pk, "contact": contact.pk}
        answer = visitor(cast.anna).post(of(deal), said, headers=HTMX)
    enrolment = Enrolment.objects.get()
    assert (enrolment.deal, enrolment.contact, enrolment.assignee) == (deal, contact, cast.anna)
    page = text_of(answer)
    assert "Three steps" in page
    assert 'aria-current="step"' in page
    assert 'id="deal-next"' in page
    again = visitor(cast.anna).post(of(deal), {"sequence": known.pk, "contact": contact.pk}, headers=HTMX)
    assert (again.status_code, "stop that one first" in text_of(again)) == (409, True)


def test_a_step_is_made_with_its_words_ready(cast: Cast, deal: Deal) -> None:
    enrolment = begin(cast, deal=deal)
    page = text_of(visitor(cast.anna).get(of(deal), headers=HTMX))
    taken = enrolment.open_step
    assert taken is not None
    assert f"step={taken.pk}" in page
    url = reverse("message_templates:of_deal", args=[deal.pk])
    said = {"template": taken.step.template_id, "contact": enrolment.contact_id, "step": taken.pk}
    words = text_of(visitor(cast.anna).get(url, said, headers=HTMX))
    assert "Hello" in words
    assert f'name="step" value="{taken.pk}"' in words
    with time_machine.travel(TUESDAY, tick=False):
        answer = visitor(cast.anna).post(url, said | {"text": "Hello", "subject": "Hi"}, headers=HTMX)
        again = visitor(cast.anna).post(url, said | {"text": "Hello", "subject": "Hi"}, headers=HTMX)
    assert "sequence:changed" in answer.headers["HX-Trigger"]
    assert (again.status_code, "nothing is sent twice" in text_of(again)) == (409, True)
    assert Touch.objects.count() == 1
    following = Enrolment.objects.get().open_step
    assert following is not None
    assert following.step.purpose == "Ask for a talk"


def test_paused_goes_on_and_stopped(cast: Cast, deal: Deal) -> None:
    enrolment, seller = begin(cast, deal=deal), visitor(cast.anna)
    page = text_of(seller.post(word(enrolment, "pause"), headers=HTMX))
    assert "paused" in page
    assert "Go on" in page
    seller.post(word(enrolment, "resume"), headers=HTMX)
    assert Enrolment.objects.get().state == EnrolmentState.ACTIVE
    page = text_of(seller.post(word(enrolment, "stop"), headers=HTMX))
    assert "stopped by hand" in page
    assert seller.post(word(enrolment, "stop"), headers=HTMX).status_code == 409
    assert seller.post(word(enrolment, "dance")).status_code == 404


def test_without_scripts_it_leads_back(cast: Cast, deal: Deal) -> None:
    enrolment = begin(cast, deal=deal)
    answer = visitor(cast.anna).post(word(enrolment, "stop"))
    assert answer.headers["Location"] == reverse("deal:card", args=[deal.pk])
    alone = begin(cast, cast.client("Mill", owner=cast.anna))
    assert visitor(cast.anna).post(word(alone, "pause")).headers["Location"] == reverse(
        "clients:card", args=[alone.client_id]
    )
    here = visitor(cast.anna).post(word(alone, "resume"), {"sequence": "1"})
    assert here.headers["Location"] == reverse("sequences:card", args=[alone.version.sequence_id])


def test_only_whom_it_concerns(cast: Cast, deal: Deal) -> None:
    enrolment = begin(cast, deal=deal)
    known = enrolment.version.sequence
    assert "Make the step" not in text_of(visitor(cast.igor).get(of(deal), headers=HTMX))
    assert visitor(cast.igor).post(word(enrolment, "stop")).status_code == 403
    assert visitor(cast.boris).post(word(enrolment, "stop")).status_code == 403
    assert visitor(cast.olga).post(word(enrolment, "stop")).status_code == 404
    assert visitor(cast.olga).get(of(deal)).status_code == 404
    assert visitor(cast.igor).post(of(deal), {"sequence": known.pk}).status_code == 409
    assert visitor(cast.boris).post(of(deal), {"sequence": known.pk}).status_code == 403
    for url in (of(deal), word(enrolment, "stop")):
        assert is_sign_in(visitor().post(url))
    assert Enrolment.objects.get().is_running


def test_the_panel_costs_few_queries(
    cast: Cast, deal: Deal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    begin(cast, deal=deal)
    guest = visitor(cast.anna)
    guest.get(of(deal), headers=HTMX)
    with django_assert_max_num_queries(9):
        guest.get(of(deal), headers=HTMX)


def test_its_story_is_told(cast: Cast, deal: Deal) -> None:
    enrolment = begin(cast, deal=deal)
    visitor(cast.anna).post(word(enrolment, "stop"))
    page = text_of(visitor(cast.anna).get(reverse("deal:card", args=[deal.pk])))
    assert "Sequence begun: Three steps" in page
    assert "Sequence “Three steps” stopped: stopped by hand" in page or "stopped by hand" in page
