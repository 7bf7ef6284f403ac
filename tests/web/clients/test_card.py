"""GET /clients/<id>/."""

from datetime import timedelta

import pytest
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast, step
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.foundation.people.user import User
from vedu.sales.talk.committee import CommitteeMember


def card(client: Client, user: User) -> str:
    response = visitor(user).get(f"/clients/{client.pk}/")
    assert response.status_code == 200
    return text_of(response)


def test_the_owner_sees_everything_and_may_hand_over(cast: Cast) -> None:
    client = cast.deal().client
    contact = cast.contact(client)
    ContactPoint.add(client, contact=contact, kind="phone", value="89126401822", is_official=False, by=cast.anna)
    page = card(client, cast.anna)
    assert "You lead this client" in page
    assert "Hand over to a colleague" in page
    assert 'href="tel:+79126401822"' in page
    assert "+7 912 640-18-22" in page
    assert "personal" in page
    assert "Cake boxes" in page
    assert 'id="composer"' in page


def test_a_teammate_looks_and_may_ask(cast: Cast) -> None:
    page = card(cast.deal().client, cast.igor)
    assert "Led by Anna Kotova" in page
    assert "Ask for a handover" in page
    assert "Add a person" not in page
    assert 'id="composer"' not in page


def test_the_head_may_give_it_to_another(cast: Cast) -> None:
    page = card(cast.deal().client, cast.sergey)
    assert "Give to another" in page
    assert "Ask for a handover" not in page


def test_the_accountant_has_no_buttons(cast: Cast) -> None:
    page = card(cast.deal().client, cast.boris)
    assert "Ask for a handover" not in page
    assert "Add a person" not in page


def test_an_outsider_learns_who_leads_and_nothing_else(cast: Cast) -> None:
    client = cast.deal().client
    cast.contact(client, "Rita Skvortsova")
    response = visitor(cast.olga).get(f"/clients/{client.pk}/")
    page = text_of(response)
    assert response.status_code == 403
    assert "Led by Anna Kotova" in page
    assert "since" in page
    assert f'href="/clients/{client.pk}/handovers"' in page
    assert "Skvortsova" not in page
    assert "Cake boxes" not in page
    assert client.name not in page


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get(f"/clients/{cast.client().pk}/"))


def test_a_client_that_is_not_there(cast: Cast) -> None:
    assert visitor(cast.anna).get("/clients/1000000/").status_code == 404


def test_a_free_client_is_open_and_may_be_claimed(cast: Cast) -> None:
    page = card(cast.client(), cast.olga)
    assert "Nobody leads this client" in page
    assert "/ownership" in page


def test_a_held_client_may_be_released(cast: Cast) -> None:
    assert "/release" in card(cast.client(owner=cast.anna), cast.anna)
    assert "/release" not in card(cast.deal().client, cast.anna)


def test_a_neglected_client_says_why(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    page = card(deal.client, cast.anna)
    assert "v-owner grow neglected" in page
    assert "a deal without a next step" in page


def test_the_role_in_the_purchase_stands_beside_the_person(cast: Cast) -> None:
    deal = cast.deal()
    CommitteeMember.name_role(deal, cast.contact(deal.client), "decision_maker", by=cast.anna)
    assert "decision maker" in card(deal.client, cast.anna)


def test_a_handover_that_waits_is_shown_to_those_who_decide(cast: Cast) -> None:
    client = cast.deal().client
    Handover.request(client, by=cast.igor, why="They came to me")
    mine, heads, asked = card(client, cast.anna), card(client, cast.sergey), card(client, cast.igor)
    assert "Igor Belov asks for this client" in mine
    assert "They came to me" in mine
    assert "/acceptance" in mine
    assert "/acceptance" in heads
    assert "/acceptance" not in asked
    assert "Ask for a handover" not in asked


def test_a_new_deal_begins_on_the_card_of_those_who_may_open_it(cast: Cast) -> None:
    client = cast.deal().client
    link = f"/deals/new/?client={client.pk}"
    assert link in card(client, cast.anna)
    assert link not in card(client, cast.igor)


@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "vera"])
def test_a_full_card_costs_few_queries(
    cast: Cast, who: str, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    client = cast.deal().client
    client.assign(cast.anna, by=cast.vera, why="") if client.owner is None else None
    for number in range(6):
        cast.deal(client=client).plan(step(days=number + 2), by=cast.anna)
        contact = cast.contact(client, f"Person {number}")
        ContactPoint.add(client, contact=contact, kind="phone", value=f"+7912640182{number}", by=cast.anna)
    cast.at_stage(2, client=client).lose(by=cast.anna, reason=cast.reason())
    browser = visitor(getattr(cast, who))
    with django_assert_max_num_queries(12):
        browser.get(f"/clients/{client.pk}/")


def test_a_lost_deal_says_why_and_when_to_return(cast: Cast) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason("expensive"), return_on=(deal.opened_at + timedelta(days=60)).date())
    page = card(deal.client, cast.anna)
    assert cast.reason("expensive").name in page
    assert "Return ·" in page
