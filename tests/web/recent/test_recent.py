"""/recent/: the menu of cards at hand."""

from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.deals.deal import Deal
from vedu.sales.pins.pin import Pin

URL = "/recent/"


def put(deal: Deal) -> str:
    return reverse("recent:pin", args=[deal.pk])


def off(deal: Deal) -> str:
    return reverse("recent:unpin", args=[deal.pk])


def test_a_deal_is_pinned_and_taken_off(cast: Cast) -> None:
    deal, anna = cast.deal(), visitor(cast.anna)
    menu = text_of(anna.post(put(deal), headers=HTMX))
    assert (deal.client.name in menu, off(deal) in menu, "<html" in menu) == (True, True, False)
    assert off(deal) in text_of(anna.get(URL, headers=HTMX))
    assert off(deal) not in text_of(anna.post(off(deal), headers=HTMX))
    assert not Pin.objects.exists()


def test_it_reads_without_scripts(cast: Cast) -> None:
    deal, anna = cast.deal(), visitor(cast.anna)
    assert "stand here" in text_of(anna.get(URL))
    assert anna.post(put(deal)).headers["Location"] == URL
    page = text_of(anna.get(URL))
    assert ("<html" in page, reverse("deal:card", args=[deal.pk]) in page) == (True, True)


def test_one_query_however_many(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    anna = visitor(cast.anna)
    for _number in range(7):
        Pin.put(cast.deal(), by=cast.anna)
    with django_assert_max_num_queries(3):
        assert text_of(anna.get(URL, headers=HTMX)).count("/unpin") == 14  # an action, for htmx and without it


def test_an_eighth_is_refused_in_a_sentence(cast: Cast) -> None:
    for _number in range(7):
        Pin.put(cast.deal(), by=cast.anna)
    answer = visitor(cast.anna).post(put(cast.deal()), headers=HTMX)
    assert (answer.status_code, "take one off first" in text_of(answer)) == (409, True)


def test_who_may_pin_what(cast: Cast) -> None:
    deal = cast.deal()
    statuses = {
        name: visitor(getattr(cast, name)).post(put(deal), headers=HTMX).status_code
        for name in ("anna", "igor", "sergey", "olga")
    }
    assert statuses == {"anna": 200, "igor": 200, "sergey": 200, "olga": 404}
    assert visitor(cast.olga).post(off(deal)).status_code == 404
    assert visitor(cast.igor).get(put(deal)).status_code == 405
    for path in (put(deal), off(deal)):
        assert is_sign_in(visitor().post(path))
    assert visitor().get(URL, headers=HTMX).status_code == 204
    assert is_sign_in(visitor().get(URL))


def test_cards_say_what_they_are(cast: Cast) -> None:
    deal, anna = cast.deal(), visitor(cast.anna)
    card = text_of(anna.get(reverse("deal:card", args=[deal.pk])))
    for words in (
        f'data-recent="deal-{deal.pk}"',
        f'data-pin="{put(deal)}"',
        f'data-person="{cast.anna.pk}"',
        "data-typed",
    ):
        assert words in card, words
    client = text_of(anna.get(reverse("clients:card", args=[deal.client_id])))
    assert f'data-recent="client-{deal.client_id}"' in client
    assert "data-person" not in text_of(visitor().get("/accounts/login/"))
