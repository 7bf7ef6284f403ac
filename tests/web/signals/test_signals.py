import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.sales.deals.deal import Deal
from vedu.sales.signals.buying_signal import BuyingSignal
from vedu.sales.signals.signal_mark import SignalMark


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


@pytest.fixture
def papers(cast: Cast) -> BuyingSignal:
    return BuyingSignal.objects.get(preset="papers")


def url_of(deal: Deal) -> str:
    return reverse("signals:deal", args=[deal.pk])


def test_one_click_marks_and_one_takes_back(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    anna = visitor(cast.anna)
    part = text_of(anna.post(url_of(deal), {"mark": papers.pk}, headers=HTMX))
    assert f'name="unmark" value="{papers.pk}"' in part
    assert "Readiness to buy: 40 of 100" in part
    assert part.count('<i class="on">') == 4
    assert 'id="timeline"' in part
    part = text_of(anna.post(url_of(deal), {"unmark": papers.pk}, headers=HTMX))
    assert f'name="mark" value="{papers.pk}"' in part
    assert "Readiness to buy: 0 of 100" in part


def test_without_scripts_it_is_a_page(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    anna = visitor(cast.anna)
    assert anna.post(url_of(deal), {"mark": papers.pk}).headers["Location"] == url_of(deal)
    page = text_of(anna.get(url_of(deal)))
    assert "Asks for the contract" in page
    assert "In the day plan it stands by a chance of" in page


def test_the_card_draws_the_gauge_by_itself_and_asks_for_the_rest(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    SignalMark.mark(deal, papers, by=cast.anna)
    page = text_of(visitor(cast.anna).get(reverse("deal:card", args=[deal.pk])))
    assert f'hx-get="{url_of(deal)}"' in page
    assert "Readiness to buy: 40 of 100" in page


def test_a_touch_asks_for_the_signals_anew(cast: Cast, deal: Deal) -> None:
    answer = visitor(cast.anna).post(
        reverse("deal:touches", args=[deal.pk]), {"as": "note", "text": "Asks for terms"}, headers=HTMX
    )
    assert "deal:touched" in answer.headers["HX-Trigger"]


def test_who_sees_and_who_marks(cast: Cast, deal: Deal, papers: BuyingSignal) -> None:
    said = {"mark": papers.pk}
    assert visitor(cast.sergey).post(url_of(deal), said).status_code == 302
    assert [visitor(one).post(url_of(deal), said).status_code for one in (cast.igor, cast.boris, cast.olga)] == [
        403,
        403,
        404,
    ]
    assert visitor(cast.olga).get(url_of(deal)).status_code == 404
    assert "<button" not in text_of(visitor(cast.boris).get(url_of(deal), headers=HTMX))
    assert is_sign_in(visitor().get(url_of(deal)))
    assert is_sign_in(visitor().post(url_of(deal), said))
    assert visitor(cast.anna).post(url_of(deal), {"mark": "nonsense"}).status_code == 404


def test_the_panel_costs_few_queries(
    cast: Cast, deal: Deal, papers: BuyingSignal, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    SignalMark.mark(deal, papers, by=cast.anna)
    deal.log_touch(by=cast.anna, channel="call")
    anna = visitor(cast.anna)
    anna.get(url_of(deal), headers=HTMX)
    with django_assert_max_num_queries(10):
        part = text_of(anna.get(url_of(deal), headers=HTMX))
    assert "First impression" in part  # the talk is gone through in the same place


def test_a_head_keeps_the_checklist(cast: Cast, papers: BuyingSignal) -> None:
    head = visitor(cast.sergey)
    head.post(reverse("signals:index"), {"new-name": "Calls himself", "new-weight": "35"})
    assert BuyingSignal.objects.get(name="Calls himself").weight == 35
    prefix = f"signal-{papers.pk}"
    head.post(
        reverse("signals:change", args=[papers.pk]), {f"{prefix}-name": "Asks for papers", f"{prefix}-weight": "55"}
    )
    papers.refresh_from_db()
    assert (papers.name, papers.weight) == ("Asks for papers", 55)
    head.post(reverse("signals:retirement", args=[papers.pk]))
    assert "Asks for papers" in text_of(head.get(reverse("signals:index")))
    head.post(reverse("signals:restoration", args=[papers.pk]))
    papers.refresh_from_db()
    assert not papers.is_retired


@pytest.mark.parametrize("weight", ["", "0", "91", "much"])
def test_a_wrong_weight_is_said_in_its_place(cast: Cast, papers: BuyingSignal, weight: str) -> None:
    prefix = f"signal-{papers.pk}"
    said = {f"{prefix}-name": "Typed words", f"{prefix}-weight": weight}
    answer = visitor(cast.sergey).post(reverse("signals:change", args=[papers.pk]), said)
    assert answer.status_code == 422
    assert "Typed words" in text_of(answer)
    papers.refresh_from_db()
    assert papers.weight == 40


def test_only_heads_come_in(cast: Cast, papers: BuyingSignal) -> None:
    index = reverse("signals:index")
    posts = [reverse(f"signals:{name}", args=[papers.pk]) for name in ("change", "retirement", "restoration")]
    for user in (cast.anna, cast.olga, cast.boris):
        assert visitor(user).get(index).status_code == 403
        assert {visitor(user).post(url).status_code for url in [*posts, index, reverse("signals:ready")]} == {403}
    assert is_sign_in(visitor().get(index))
    BuyingSignal.objects.filter(preset="details").delete()
    visitor(cast.vera).post(reverse("signals:ready"))
    assert BuyingSignal.objects.filter(preset="details").exists()
