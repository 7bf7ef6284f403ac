"""/deals/7/message and /clients/7/message: chosen, filled, logged under the policy."""

from datetime import UTC, datetime

import pytest
import time_machine
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.contact_point import ContactPoint
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.sent_message import SentMessage
from vedu.sales.touches.touch import Touch

WORKING = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
NIGHT = datetime(2026, 11, 24, 22, 0, tzinfo=UTC)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    deal = cast.deal()
    contact = cast.contact(deal.client)
    ContactPoint.add(deal.client, contact=contact, kind="email", value="olga@bakery.ru", by=cast.anna)
    return deal


def of(deal: Deal) -> str:
    return reverse("message_templates:of_deal", args=[deal.pk])


def chosen(code: str) -> dict[str, int]:
    return {"template": MessageTemplate.objects.get(preset=code).pk}


def typed(code: str, deal: Deal, **said: str) -> dict[str, object]:
    contact = deal.client.contacts.get().pk
    return chosen(code) | {"contact": contact, "text": "Dear Olga", "subject": "Boxes"} | said


def test_the_cards_have_a_way_in(cast: Cast, deal: Deal) -> None:
    seller = visitor(cast.anna)
    assert of(deal) in text_of(seller.get(reverse("deal:card", args=[deal.pk])))
    client_url = reverse("message_templates:of_client", args=[deal.client_id])
    assert client_url in text_of(seller.get(reverse("clients:card", args=[deal.client_id])))


def test_the_words_are_filled_and_what_is_missing_is_named(cast: Cast, deal: Deal) -> None:
    page = text_of(visitor(cast.anna).get(of(deal), chosen("first-letter"), headers=HTMX))
    assert "Hello Olga," in page
    assert "My name is Anna Kotova." in page
    assert 'value="Northern Bakery: deadlines, quality or price?"' in page
    assert "Missing before it can be sent" in page
    assert f'your signature: <a href="{reverse("message_templates:profile")}">' in page
    assert "mailto:olga@bakery.ru?subject=Northern%20Bakery" in page
    assert "<html" not in page


def test_what_fits_the_stage_stands_first(cast: Cast) -> None:
    deal = cast.at_stage(4)  # presentation
    page = text_of(visitor(cast.anna).get(of(deal), headers=HTMX))
    assert page.index("After a presentation") < page.index("First letter")


def test_the_policy_answers_beside(cast: Cast, deal: Deal) -> None:
    url = reverse("message_templates:advice", args=[deal.client_id])
    with time_machine.travel(NIGHT, tick=False):
        page = text_of(visitor(cast.anna).get(url, {"channel": "messenger"}))
    assert "Not now" in page
    assert "Possible from" in page
    with time_machine.travel(WORKING, tick=False):
        assert "Nothing speaks against" in text_of(visitor(cast.anna).get(url, {"channel": "messenger"}))
    assert visitor(cast.anna).get(url, {"channel": "pigeon"}).status_code == 422
    assert visitor(cast.olga).get(url, {"channel": "email"}).status_code == 403
    assert is_sign_in(visitor().get(url))


def test_what_was_sent_becomes_a_touch(cast: Cast, deal: Deal) -> None:
    with time_machine.travel(WORKING, tick=False):
        answer = visitor(cast.anna).post(of(deal), typed("first-letter", deal), headers=HTMX)
    touch = Touch.objects.get(deal=deal)
    assert (touch.channel, touch.outcome, touch.text) == ("email", "sent", "Boxes\n\nDear Olga")
    assert SentMessage.objects.get().touch == touch
    page = text_of(answer)
    assert "Write by a template" in page
    assert 'id="timeline"' in page or "Dear Olga" in page


def test_a_forbidden_one_is_refused_with_the_next_moment(cast: Cast, deal: Deal) -> None:
    with time_machine.travel(NIGHT, tick=False):
        answer = visitor(cast.anna).post(of(deal), typed("after-silence", deal), headers=HTMX)
    assert answer.status_code == 409
    assert "Possible from" in text_of(answer)
    assert not Touch.objects.exists()


def test_an_unwise_one_is_written_down_and_said(cast: Cast, deal: Deal) -> None:
    with time_machine.travel(WORKING.replace(hour=5, minute=30), tick=False):
        answer = visitor(cast.anna).post(of(deal), typed("after-silence", deal), follow=True)
    assert "Outside of the usual hours" in text_of(answer)
    assert Touch.objects.count() == 1


def test_a_hole_is_refused_and_what_was_typed_stays(cast: Cast, deal: Deal) -> None:
    answer = visitor(cast.anna).post(of(deal), typed("first-letter", deal, text="My own words, {me.signature}"))
    page = text_of(answer)
    assert answer.status_code == 422
    assert "{me.signature} is still empty" in page
    assert "My own words, {me.signature}" in page
    assert not Touch.objects.exists()


def test_a_call_by_a_script_has_its_outcome(cast: Cast, deal: Deal) -> None:
    page = text_of(visitor(cast.anna).get(of(deal), chosen("first-call"), headers=HTMX))
    assert "I have called: write it down" in page
    with time_machine.travel(WORKING, tick=False):
        visitor(cast.anna).post(of(deal), typed("first-call", deal, outcome="no_answer"))
    assert (Touch.objects.get().channel, Touch.objects.get().outcome) == ("call", "no_answer")


def test_a_client_without_a_deal_is_written_to(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    url = reverse("message_templates:of_client", args=[client.pk])
    page = text_of(visitor(cast.anna).get(url, chosen("after-silence")))
    assert "name a contact on the client card" in page
    with time_machine.travel(WORKING, tick=False):
        answer = visitor(cast.anna).post(url, chosen("after-silence") | {"text": "Hello", "contact": ""})
    assert answer.headers["Location"] == reverse("clients:card", args=[client.pk])
    assert Touch.objects.get().contact is None


def test_nobody_writes_to_a_colleagues_client(cast: Cast, deal: Deal) -> None:
    client_url = reverse("message_templates:of_client", args=[deal.client_id])
    with time_machine.travel(WORKING, tick=False):
        assert visitor(cast.igor).get(of(deal)).status_code == 200  # a teammate looks
        assert "I have sent it" not in text_of(visitor(cast.igor).get(of(deal), chosen("first-letter")))
        assert visitor(cast.igor).post(of(deal), typed("first-letter", deal)).status_code == 403
        assert visitor(cast.igor).post(client_url, typed("first-letter", deal)).status_code == 409
        assert visitor(cast.olga).get(of(deal)).status_code == 404
        assert visitor(cast.olga).get(client_url).status_code == 403
        assert visitor(cast.boris).post(of(deal), typed("first-letter", deal)).status_code == 403
        assert is_sign_in(visitor().post(of(deal), typed("first-letter", deal)))
    assert not Touch.objects.exists()


def test_the_panel_costs_few_queries(
    cast: Cast, deal: Deal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    guest, said = visitor(cast.anna), chosen("after-presentation")
    guest.get(of(deal), said, headers=HTMX)
    with django_assert_max_num_queries(12):
        guest.get(of(deal), said, headers=HTMX)
    url = reverse("message_templates:advice", args=[deal.client_id])
    with django_assert_max_num_queries(12):
        guest.get(url, {"channel": "email", "contact": deal.client.contacts.get().pk})
