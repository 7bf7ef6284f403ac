"""An export of HubSpot's contacts: each finds the company that came before him by its number."""

from pathlib import Path

from tests.cast import Cast
from tests.clients.imports.files import why
from tests.integrations.migration.exports import csv_of, load
from tests.integrations.migration.hubspot_files import COMPANIES, CONTACTS, company, contact
from vedu.clients.client import Client
from vedu.clients.imports import undoing

ALONE = {"Company Name": "", "Associated Company": "", "Associated Company IDs": ""}


def test_people_come_into_their_companies_by_number_whatever_these_are_called(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, COMPANIES, [company(n, **{"Company name": "Acme"}) for n in range(10)]), cast)

    run = load(csv_of(tmp_path, CONTACTS, [contact(number) for number in range(20)]), cast)

    assert (run.format, run.counts) == (
        "hubspot-contacts", {"new": 0, "existing": 20, "unchanged": 0, "refused": 0},
    )  # fmt: skip
    assert Client.objects.count() == 10
    people = {client.contacts.count() for client in Client.objects.all()}
    assert people == {2}


def test_a_person_comes_in_whole(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, CONTACTS, [contact(6)], "cp1251", ";"), cast)

    client = Client.objects.get()
    person = client.contacts.get()
    assert (client.name, client.owner, person.name, person.job_title) == ("Acme 3", cast.anna, "Ann Smith 6", "CFO")
    assert {point.value for point in person.points.all()} == {"+12125550006", "+12135550006", "ann6@acme.example"}


def test_a_company_of_which_there_is_but_the_number_is_called_by_it(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, COMPANIES, [company(0)]), cast)
    nameless = {"Company Name": "", "Associated Company": ""}

    load(csv_of(tmp_path, CONTACTS, [contact(number, **nameless) for number in range(4)]), cast)

    assert {client.name: client.contacts.count() for client in Client.objects.all()} == {"Acme 0": 2, "HubSpot 101": 2}


def test_a_company_written_in_words_alone_is_met_by_its_name(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, COMPANIES, [company(0)]), cast)
    words = {"Company Name": "«ACME 0»", "Associated Company": "", "Associated Company IDs": ""}

    load(csv_of(tmp_path, CONTACTS, [contact(number, **words) for number in range(2)]), cast)

    assert Client.objects.get().contacts.count() == 2


def test_a_contact_without_a_company_is_a_client_himself(tmp_path: Path, cast: Cast) -> None:
    load(csv_of(tmp_path, CONTACTS, [contact(1, **ALONE)]), cast)

    assert (Client.objects.get().kind, Client.objects.get().name) == ("person", "Ann Smith 1")


def test_everybody_is_known_again_and_the_whole_may_be_undone(tmp_path: Path, cast: Cast) -> None:
    path = csv_of(tmp_path, CONTACTS, [contact(1), contact(2), contact(9, **ALONE)])
    run = load(path, cast)

    assert load(path, cast).counts == {"new": 0, "existing": 0, "unchanged": 3, "refused": 0}
    undoing.undo(run, by=cast.adam)
    assert not Client.objects.exists()


def test_a_wrong_address_is_named_with_its_row(tmp_path: Path, cast: Cast) -> None:
    run = load(csv_of(tmp_path, CONTACTS, [contact(1), contact(2, Email="ann at acme")]), cast)

    assert (run.new, why(run)) == (1, [(3, "email-wrong")])
