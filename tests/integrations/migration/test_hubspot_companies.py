"""An export of HubSpot's companies."""

from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.integrations.migration.exports import csv_of, load, workbook_of
from tests.integrations.migration.hubspot_files import COMPANIES, company
from vedu.clients.client import Client
from vedu.clients.imports import undoing
from vedu.clients.imports.external_id import ExternalId


@pytest.mark.parametrize(("encoding", "delimiter"), [("utf-8-sig", ","), ("cp1251", ";")])
def test_companies_come_in_whole(tmp_path: Path, cast: Cast, encoding: str, delimiter: str) -> None:
    changes = {"City": "Самара"}
    run = load(csv_of(tmp_path, COMPANIES, [company(1, **changes), company(2)], encoding, delimiter), cast)

    assert (run.format, run.new) == ("hubspot-companies", 2)
    acme = Client.objects.get(name="Acme 1")
    assert (acme.city, acme.about, acme.owner, acme.kind) == ("Самара", "RETAIL", cast.anna, "company")
    assert {point.value for point in acme.points.all()} == {"+16175550001", "acme1.example"}
    assert timezone.localtime(acme.created_at).strftime("%d.%m.%Y %H:%M") == "05.11.2023 09:30"


def test_namesakes_stay_two_and_are_known_again(tmp_path: Path, cast: Cast) -> None:
    path = csv_of(tmp_path, COMPANIES, [company(n, **{"Company name": "Acme"}) for n in (1, 2)])

    run = load(path, cast)

    assert run.new == 2
    assert set(ExternalId.objects.values_list("external_id", flat=True)) == {"company:101", "company:102"}
    assert load(path, cast).counts == {"new": 0, "existing": 0, "unchanged": 2, "refused": 0}
    undoing.undo(run, by=cast.adam)
    assert not Client.objects.exists()


def test_days_of_a_workbook_may_be_numbers(tmp_path: Path, cast: Cast) -> None:
    load(workbook_of(tmp_path, COMPANIES, [company(1, **{"Create Date": 45352.5, "Record ID": 101})]), cast)

    made = timezone.localtime(Client.objects.get().created_at)
    assert made.strftime("%d.%m.%Y %H:%M") == "01.03.2024 12:00"
    assert ExternalId.objects.get().external_id == "company:101"
