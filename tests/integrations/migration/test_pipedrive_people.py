"""An export of Pipedrive's people."""

from pathlib import Path

from tests.cast import Cast
from tests.integrations.migration.exports import csv_of, load
from tests.integrations.migration.pipedrive_files import DEALS, PEOPLE, deal, person
from vedu.clients.client import Client
from vedu.clients.imports import undoing


def test_people_come_into_their_organizations(tmp_path: Path, cast: Cast) -> None:
    together = {"Person - Organization": "Elka"}
    run = load(csv_of(tmp_path, PEOPLE, [person(n, **together) for n in range(5)], "cp1251", ";"), cast)

    assert (run.format, run.new, run.existing) == ("pipedrive-people", 1, 4)
    client = Client.objects.get()
    assert (client.name, client.owner, client.contacts.count()) == ("Elka", cast.igor, 5)
    first = client.contacts.get(name="Ann Smith 0")
    assert {point.value for point in first.points.all()} == {"+79121000000", "+79131000000", "ann0@elka.example"}


def test_deals_find_them_by_name(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, PEOPLE, [person(number) for number in range(20)]), cast)

    load(csv_of(tmp_path, DEALS, [deal(number) for number in range(20)]), cast)

    assert Client.objects.count() == 20
    assert all(client.contacts.count() == 1 for client in Client.objects.all())


def test_they_are_known_again_and_may_be_undone(tmp_path: Path, cast: Cast) -> None:
    path = csv_of(tmp_path, PEOPLE, [person(1), person(2, **{"Person - Organization": ""})])
    run = load(path, cast)

    assert {client.kind for client in Client.objects.all()} == {"company", "person"}
    assert load(path, cast).unchanged == 2
    undoing.undo(run, by=cast.adam)
    assert not Client.objects.exists()
