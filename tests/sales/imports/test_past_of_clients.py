"""Closed deals of a file bring the past of their clients: purchases, base kinds, rhythm (BASE-2)."""

from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
import time_machine

from tests.cast import Cast
from tests.sales.imports.deal_files import deals
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.clients.kinds.change import BaseKindChange, LifecycleChange
from vedu.clients.kinds.counts import Whose, months_of
from vedu.clients.kinds.growth import reckon_months

NOON = datetime(2026, 4, 1, 9, tzinfo=UTC)
WON = (
    "1,Короба,1000,Won,Anna Kotova,01.12.2025,10.12.2025,,Волга,",
    "2,Короба,2000,Won,Anna Kotova,01.01.2026,10.01.2026,,Волга,",
    "3,Короба,3000,Won,Anna Kotova,01.02.2026,09.02.2026,,Волга,",
)
LOST = "4,Плёнка,700,Lost,Anna Kotova,01.02.2024,15.03.2024,Тендер,Кама,"
OPEN = "5,Короба,100,Needs,Anna Kotova,01.03.2026,,,Кама,"


@pytest.fixture(autouse=True)
def noon() -> Iterator[None]:
    with time_machine.travel(NOON, tick=False):
        yield


def kinds(name: str) -> list[tuple[str, date]]:
    rows = BaseKindChange.objects.filter(client__name=name, is_reckoned=True).order_by("at", "pk")
    return [(kind, at.date()) for kind, at in rows.values_list("kind", "at")]


def test_purchases_of_the_past_make_a_rhythm(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, *WON, by=cast.adam)
    client = Client.objects.get(name="Волга")
    assert (client.purchases, client.bought, client.lifecycle) == (3, Decimal(6000), "regular")
    assert (client.interval_days, client.interval_spread) == (30, 0)
    assert [kind for kind, _on in kinds("Волга")] == ["current", "dormant"]
    assert client.base_kind == "dormant"


def test_a_refusal_of_the_past_warms(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, LOST, by=cast.adam)
    assert [kind for kind, _on in kinds("Кама")] == ["warm"]
    assert Client.objects.get(name="Кама").base_kind == "warm"


def test_an_open_deal_alone_leaves_a_client_cold(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, OPEN, by=cast.adam)
    assert not BaseKindChange.objects.exists()


def test_who_is_imported_with_a_past_stands_in_its_months(tmp_path: Path, cast: Cast) -> None:
    deals(tmp_path, *WON, by=cast.adam)
    reckon_months(NOON)
    months = dict(months_of(Whose.led(cast.vera)) or months_of(Whose.free()))
    assert {kind: number for kind, number in months[date(2025, 12, 1)].items() if number} == {"current": 1}
    assert sum(list(months.values())[-1].values()) == 1


def test_undoing_takes_the_past_along(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, *WON, by=cast.adam)
    undoing.undo(run, by=cast.adam)
    for model in (Client, BaseKindChange, LifecycleChange):
        assert not model.objects.exists(), model


def test_a_client_that_was_here_before_is_what_it_was(tmp_path: Path, cast: Cast) -> None:
    client = cast.client("Волга", owner=cast.anna)
    run = deals(tmp_path, *WON, by=cast.adam)
    undoing.undo(run, by=cast.adam)
    client.refresh_from_db()
    assert (client.base_kind, client.lifecycle, client.purchases, client.bought) == ("cold", "lead", 0, 0)
    assert (client.interval_days, client.rhythm_ends_at, client.next_purchase_on) == (None, None, None)
