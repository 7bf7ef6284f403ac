"""A file of clients comes in: companies, people, phones, each once."""

from pathlib import Path

from tests.cast import Cast
from tests.clients.imports.files import load, why
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.imports.external_id import ExternalId
from vedu.foundation.events import Event
from vedu.foundation.search.query import find

FILE = """
Компания;ИНН;Город;Контактное лицо;Должность;Телефон;Email
ООО «Волга»;7707083893;Самара;Пётр Ильин;директор;8 (912) 640-18-22;info@volga.example
ИП Ёлкин;;Пермь;;;+7 913 111-22-33, +7 913 111-22-34;
;;;Анна Котова;;8 914 000 11 22;anna@example.org
"""


def test_companies_and_people_come_in(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE, by=cast.adam)

    assert run.phase == "done"
    assert run.counts == {"new": 3, "existing": 0, "unchanged": 0, "refused": 0}
    volga = Client.objects.get(name="ООО «Волга»")
    assert (volga.kind, volga.city, volga.owner, volga.state) == ("company", "Самара", None, "free")
    assert volga.requisites.inn == "7707083893"
    person = volga.contacts.get()
    assert (person.name, person.job_title) == ("Пётр Ильин", "директор")
    assert [(one.value, one.typed, one.contact) for one in volga.points.all()] == [
        ("+79126401822", "8 (912) 640-18-22", person),
        ("info@volga.example", "info@volga.example", person),
    ]
    assert Client.objects.get(name="ИП Ёлкин").points.count() == 2
    assert Client.objects.get(name="Анна Котова").kind == "person"


def test_a_second_run_of_the_file_changes_nothing(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam)
    before = counted()

    run = load(tmp_path, FILE, by=cast.adam)

    assert run.counts == {"new": 0, "existing": 0, "unchanged": 3, "refused": 0}
    assert counted() == before
    assert not run.batches.exists()


def test_the_log_has_one_event_of_a_run_and_no_client_gets_an_invented_one(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE, by=cast.adam)

    event = Event.objects.get()
    assert (event.kind, event.actor, event.client_id) == ("import.finished", cast.adam, None)
    assert event.data["run"] == run.pk
    assert event.data["new"] == 3


def test_the_search_finds_what_came_in(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam)

    asked = ("елкин", "640-18-22", "волга")
    found = {hit.title for words in asked for hit in find(words, visible_owner_ids=None).hits}

    assert {"ИП Ёлкин", "ООО «Волга»", "Пётр Ильин"} <= found


def test_rows_of_one_phone_make_one_client_within_a_file(tmp_path: Path, cast: Cast) -> None:
    run = load(
        tmp_path,
        """
        Компания,Контакт,Телефон,Город
        Волга,Пётр Ильин,89126401822,
        Волга,Ильин Пётр,+7 912 640-18-22,Самара
        Волга,Анна Котова,8 912 640 18 22,
        """.replace("        ", ""),
        by=cast.adam,
    )

    assert run.counts == {"new": 1, "existing": 2, "unchanged": 0, "refused": 0}
    volga = Client.objects.get()
    assert volga.city == "Самара"
    assert sorted(volga.contacts.values_list("name", flat=True)) == ["Анна Котова", "Пётр Ильин"]


def test_an_existing_client_is_filled_where_it_is_empty_and_never_overwritten(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Город,Телефон\nВолга,Самара,89126401822", by=cast.adam)

    run = load(tmp_path, "Компания,Город,Источник,Телефон\nВолга-М,Казань,выставка,89126401822", by=cast.adam)

    assert run.counts == {"new": 0, "existing": 1, "unchanged": 0, "refused": 0}
    volga = Client.objects.get()
    assert (volga.name, volga.city, volga.source) == ("Волга", "Самара", "выставка")


def test_clients_are_known_by_inn_before_phone(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,ИНН,Телефон\nВолга,7707083893,89126401822", by=cast.adam)

    load(tmp_path, "Компания,ИНН,Телефон\nСбербанк,7707083893,89130000001", by=cast.adam)
    load(tmp_path, "Компания,ИНН,Телефон\nЁлкин,500100732259,89126401822", by=cast.adam)

    assert set(Client.objects.values_list("name", flat=True)) == {"Волга", "Ёлкин"}
    assert ContactPoint.objects.filter(value="+79130000001").get().client.name == "Волга"


def test_branches_share_an_inn_and_differ_in_kpp(tmp_path: Path, cast: Cast) -> None:
    text = "Компания,ИНН,КПП\nВолга,7707083893,770701001\nВолга Казань,7707083893,165501001"

    assert load(tmp_path, text, by=cast.adam).new == 2
    assert load(tmp_path, text, by=cast.adam).unchanged == 2


def test_the_same_inn_at_another_client_is_refused(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,id компании,ИНН\nВолга,1,7707083893\nКама,2,", by=cast.adam)

    run = load(tmp_path, "Компания,id компании,ИНН\nКама,2,7707083893", by=cast.adam)

    assert why(run) == [(2, "inn-taken")]


def test_a_number_of_the_other_system_knows_the_client_when_all_else_changed(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "id компании,Компания,Телефон\n17,Волга,89126401822", by=cast.adam)

    run = load(tmp_path, "id компании,Компания,Телефон\n17,Волга-М,89130000001", by=cast.adam)

    assert run.existing == 1
    assert Client.objects.get().points.count() == 2


def test_two_systems_may_use_the_same_numbers(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "id компании,Компания\n17,Волга", by=cast.adam, source="старая CRM")

    assert load(tmp_path, "id компании,Компания\n17,Кама", by=cast.adam, source="1С").new == 1
    assert set(ExternalId.objects.values_list("source", flat=True)) == {"старая CRM", "1С"}


def test_rows_with_nothing_but_a_name_are_known_again(tmp_path: Path, cast: Cast) -> None:
    text = "Компания,Город\nВолга,Самара\nВолга,Казань\nВолга,Самара"

    assert load(tmp_path, text, by=cast.adam).counts == {"new": 2, "existing": 0, "unchanged": 1, "refused": 0}
    assert load(tmp_path, text, by=cast.adam).unchanged == 3


def test_bad_rows_are_left_out_with_their_reasons_and_good_ones_come_in(tmp_path: Path, cast: Cast) -> None:
    run = load(
        tmp_path,
        "Компания,Телефон,Email\nВолга,123,\nКама,89126401822,нет\n,,\nОка,89130000001,oka@example.org\n,,x@y.example",
        by=cast.adam,
    )

    assert run.counts == {"new": 2, "existing": 0, "unchanged": 0, "refused": 2}
    assert why(run) == [(2, "phone-wrong"), (3, "email-wrong")]
    assert run.refused_rows.first().cells == ["Волга", "123", ""]


def test_what_a_person_emptied_is_not_filled_again_by_the_same_row(tmp_path: Path, cast: Cast) -> None:
    text = "id компании,Компания,Город\n17,Волга,Самара"
    load(tmp_path, text, by=cast.adam)
    Client.objects.update(city="")

    assert load(tmp_path, text, by=cast.adam).unchanged == 1
    assert Client.objects.get().city == ""


def counted() -> list[int]:
    return [model.objects.count() for model in (Client, Contact, ContactPoint, ExternalId)]
