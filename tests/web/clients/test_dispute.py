"""/clients/<id>/dispute/: ownership beside touches (OWN-6)."""

from datetime import datetime, timedelta

import pytest
from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.clients.ownership import pass_to
from vedu.sales.touches.touch import Touch
from vedu.web.clients.dispute import Dispute

NOW = timezone.now()


def ago(days: int) -> datetime:
    return NOW - timedelta(days=days)


@pytest.fixture
def client(cast: Cast) -> Client:
    """Free for ten days, Anna's for forty, Igor's since; each of them touched it, in his time and in the other's."""
    client = Client.add(name="Northern Bakery", by=cast.anna, at=ago(100))
    Touch.log(client, by=cast.igor, channel="call", outcome="no_answer", at=ago(95))
    client.claim(by=cast.anna, at=ago(90))
    Touch.log(client, by=cast.anna, channel="call", at=ago(80))
    Touch.log(client, by=cast.anna, channel="email", outcome="sent", at=ago(70))
    Touch.log(client, by=cast.igor, channel="call", at=ago(60))
    Handover.request(client, by=cast.igor, why="They know me", at=ago(55)).decline(by=cast.anna, why="No")
    pass_to(client, cast.igor, by=cast.sergey, why="So decided", cause="decision", at=ago(50))  # type: ignore[arg-type]
    Touch.log(client, by=cast.igor, channel="call", at=ago(40))
    return client


def test_free_times_stand_between_the_periods(cast: Cast, client: Client) -> None:
    found = Dispute(client, NOW).stretches
    assert [(one.owner_id, one.days(NOW)) for one in found] == [(None, 10), (cast.anna.pk, 40), (cast.igor.pk, 50)]


def test_touches_are_counted_by_who_led_then(cast: Cast, client: Client) -> None:
    dispute = Dispute(client, NOW)
    assert dispute.touches == {cast.anna.pk: 2, cast.igor.pk: 3}
    assert dispute.talks == {cast.anna.pk: 1, cast.igor.pk: 2}
    assert dispute.touches_while_leading == {cast.anna.pk: 2, cast.igor.pk: 1}
    assert dispute.stretches[1].touches == {cast.anna.pk: 2, cast.igor.pk: 1}
    assert dispute.days_leading == {cast.anna.pk: 40, cast.igor.pk: 50}


def test_months_tell_the_owner_s_touches_from_those_of_others(cast: Cast, client: Client) -> None:
    months = Dispute(client, NOW).months
    assert sum(month.led for month in months) == 3
    assert sum(month.others[cast.igor.pk] for month in months) == 2
    assert [(month.year, month.month) for month in months] == sorted(
        {(month.year, month.month) for month in months}, reverse=True
    )


def test_the_page_sets_them_side_by_side(cast: Cast, client: Client) -> None:
    page = text_of(visitor(cast.sergey).get(f"/clients/{client.pk}/dispute/"))
    assert "Others worked: Igor Belov 1" in page
    assert "Igor Belov asked for the client: They know me (declined)" in page
    assert "by the head's decision (Sergey Lapin): So decided" in page.replace("&#x27;", "'")
    assert "2 touches, 1 of them a conversation" in page
    assert "leads now" in page


def test_a_decision_over_the_owner_is_shown(cast: Cast, client: Client) -> None:
    client.refresh_from_db()
    cast.deal(owner=cast.igor, client=client)
    client.refresh_from_db()
    Touch.log(client, by=cast.sergey, channel="call", override_reason="He is ill")
    page = text_of(visitor(cast.sergey).get(f"/clients/{client.pk}/dispute/"))
    assert "Sergey Lapin worked with it as the head: He is ill" in page


def test_a_client_nobody_touched_has_a_page_too(cast: Cast) -> None:
    page = text_of(visitor(cast.anna).get(f"/clients/{cast.client().pk}/dispute/"))
    assert "Nobody has led this client or worked with it yet." in page


@pytest.mark.parametrize(("who", "status"), [("anna", 200), ("igor", 200), ("sergey", 200), ("olga", 403)])
def test_who_sees_the_client_sees_it(cast: Cast, client: Client, who: str, status: int) -> None:
    assert visitor(getattr(cast, who)).get(f"/clients/{client.pk}/dispute/").status_code == status


def test_a_stranger_signs_in_first(client: Client) -> None:
    assert is_sign_in(visitor().get(f"/clients/{client.pk}/dispute/"))


def test_the_card_leads_here(cast: Cast, client: Client) -> None:
    assert f"/clients/{client.pk}/dispute/" in text_of(visitor(cast.igor).get(f"/clients/{client.pk}/"))


def test_many_touches_cost_no_more(
    cast: Cast, client: Client, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    for day in range(30):
        Touch.log(client, by=cast.igor, channel="call", at=ago(day))
    browser = visitor(cast.igor)
    with django_assert_max_num_queries(12):
        browser.get(f"/clients/{client.pk}/dispute/")
