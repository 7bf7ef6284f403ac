"""Handovers that wait for the person's own word (OWN-2)."""

from django.utils import timezone
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.visitor import HTMX, visitor
from vedu.clients.handover import Handover
from vedu.web.day.handovers import handovers_of


def test_a_request_waits_for_the_owner(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    handover = Handover.request(client, by=cast.igor, why="I know their buyer")
    (waiting,) = handovers_of(cast.anna, timezone.now())
    assert (waiting.client, waiting.why) == (client.name, "I know their buyer")
    assert "Igor Belov" in waiting.text
    assert waiting.accept_url == f"/handovers/{handover.pk}/acceptance"


def test_an_offer_waits_for_the_receiver(cast: Cast) -> None:
    Handover.offer(cast.client(owner=cast.anna), cast.igor, by=cast.anna, why="On leave")
    assert "Anna Kotova" in handovers_of(cast.igor, timezone.now())[0].text
    assert not handovers_of(cast.anna, timezone.now())


def test_what_is_answered_waits_no_more(cast: Cast) -> None:
    Handover.request(cast.client(owner=cast.anna), by=cast.igor, why="I know their buyer").decline(by=cast.anna)
    assert not handovers_of(cast.anna, timezone.now())


def test_it_asks_the_database_once(cast: Cast, django_assert_num_queries: DjangoAssertNumQueries) -> None:
    Handover.request(cast.client(owner=cast.anna), by=cast.igor, why="I know their buyer")
    handovers_of(cast.anna, timezone.now())
    with django_assert_num_queries(1):
        handovers_of(cast.anna, timezone.now())


def test_the_answer_takes_the_line_away(cast: Cast) -> None:
    handover = Handover.request(cast.client(owner=cast.anna), by=cast.igor, why="I know their buyer")
    response = visitor(cast.anna).post(f"/handovers/{handover.pk}/acceptance", {"part": "line"}, headers=HTMX)
    assert response.content == b""
    handover.client.refresh_from_db()
    assert handover.client.owner == cast.igor
