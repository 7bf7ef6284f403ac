"""POST /clients/<id>/ownership: one wins, the other is told who (OWN-5)."""

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.claim_limit import ClaimLimit
from vedu.clients.client import Client


def address(client: Client) -> str:
    return f"/clients/{client.pk}/ownership"


def test_whoever_claims_first_leads(cast: Cast) -> None:
    client = cast.client()
    response = visitor(cast.olga).post(address(client), headers=HTMX)
    assert response.status_code == 200
    assert "You lead this client" in text_of(response)
    client.refresh_from_db()
    assert client.owner == cast.olga


def test_the_second_is_told_the_winner_and_may_ask(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    response = visitor(cast.igor).post(address(client), headers=HTMX)
    assert response.status_code == 409
    page = text_of(response)
    assert "Anna Kotova" in page
    assert f'href="/clients/{client.pk}/handovers"' in page
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_the_list_gets_its_row_anew(cast: Cast) -> None:
    client = cast.client()
    response = visitor(cast.anna).post(address(client), {"part": "row"}, headers=HTMX)
    assert text_of(response).lstrip().startswith(f'<tr id="client-{client.pk}">')
    assert "Anna Kotova" in text_of(response)
    assert "/ownership" not in text_of(response)


def test_the_pool_is_told_that_it_is_yours_now(cast: Cast) -> None:
    ClaimLimit.objects.create(role="seller", clients=2)
    client = cast.client()
    page = text_of(visitor(cast.anna).post(address(client), {"part": "pool"}, headers=HTMX))
    assert "yours now" in page
    assert f'href="/clients/{client.pk}/"' in page
    assert "You have 1 of 2 without a deal" in page


def test_the_second_in_the_pool_hears_who_was_faster(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    response = visitor(cast.igor).post(address(client), {"part": "pool"}, headers=HTMX)
    assert (response.status_code, response.headers["X-Vedu-Refused"]) == (409, "client-led")
    assert "Anna Kotova" in text_of(response)


def test_without_scripts_the_card_follows(cast: Cast) -> None:
    client = cast.client()
    response = visitor(cast.anna).post(address(client))
    assert (response.status_code, response.headers["Location"]) == (302, f"/clients/{client.pk}/")


def test_a_limit_is_explained(cast: Cast) -> None:
    ClaimLimit.objects.create(role="seller", clients=1)
    cast.client("First", owner=cast.anna)
    response = visitor(cast.anna).post(address(cast.client("Second")), headers=HTMX)
    assert response.status_code == 409
    assert "You already keep 1 clients" in text_of(response)


def test_the_accountant_may_not(cast: Cast) -> None:
    assert visitor(cast.boris).post(address(cast.client()), headers=HTMX).status_code == 403


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().post(address(cast.client())))


def test_looking_at_the_address_claims_nothing(cast: Cast) -> None:
    assert visitor(cast.anna).get(address(cast.client())).status_code == 405
