from django.urls import reverse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.objection import Objection

OFFER = "Contract and invoice</button>"


def doubting(cast: Cast, times: int) -> Deal:
    deal = cast.deal()
    for number in range(times):
        Objection.note(deal, text=f"Too dear, {number}", kind="price", by=cast.anna)
    return deal


def page(cast: Cast, deal: Deal, name: str = "anna") -> str:
    return text_of(visitor(getattr(cast, name)).get(reverse("deal:card", args=[deal.pk])))


def test_one_doubt_is_answered(cast: Cast) -> None:
    assert OFFER not in page(cast, doubting(cast, 1))


def test_the_second_time_the_card_offers_to_close(cast: Cast) -> None:
    deal = doubting(cast, 2)
    assert OFFER in page(cast, deal)
    assert OFFER not in page(cast, deal, "boris")


def test_the_button_plans_both(cast: Cast) -> None:
    deal = doubting(cast, 2)
    url = reverse("deal:closing_offer", args=[deal.pk])
    answer = visitor(cast.anna).post(url, headers=HTMX)
    assert "Contract and invoice together" in text_of(answer)
    assert visitor(cast.anna).post(url, headers=HTMX).status_code == 409


def test_it_is_offered_no_more_once_documents_are_the_next_step(cast: Cast) -> None:
    deal = doubting(cast, 2)
    html = text_of(visitor(cast.anna).post(reverse("deal:closing_offer", args=[deal.pk]), headers=HTMX))
    assert 'id="deal-objections"' in html
    assert OFFER not in html
    assert OFFER not in page(cast, deal)


def test_who_may(cast: Cast) -> None:
    deal = doubting(cast, 2)
    url = reverse("deal:closing_offer", args=[deal.pk])
    assert visitor(cast.olga).post(url).status_code == 404
    assert visitor(cast.boris).post(url).status_code == 403
    assert is_sign_in(visitor().post(url))
    assert deal.tasks.filter(kind="document").count() == 0
