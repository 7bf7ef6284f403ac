"""A client passes by agreement: asked or offered, accepted or not (OWN-2)."""

import pytest

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client
from vedu.clients.handover import Handover
from vedu.foundation.people.user import User


def address(client: Client) -> str:
    return f"/clients/{client.pk}/handovers"


def asked(cast: Cast, by: User) -> Handover:
    return Handover.request(cast.deal().client, by=by, why="My region")


def answer(user: User, handover: Handover, word: str, **said: str) -> tuple[int, str]:
    response = visitor(user).post(f"/handovers/{handover.pk}/{word}", said, headers=HTMX)
    handover.client.refresh_from_db()
    return response.status_code, text_of(response)


def test_a_teammate_asks_with_a_reason(cast: Cast) -> None:
    client = cast.deal().client
    response = visitor(cast.igor).post(address(client), {"why": "They came to me"}, headers=HTMX)
    assert "You asked for this client; Anna Kotova has not answered yet" in text_of(response)
    assert Handover.objects.pending().get().receiver == cast.igor


def test_an_outsider_may_ask_and_still_sees_nothing_else(cast: Cast) -> None:
    client = cast.deal().client
    cast.contact(client, "Rita Skvortsova")
    page = text_of(visitor(cast.olga).post(address(client), {"why": "They moved south"}, headers=HTMX))
    assert "You asked for this client" in page
    assert "Skvortsova" not in page


@pytest.mark.parametrize("part", ["row", "pool"])
def test_an_outsider_who_asks_gets_no_row_of_the_client(cast: Cast, part: str) -> None:
    client = cast.deal().client
    page = visitor(cast.olga).post(address(client), {"why": "They moved south", "part": part}, headers=HTMX)
    assert (page.status_code, text_of(page)) == (200, "")


def test_the_form_does_not_name_a_client_to_an_outsider(cast: Cast) -> None:
    client = cast.deal().client
    assert client.name not in text_of(visitor(cast.olga).get(address(client)))
    assert client.name in text_of(visitor(cast.igor).get(address(client)))


def test_the_form_says_who_decides(cast: Cast) -> None:
    page = text_of(visitor(cast.igor).get(address(cast.deal().client), headers=HTMX))
    assert "Anna Kotova decides" in page


def test_a_request_without_words_is_sent_back(cast: Cast) -> None:
    response = visitor(cast.igor).post(address(cast.deal().client), {"why": " "}, headers=HTMX)
    assert response.status_code == 422
    assert "your colleague decides by these words" in text_of(response)


def test_asking_twice_is_refused_in_words(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    response = visitor(cast.igor).post(address(handover.client), {"why": "Again"}, headers=HTMX)
    assert response.status_code == 409
    assert "already waiting for an answer" in text_of(response)


def test_the_owner_offers_to_a_colleague(cast: Cast) -> None:
    client = cast.deal().client
    said = {"to": cast.olga.pk, "why": "They moved south"}
    page = text_of(visitor(cast.anna).post(address(client), said, headers=HTMX))
    assert "You offered this client; Olga Orlova has not answered yet" in page
    assert not Handover.objects.get().is_request


def test_the_owner_gives(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    status, _page = answer(cast.anna, handover, "acceptance")
    assert (status, handover.client.owner) == (200, cast.igor)


def test_the_owner_keeps(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    status, _page = answer(cast.anna, handover, "refusal")
    assert (status, handover.client.owner) == (200, cast.anna)
    assert Handover.objects.get().accepted is False


def test_the_head_may_answer_for_the_owner(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    assert answer(cast.sergey, handover, "acceptance")[0] == 200
    assert handover.client.owner == cast.igor


def test_he_who_asked_may_not_answer_himself(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    status, page = answer(cast.igor, handover, "acceptance")
    assert (status, handover.client.owner) == (403, cast.anna)
    assert "Anna Kotova decides on this" in page


def test_others_do_not_even_find_it(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    assert answer(cast.olga, handover, "acceptance")[0] == 404


def test_an_outsider_who_is_offered_a_client_accepts_it(cast: Cast) -> None:
    handover = Handover.offer(cast.deal().client, cast.olga, by=cast.anna, why="They moved south")
    closed = visitor(cast.olga).get(f"/clients/{handover.client_id}/")
    assert closed.status_code == 403
    assert "Anna Kotova offers you this client" in text_of(closed)
    assert answer(cast.olga, handover, "acceptance")[0] == 200
    assert handover.client.owner == cast.olga


def test_a_line_of_another_page_goes_away_when_answered(cast: Cast) -> None:
    status, page = answer(cast.sergey, asked(cast, cast.igor), "acceptance", part="line")
    assert (status, page) == (200, "")


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    handover = asked(cast, cast.igor)
    assert is_sign_in(visitor().get(address(handover.client)))
    assert is_sign_in(visitor().post(f"/handovers/{handover.pk}/acceptance"))
