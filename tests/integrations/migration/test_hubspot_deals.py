"""An export of HubSpot's deals."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.integrations.migration.exports import csv_of, load, workbook_of
from tests.integrations.migration.hubspot_files import COMPANIES, DEALS, company, deal
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.foundation.refusal import Missing
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal

NAMELESS = {"Associated Company": "", "Associated Contact": "", "Associated Contact IDs": ""}
BARE = ["Record ID", "Deal Name", "Deal Stage", "Pipeline", "Close Date", "Deal owner", "Amount", "Last Activity Date"]


def test_deals_find_their_companies_by_number(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, COMPANIES, [company(n, **{"Company name": "Acme"}) for n in range(30)]), cast)
    path = csv_of(tmp_path, DEALS, [deal(number, **NAMELESS) for number in range(30)])

    run = load(path, cast)

    assert (run.format, run.new, run.notes) == ("hubspot-deals", 30, {})
    assert Client.objects.count() == 30
    assert all(one.client.points.filter(value=f"acme{n}.example").exists() for n, one in enumerate(_in_order()))
    assert load(path, cast).unchanged == 30
    undoing.undo(run, by=cast.adam)
    assert (Deal.objects.count(), Client.objects.count()) == (0, 30)


def test_an_open_deal_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(3)], "cp1251", ";"), cast)

    one = Deal.objects.get()
    assert (one.name, one.amount, one.currency, one.owner) == ("Boxes 3", Decimal("3250.50"), "USD", cast.anna)
    assert (one.stage, one.state, one.expected_on) == (cast.stage(3), "open", date(2024, 5, 4))
    assert timezone.localtime(one.opened_at).strftime("%d.%m.%Y %H:%M") == "04.02.2024 09:00"
    person = one.client.contacts.get()
    assert (one.client.name, person.name, person.points.get().value) == ("Acme 3", "Ann Smith 3", "ann3@acme.example")


def test_the_end_is_known_by_label_and_by_code(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, DEALS, [deal(1), deal(2), deal(4, **{"Deal Stage": "closedwon"})]), cast)

    won, lost, coded = Closing.objects.order_by("pk")
    assert (won.result, won.stage, timezone.localdate(won.at)) == ("won", cast.stage(7), date(2024, 5, 2))
    assert (lost.result, lost.reason.code, lost.note) == ("lost", "expensive", "")
    assert coded.result == "won"


def test_a_stage_of_ones_own_that_won_is_known_by_its_column(tmp_path: Path, cast: Cast) -> None:
    headers, yes, no = [*DEALS, "Is Closed Won"], {"Is Closed Won": "true"}, {"Is Closed Won": "false"}
    stage = {"Deal Stage": "Contract signed"}

    load(csv_of(tmp_path, headers, [deal(0, **stage, **yes), deal(1, **no)]), cast, stages={"Contract signed": "Needs"})

    assert dict(Deal.objects.values_list("name", "state")) == {"Boxes 0": "won", "Boxes 1": "won"}
    assert Deal.objects.get(name="Boxes 0").stage == cast.stage(3)


def test_a_bare_export_names_its_clients_after_the_deals(tmp_path: Path, cast: Cast) -> None:
    run = load(csv_of(tmp_path, BARE, [deal(0)]), cast)

    assert (run.format, run.notes) == ("hubspot-deals", {"deal-of-stranger": 1})
    assert Client.objects.get().name == "Boxes 0 · 500"


def test_days_of_a_workbook_may_be_numbers(tmp_path: Path, cast: Cast) -> None:
    load(workbook_of(tmp_path, DEALS, [deal(1, **{"Create Date": 45352.375, "Close Date": 45383.604166666664})]), cast)

    closing = Closing.objects.get()
    assert timezone.localtime(closing.deal.opened_at).strftime("%d.%m.%Y %H:%M") == "01.03.2024 09:00"
    assert timezone.localtime(closing.at).strftime("%d.%m.%Y %H:%M") == "01.04.2024 14:30"


def test_stages_are_asked_about_without_their_pipeline(tmp_path: Path, cast: Cast) -> None:
    path = csv_of(tmp_path, DEALS, [deal(0, **{"Deal Stage": "Appointment scheduled (Sales Pipeline)"})])

    with pytest.raises(Missing) as refusal:
        load(path, cast)

    assert [reason.facts["stage"] for reason in refusal.value.reasons] == ["Sales Pipeline / Appointment scheduled"]
    assert not Client.objects.exists()
    assert load(path, cast, stages={"Appointment scheduled": "Objections"}).new == 1


def _in_order() -> list[Deal]:
    return list(Deal.objects.order_by("pk").select_related("client"))
