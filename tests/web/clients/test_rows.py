"""Rows of the list."""

from datetime import timedelta

from django.utils import timezone, translation

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.web.clients.rows import Row, rows_of

NOW = timezone.now()


def row(client: Client, cast: Cast, days: int = 0) -> Row:
    client.refresh_from_db()
    with translation.override("en"):
        return rows_of([client], cast.anna, NOW + timedelta(days=days))[0]


def test_a_free_client_may_be_claimed(cast: Cast) -> None:
    client = cast.client()
    found = row(client, cast)
    assert found.claim_url == f"/clients/{client.pk}/ownership"
    assert (found.owner, found.state_words, found.touched) == ("", "free", "never")


def test_a_led_one_names_its_owner_and_cannot_be_claimed(cast: Cast) -> None:
    found = row(cast.deal(owner=cast.igor).client, cast)
    assert (found.owner, found.claim_url, found.deals) == ("Igor Belov", "", "1")


def test_only_a_neglected_one_says_why(cast: Cast) -> None:
    client = cast.deal().client
    assert row(client, cast).why == ""
    assert row(client, cast, days=30).why.startswith("no talk yet")


def test_a_held_one_says_how_long_it_is_his(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    assert row(client, cast).ends == ""
    Client.objects.filter(pk=client.pk).update(hold_days=30)
    assert (row(client, cast).ends, row(client, cast).soon) == ("to the base in 30 days", False)
    assert (row(client, cast, days=27).ends, row(client, cast, days=27).soon) == ("to the base in 3 days", True)


def test_one_who_only_looks_gets_no_button(cast: Cast) -> None:
    assert rows_of([cast.client()], cast.boris, NOW)[0].claim_url == ""
