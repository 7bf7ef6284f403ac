"""GET /head/: the head's morning."""

from datetime import timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.handover import Handover
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal


def morning(user: User) -> str:
    response = visitor(user).get("/head/")
    assert response.status_code == 200
    return text_of(response)


def late(deal: Deal) -> Deal:
    """Its call was due three days ago."""
    deal.tasks.get().move_due(timezone.now() - timedelta(days=3), by=deal.owner)
    return deal


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get("/head/"))


@pytest.mark.parametrize("who", ["anna", "olga", "boris"])
def test_those_who_lead_nobody_are_refused(cast: Cast, who: str) -> None:
    assert visitor(getattr(cast, who)).get("/head/").status_code == 403


def test_without_trouble_it_says_so(cast: Cast) -> None:
    cast.deal()
    page = morning(cast.sergey)
    assert "Nobody needs help today" in page
    assert "Every open deal has its next step" in page


def test_money_at_risk_names_the_person_the_deal_and_why(cast: Cast) -> None:
    deal = late(cast.deal(amount=900_000))
    page = morning(cast.sergey)
    assert "<b>1 person</b> needs your help today" in page
    assert "Call is overdue by 3\u00a0days" in page
    assert f'href="/deals/{deal.pk}/"' in page


def test_a_head_sees_his_people_alone(cast: Cast) -> None:
    late(cast.deal(owner=cast.olga))
    page = morning(cast.sergey)
    assert "Olga Orlova" not in page
    assert "Anna Kotova" in page
    assert "Olga Orlova" in morning(cast.vera)


def test_a_request_is_answered_on_the_spot(cast: Cast) -> None:
    handover = Handover.request(cast.deal().client, by=cast.igor, why="They came to me")
    page = morning(cast.sergey)
    assert "They came to me" in page
    assert "<b>1 decision</b> waits for you" in page
    answer = visitor(cast.sergey).post(f"/handovers/{handover.pk}/acceptance", {"part": "line"}, headers=HTMX)
    assert answer.status_code == 200
    assert "They came to me" not in morning(cast.sergey)


def test_neglected_clients_say_why_and_lead_to_the_list(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    page = morning(cast.sergey)
    assert "a deal without a next step" in page
    assert "/clients/?scope=team&amp;state=neglected" in page


def test_the_page_costs_few_queries_however_many_deals(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for number in range(12):
        late(cast.deal(owner=cast.igor if number % 2 else cast.anna, client=None))
    for deal in Deal.objects.all()[:10]:
        deal.tasks.get().complete(by=deal.owner)
    Handover.request(cast.deal().client, by=cast.igor, why="They came to me")
    browser = visitor(cast.sergey)
    with django_assert_max_num_queries(12):
        browser.get("/head/")
