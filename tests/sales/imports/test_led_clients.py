"""A row that would open a deal with a colleague's client is refused like everywhere else (OWN-2)."""

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.clients.imports.files import why
from tests.sales.imports.deal_files import deals
from vedu.clients.client import Client
from vedu.clients.protection import led_by_another
from vedu.sales.deals.deal import Deal

IGORS = "1,Короба,1,Needs,Igor Belov,,,,Волга,"
PAST = "2,Лотки,5000,Won,Igor Belov,01.02.2024,15.03.2024,,Волга,"


@pytest.fixture
def led(cast: Cast) -> Client:
    """«Волга» is led by Anna."""
    client = cast.client("Волга", owner=cast.anna)
    cast.deal(owner=cast.anna, client=client)
    client.refresh_from_db()
    return client


@pytest.mark.parametrize("who", ["igor", "adam", "sergey", "olga"])
def test_nobody_opens_a_deal_with_it_by_import(tmp_path: Path, cast: Cast, led: Client, who: str) -> None:
    run = deals(tmp_path, IGORS, by=getattr(cast, who))

    assert why(run) == [(2, "client-led")]
    assert run.refused_rows.get().sentence == led_by_another(led).reasons[0].sentence
    assert Deal.objects.count() == 1


def test_the_installation_itself_does_not_either(tmp_path: Path, cast: Cast, led: Client) -> None:
    assert why(deals(tmp_path, IGORS, by=None)) == [(2, "client-led")]


def test_its_owner_gets_his_deal(tmp_path: Path, cast: Cast, led: Client) -> None:
    run = deals(tmp_path, IGORS.replace("Igor Belov", "Anna Kotova"), by=cast.adam)

    assert run.new == 1
    led.refresh_from_db()
    assert led.open_deals == 2


def test_a_held_client_is_reserved_for_its_owner(tmp_path: Path, cast: Cast) -> None:
    cast.client("Волга", owner=cast.anna)

    assert why(deals(tmp_path, IGORS, by=cast.adam)) == [(2, "client-led")]


def test_past_deals_of_others_are_written_down_by_the_head_only(tmp_path: Path, cast: Cast, led: Client) -> None:
    assert why(deals(tmp_path, PAST, by=cast.igor)) == [(2, "client-led")]

    assert deals(tmp_path, PAST, by=cast.sergey).new == 1
    led.refresh_from_db()
    assert (led.owner, led.open_deals) == (cast.anna, 1)


def test_sellers_who_share_a_client_in_one_file_leave_it_to_the_first(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, IGORS, "3,Ящики,1,Needs,Anna Kotova,,,,Волга,", PAST, by=cast.adam)

    assert run.new == 3
    assert run.notes == {"deal-passed": 1}
    assert Client.objects.get().owner == cast.igor
    assert set(Deal.objects.open().values_list("owner__username", flat=True)) == {"igor"}


def test_what_one_run_gave_to_igor_another_run_does_not_give_to_anna(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, IGORS, by=cast.adam)

    assert why(deals(tmp_path, "3,Ящики,1,Needs,Anna Kotova,,,,Волга,", by=cast.adam)) == [(2, "client-led")]


def test_a_seller_imports_deals_for_himself(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, IGORS, by=cast.anna)

    assert Deal.objects.get().owner == cast.anna
