"""POST /clients/<id>/release: back to the pool."""

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.client import Client


def address(client: Client) -> str:
    return f"/clients/{client.pk}/release"


def test_the_owner_lets_a_held_client_go(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    response = visitor(cast.anna).post(address(client), headers=HTMX)
    assert "Nobody leads this client" in text_of(response)
    client.refresh_from_db()
    assert client.owner is None


def test_a_client_with_a_deal_stays(cast: Cast) -> None:
    client = cast.deal().client
    response = visitor(cast.anna).post(address(client), headers=HTMX)
    assert response.status_code == 409
    assert "Close or hand over the open deals first" in text_of(response)


def test_a_teammate_may_not(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    assert visitor(cast.igor).post(address(client), headers=HTMX).status_code == 403
    client.refresh_from_db()
    assert client.owner == cast.anna


def test_an_outsider_learns_only_who_leads(cast: Cast) -> None:
    response = visitor(cast.olga).post(address(cast.client(owner=cast.anna)), headers=HTMX)
    assert response.status_code == 403
    assert "Anna Kotova" in text_of(response)


def test_a_stranger_signs_in_first(cast: Cast) -> None:
    assert is_sign_in(visitor().post(address(cast.client(owner=cast.anna))))
