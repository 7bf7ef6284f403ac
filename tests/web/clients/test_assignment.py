"""/clients/<id>/assignment: the head's decision (OWN-2)."""

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client


def address(client: Client) -> str:
    return f"/clients/{client.pk}/assignment"


def test_the_head_is_asked_to_whom_and_why(cast: Cast) -> None:
    page = text_of(visitor(cast.sergey).get(address(cast.deal().client), headers=HTMX))
    assert '<dialog class="v-ask"' in page
    assert "Igor Belov" in page
    assert "Anna Kotova" not in page
    assert 'name="why"' in page


def test_the_client_passes_with_the_reason(cast: Cast) -> None:
    client = cast.deal().client
    said = {"to": cast.igor.pk, "why": "Anna is on leave"}
    response = visitor(cast.sergey).post(address(client), said, headers=HTMX)
    assert "Led by Igor Belov" in text_of(response)
    client.refresh_from_db()
    assert client.owner == cast.igor
    assert client.ownerships.first().why == "Anna is on leave"


def test_without_a_reason_the_words_stay_and_nothing_changes(cast: Cast) -> None:
    client = cast.deal().client
    response = visitor(cast.sergey).post(address(client), {"to": cast.igor.pk, "why": ""}, headers=HTMX)
    assert response.status_code == 422
    assert response.headers["HX-Retarget"] == "#ask"
    assert "Say why the client changes hands" in text_of(response)
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_a_seller_may_not(cast: Cast) -> None:
    client = cast.deal().client
    assert visitor(cast.igor).get(address(client)).status_code == 403
    assert visitor(cast.igor).post(address(client), {"to": cast.igor.pk, "why": "Mine"}).status_code == 403


def test_a_free_client_is_given_without_a_reason(cast: Cast) -> None:
    client = cast.client()
    visitor(cast.sergey).post(address(client), {"to": cast.anna.pk, "why": ""}, headers=HTMX)
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_without_scripts_it_is_a_page(cast: Cast) -> None:
    page = text_of(visitor(cast.sergey).get(address(cast.deal().client)))
    assert "<!doctype html>" in page
    assert "Give the client" in page


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().get(address(cast.deal().client)))
