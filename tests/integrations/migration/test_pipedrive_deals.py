"""An export of Pipedrive's deals: the stage says where, the status how it ended, the moments when."""

from datetime import date
from pathlib import Path

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from tests.clients.imports.files import why
from tests.integrations.migration.exports import csv_of, load, workbook_of
from tests.integrations.migration.pipedrive_files import DEALS, RUSSIAN, deal
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.foundation.refusal import Missing
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8", ","), ("cp1251", ";")])
def test_deals_come_in_once_and_go_again(tmp_path: Path, cast: Cast, encoding: str, delimiter: str) -> None:
    rows = [deal(number, **{"Deal - Organization": f"Ёлка {number}"}) for number in range(60)]
    path = csv_of(tmp_path, DEALS, rows, encoding, delimiter)

    run = load(path, cast)

    assert (run.format, run.new, run.refused) == ("pipedrive-deals", 60, 0)
    assert {state: Deal.objects.filter(state=state).count() for state in ("open", "won", "lost")} == {
        "open": 20, "won": 20, "lost": 20,
    }  # fmt: skip
    assert load(path, cast).unchanged == 60
    undoing.undo(run, by=cast.adam)
    assert not Deal.objects.exists()
    assert not Client.objects.exists()


def test_an_open_deal_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(3)]), cast)

    one = Deal.objects.get()
    assert (one.name, one.amount, one.currency, one.owner, one.stage) == (
        "Boxes 3", 300, "EUR", cast.igor, cast.stage(3),
    )  # fmt: skip
    assert one.expected_on == date(2026, 12, 31)
    person = one.client.contacts.get()
    assert (one.client.name, person.name) == ("Elka 3", "Ann Smith 3")
    assert {point.value for point in person.points.all()} == {
        "+79121000003", "ann3@elka.example", "office3@elka.example",
    }  # fmt: skip


def test_closed_deals_keep_where_when_and_why(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(1), deal(2)]), cast)

    won, lost = Closing.objects.order_by("pk")
    assert (won.result, won.stage, timezone.localdate(won.at)) == ("won", cast.stage(3), date(2024, 5, 2))
    assert (lost.result, lost.stage, lost.reason.code, timezone.localdate(lost.at)) == (
        "lost", cast.stage(3), "expensive", date(2024, 5, 3),
    )  # fmt: skip


def test_a_deal_that_was_opened_anew_is_open(tmp_path: Path, cast: Cast) -> None:
    load(
        csv_of(tmp_path, DEALS, [deal(3, **{"Deal - Lost time": "2024-05-01", "Deal - Expected close date": ""})]), cast
    )

    assert (Deal.objects.get().state, Deal.objects.get().expected_on) == ("open", None)


@pytest.mark.parametrize(
    ("language", "sentence"),
    [
        ("en", "“Deleted” says neither won, lost nor open."),
        ("ru", "«Deleted» не говорит, выиграна сделка, проиграна или открыта."),
    ],
)
def test_what_was_deleted_there_is_refused_in_words(tmp_path: Path, cast: Cast, language: str, sentence: str) -> None:
    with translation.override(language):
        run = load(csv_of(tmp_path, DEALS, [deal(1, **{"Deal - Status": "Deleted"})]), cast)

    assert (run.new, why(run)) == (0, [(2, "result-unknown")])
    assert run.refused_rows.get().sentence == sentence


def test_the_next_export_knows_a_deal_by_its_birth_though_it_has_moved(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(3)]), cast)
    later = {
        "Deal - Stage": "Objections",
        "Deal - Value": 9000,
        "Deal - Status": "Won",
        "Deal - Won time": "2024-06-01",
    }

    assert load(csv_of(tmp_path, DEALS, [deal(3, **later)]), cast).unchanged == 1


def test_a_workbook_with_numbers_for_days_has_the_same_deals(tmp_path: Path, cast: Cast) -> None:
    created, won = 45323.375, 45414.75
    numbers = {"Deal - Deal created": created, "Deal - Won time": won, "Deal - Expected close date": 46387}
    written = {"Deal - Deal created": "2024-02-01 09:00:00", "Deal - Won time": "2024-05-02 18:00:00"}

    run = load(workbook_of(tmp_path, DEALS, [deal(1, **numbers)]), cast)

    assert (run.survey["how"], run.new) == ("XLSX", 1)
    closing = Closing.objects.get()
    assert timezone.localtime(closing.deal.opened_at).strftime("%d.%m.%Y %H:%M") == "01.02.2024 09:00"
    assert timezone.localtime(closing.at).strftime("%d.%m.%Y %H:%M") == "02.05.2024 18:00"
    assert load(csv_of(tmp_path, DEALS, [deal(1, **written)]), cast).unchanged == 1


def test_the_russian_export_is_known(tmp_path: Path, cast: Cast) -> None:
    row = {RUSSIAN[header]: text for header, text in deal(2).items() if header in RUSSIAN}

    run = load(csv_of(tmp_path, list(row), [row | {"Сделка - Статус": "Проиграна"}], "cp1251", ";"), cast)

    assert (run.format, run.new) == ("pipedrive-deals", 1)
    assert Closing.objects.get().reason.code == "expensive"


def test_stages_that_are_not_matched_stop_the_import(tmp_path: Path, cast: Cast) -> None:
    path = csv_of(tmp_path, DEALS, [deal(1, **{"Deal - Stage": "Demo"}), deal(2)])

    with pytest.raises(Missing) as refusal:
        load(path, cast)

    assert [reason.facts["stage"] for reason in refusal.value.reasons] == ["Sales / Demo"]
    assert not Client.objects.exists()
    assert load(path, cast, stages={"Demo": "skip"}).new == 1


@pytest.mark.parametrize(("who", "owner"), [("anna", "anna"), ("igor", "igor"), ("sergey", "igor"), ("olga", "olga")])
def test_the_word_of_the_file_counts_for_people_one_leads(tmp_path: Path, cast: Cast, who: str, owner: str) -> None:
    load(csv_of(tmp_path, DEALS, [deal(3)]), cast, by=getattr(cast, who))

    assert Deal.objects.get().owner.username == owner
