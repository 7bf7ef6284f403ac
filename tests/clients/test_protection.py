"""OWN-2 as a question: may this person work with the client."""

from tests.cast import Cast


def test_a_free_client_is_open_to_all_who_sell(cast: Cast) -> None:
    client = cast.client()
    assert client.is_workable_by(cast.anna)
    assert client.is_workable_by(cast.olga)
    assert not client.is_workable_by(cast.boris)


def test_a_led_client_is_open_to_its_owner_alone(cast: Cast) -> None:
    client = cast.deal().client
    assert client.is_workable_by(cast.anna)
    assert not client.is_workable_by(cast.igor)
    assert not client.is_workable_by(cast.sergey)


def test_a_held_client_only_reserves_deals(cast: Cast) -> None:
    assert cast.client(owner=cast.anna).is_workable_by(cast.igor)
