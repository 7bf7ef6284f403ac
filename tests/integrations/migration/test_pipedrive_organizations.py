"""An export of Pipedrive's organizations."""

from pathlib import Path

from django.utils import timezone

from tests.cast import Cast
from tests.integrations.migration.exports import csv_of, load, workbook_of
from tests.integrations.migration.pipedrive_files import ORGANIZATIONS, PEOPLE, organization, person
from vedu.clients.client import Client


def test_an_organization_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    run = load(csv_of(tmp_path, ORGANIZATIONS, [organization(1)]), cast)

    assert (run.format, run.new) == ("pipedrive-organizations", 1)
    client = Client.objects.get()
    assert (client.name, client.kind, client.owner) == ("Elka 1", "company", cast.igor)
    assert client.requisites.address == "Samara, Lenina 1"


def test_it_meets_its_people_whichever_came_first(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, PEOPLE, [person(1)]), cast)
    load(csv_of(tmp_path, ORGANIZATIONS, [organization(1), organization(2)]), cast)
    load(csv_of(tmp_path, PEOPLE, [person(1), person(2)]), cast)

    assert {client.name: client.contacts.count() for client in Client.objects.all()} == {"Elka 1": 1, "Elka 2": 1}


def test_days_of_a_workbook_may_be_numbers(tmp_path: Path, cast: Cast) -> None:
    load(
        workbook_of(tmp_path, ORGANIZATIONS, [organization(1, **{"Organization - Organization created": 45352})]), cast
    )

    assert timezone.localdate(Client.objects.get().created_at).isoformat() == "2024-03-01"
