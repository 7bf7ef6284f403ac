"""GET /deals/<id>/parts: what another stage changes."""

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor


def test_the_parts_come_out_of_band_and_leave_the_composer_alone(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).get(f"/deals/{cast.deal().pk}/parts", headers=HTMX))
    for part in ("deal-head", "deal-path", "deal-next", "deal-help", "deal-chance", "deal-facts", "timeline"):
        assert f'id="{part}"' in page
    assert page.count('hx-swap-oob="true"') == 7
    assert 'id="composer"' not in page


def test_the_card_asks_for_them_when_it_hears_of_a_move(cast: Cast) -> None:
    deal = cast.deal()
    page = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))
    assert f'hx-get="/deals/{deal.pk}/parts" hx-trigger="deal:moved from:body"' in page


def test_a_teammate_gets_them_without_forms(cast: Cast) -> None:
    page = text_of(visitor(cast.igor).get(f"/deals/{cast.deal().pk}/parts", headers=HTMX))
    assert "<textarea" not in page


def test_an_outsider_and_a_stranger_get_nothing(cast: Cast) -> None:
    url = f"/deals/{cast.deal().pk}/parts"
    assert visitor(cast.olga).get(url, headers=HTMX).status_code == 404
    assert is_sign_in(visitor().get(url))
