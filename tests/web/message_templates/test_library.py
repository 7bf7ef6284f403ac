"""/message-templates/: read by all, written by heads for the team and by everybody for himself."""

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.wording import Wording

TYPED = {"name": "A note", "channel": "messenger", "language": "en", "text": "Hello {client}", "subject": ""}
INDEX = reverse("message_templates:index")
NEW = reverse("message_templates:new")


@pytest.fixture
def ready(cast: Cast) -> MessageTemplate:
    return MessageTemplate.objects.get(preset="first-letter")


@pytest.fixture
def own(cast: Cast) -> MessageTemplate:
    return MessageTemplate.write("My own note", Purpose(channel="sms"), Wording("Hello"), by=cast.anna)


def test_everybody_reads_the_teams_and_his_own(cast: Cast, own: MessageTemplate) -> None:
    page = text_of(visitor(cast.anna).get(INDEX))
    assert "First letter: introduction" in page
    assert "My own note" in page
    for user in (cast.igor, cast.olga, cast.boris, cast.vera):
        page = text_of(visitor(user).get(INDEX))
        assert "First letter: introduction" in page
        assert "My own note" not in page
        assert visitor(user).get(reverse("message_templates:edit", args=[own.pk])).status_code == 404
    assert is_sign_in(visitor().get(INDEX))


def test_the_page_costs_few_queries(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    guest = visitor(cast.sergey)
    guest.get(INDEX)
    with django_assert_max_num_queries(5):
        guest.get(INDEX)


def test_a_seller_writes_his_own_and_changes_it(cast: Cast) -> None:
    seller = visitor(cast.anna)
    assert seller.post(NEW, TYPED).headers["Location"] == INDEX
    made = MessageTemplate.objects.get(name="A note")
    assert (made.owner, made.channel, made.version.text) == (cast.anna, "messenger", "Hello {client}")
    seller.post(reverse("message_templates:edit", args=[made.pk]), TYPED | {"text": "Good morning", "aida": "action"})
    made.refresh_from_db()
    assert (made.version.number, made.version.text, made.aida) == (2, "Good morning", "action")
    seller.post(reverse("message_templates:retirement", args=[made.pk]))
    assert "Out of use" in text_of(seller.get(INDEX))
    seller.post(reverse("message_templates:restoration", args=[made.pk]))
    assert not MessageTemplate.objects.get(pk=made.pk).is_retired


def test_a_head_writes_for_the_team(cast: Cast) -> None:
    visitor(cast.sergey).post(NEW, TYPED | {"is_team": "on"})
    assert MessageTemplate.objects.get(name="A note").is_team


def test_only_keepers_change(cast: Cast, ready: MessageTemplate) -> None:
    edit = reverse("message_templates:edit", args=[ready.pk])
    posts = [reverse(f"message_templates:{name}", args=[ready.pk]) for name in ("retirement", "restoration")]
    for user in (cast.anna, cast.olga, cast.boris):
        assert visitor(user).get(edit).status_code == 200
        assert visitor(user).post(edit, TYPED).status_code == 403
        assert {visitor(user).post(url).status_code for url in posts} == {403}
        assert visitor(user).post(reverse("message_templates:ready")).status_code == 403
    assert visitor(cast.boris).get(NEW).status_code == 403
    assert visitor(cast.anna).post(NEW, TYPED | {"is_team": "on"}).status_code == 403
    assert all(is_sign_in(visitor().post(url)) for url in (*posts, edit, NEW))
    assert "changed by heads" in text_of(visitor(cast.anna).get(edit))


def test_what_was_typed_survives_a_refusal(cast: Cast) -> None:
    answer = visitor(cast.anna).post(NEW, TYPED | {"text": "Dear {boss}, read this"})
    page = text_of(answer)
    assert answer.status_code == 422
    assert "There is no field {boss}" in page
    assert "Dear {boss}, read this" in page


def test_false_urgency_and_prices_are_said_when_saving(cast: Cast) -> None:
    answer = visitor(cast.anna).post(NEW, TYPED | {"text": "Only today: 900 ₽ a box"}, follow=True)
    page = text_of(answer)
    assert "Read before saving" in page
    assert "looks like a price typed by hand" in page
    assert "hurries the client" in page


def test_it_is_tried_on_a_real_deal(cast: Cast) -> None:
    deal = cast.deal()
    page = text_of(visitor(cast.anna).post(reverse("message_templates:preview"), TYPED | {"deal": deal.pk}))
    assert "Hello Northern Bakery" in page
    page = text_of(visitor(cast.anna).post(reverse("message_templates:preview"), TYPED | {"text": "{price}"}))
    assert "This client would lack:" in page
    assert "its price by the catalogue" in page
    page = text_of(visitor(cast.olga).post(reverse("message_templates:preview"), TYPED | {"deal": deal.pk}))
    assert "Northern Bakery" not in page
    assert is_sign_in(visitor().post(reverse("message_templates:preview"), TYPED))


def test_the_editor_costs_few_queries(
    cast: Cast, ready: MessageTemplate, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    cast.deal()
    guest, url = visitor(cast.sergey), reverse("message_templates:edit", args=[ready.pk])
    guest.get(url)
    with django_assert_max_num_queries(9):
        guest.get(url)


def test_the_ready_ones_come_back(cast: Cast) -> None:
    MessageTemplate.objects.filter(preset="first-letter").update(preset="")
    visitor(cast.sergey).post(reverse("message_templates:ready"))
    assert MessageTemplate.objects.filter(preset="first-letter").count() == 1


def test_an_empty_library_teaches(cast: Cast) -> None:
    MessageTemplate.objects.update(is_retired=True)
    assert "saves the time of thinking" in text_of(visitor(cast.anna).get(INDEX))


def test_a_person_says_how_he_signs(cast: Cast) -> None:
    url, seller = reverse("message_templates:profile"), visitor(cast.anna)
    said = {"name": "Anna", "job_title": "key accounts", "phone": "+7 912 640-18-22", "signature": ""}
    assert seller.post(url, said).headers["Location"] == reverse("people:me")
    assert SellerProfile.of(cast.anna).signed == "Anna\nkey accounts\n+7 912 640-18-22"
    wrong = seller.post(url, said | {"phone": "12"})
    assert (wrong.status_code, "not a whole phone number" in text_of(wrong)) == (422, True)
    assert "key accounts" in text_of(seller.get(url))
    assert url in text_of(seller.get(reverse("people:me")))
    assert is_sign_in(visitor().get(url))
