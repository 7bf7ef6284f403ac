"""Undoing a run of deals leaves the base as it was, but for what people have worked on."""

from pathlib import Path

from tests.cast import Cast
from tests.sales.imports.deal_files import deals
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.run import ImportRun
from vedu.foundation.search.entry import SearchEntry
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.deals.totals import StageTotal
from vedu.sales.touches.task import Task

OPEN = "1,Короба,100,Needs,Anna Kotova,01.10.2026,,,Волга,89126401822"
LOST = "3,Плёнка,700,Lost,Igor Belov,01.02.2024,15.03.2024,Тендер,Кама,"


def undo(run: ImportRun, cast: Cast) -> ImportRun:
    undoing.undo(run, by=cast.adam)
    return ImportRun.objects.get(pk=run.pk)


def test_deals_go_with_their_clients_and_totals(tmp_path: Path, cast: Cast) -> None:
    run = undo(deals(tmp_path, OPEN, LOST, by=cast.adam), cast)

    assert (run.phase, run.kept) == ("undone", [])
    for model in (Deal, Client, Task, SearchEntry, ExternalId):
        assert not model.objects.exists(), model
    assert not StageTotal.objects.filter(deals__gt=0).exists()
    assert not RefusalReason.objects.filter(code="not_stated").exists()


def test_a_deal_that_moved_since_stays_with_its_client(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, OPEN, OPEN.replace("1,", "2,", 1), by=cast.adam)
    moved = Deal.objects.order_by("pk")[0]
    moved.move_to(cast.stage(2), by=cast.anna)

    run = undo(run, cast)

    assert list(Deal.objects.all()) == [moved]
    assert {(entry["kind"], entry["id"]) for entry in run.kept} == {("deal", moved.pk), ("client", moved.client_id)}
    client = Client.objects.get()
    assert (client.owner, client.open_deals) == (cast.anna, 1)
    assert sum(StageTotal.objects.values_list("deals", flat=True)) == 1


def test_a_client_that_was_here_before_is_as_it_was(tmp_path: Path, cast: Cast) -> None:
    client = cast.client("Волга")
    run = deals(tmp_path, OPEN, by=cast.adam)

    undo(run, cast)

    client.refresh_from_db()
    assert (client.owner, client.open_deals, client.stepless_deals) == (None, 0, 0)
    assert not client.points.exists()


def test_a_return_that_somebody_has_done_keeps_its_deal(tmp_path: Path, cast: Cast) -> None:
    run = deals(tmp_path, OPEN, by=cast.adam)
    deal = Deal.objects.get()
    deal.log_touch(by=cast.anna, channel="call", text="звонил")

    assert [entry["kind"] for entry in undo(run, cast).kept] == ["deal", "client"]
