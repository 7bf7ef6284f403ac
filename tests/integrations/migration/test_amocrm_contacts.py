"""An export of amoCRM's contacts: people, their companies, and companies of their own."""

from pathlib import Path

from tests.cast import Cast
from tests.clients.imports.files import write
from vedu.clients.client import Client
from vedu.clients.imports import preparing, running
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.run import ImportRun

HEADERS = (
    "ID;Тип;Полное имя контакта;Имя;Фамилия;Название компании;Ответственный;Дата создания контакта;Сделки;Теги;"
    "Рабочий телефон;Личный email;Web;Город;Должность"
)
FILE = f"""{HEADERS}
1;Контакт;Пётр Ильин;Пётр;Ильин;ООО «Волга»;Anna Kotova;01.02.2024 10:00:00;;;8 912 640-18-22;p@m.example;;Самара;босс
2;Контакт;Анна Ким;Анна;Ким;ООО «Волга»;Anna Kotova;02.02.2024 10:00:00;;;8 912 640-18-23;;;;бухгалтер
3;Компания;ООО «Волга»;;;;Igor Belov;01.02.2024 10:00:00;;;8 846 222-33-44;;volga.example;Самара;
4;Контакт;Олег Частный;Олег;Частный;;;03.02.2024 10:00:00;;;8 913 000-11-22;;;;
"""


def load(folder: Path, cast: Cast) -> ImportRun:
    run = preparing.begin(write(folder, FILE, encoding="cp1251"), by=cast.adam)
    assert run.format == "amocrm-contacts"
    running.carry_out(run)
    return ImportRun.objects.get(pk=run.pk)


def test_people_meet_in_their_company(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, cast)

    assert run.counts == {"new": 2, "existing": 2, "unchanged": 0, "refused": 0}
    volga = Client.objects.get(kind="company")
    assert (volga.name, volga.city, volga.owner) == ("ООО «Волга»", "Самара", cast.anna)
    assert dict(volga.contacts.values_list("name", "job_title")) == {"Пётр Ильин": "босс", "Анна Ким": "бухгалтер"}
    assert volga.points.get(kind="site").value == "volga.example"
    personal = volga.points.get(kind="email")
    assert (personal.value, personal.is_official) == ("p@m.example", False)


def test_a_contact_without_a_company_is_a_client_himself(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, cast)

    oleg = Client.objects.get(kind="person")
    assert (oleg.name, oleg.owner, oleg.contacts.count()) == ("Олег Частный", None, 0)


def test_everybody_is_known_again_by_his_number(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, cast)
    Client.objects.filter(kind="person").update(name="Олег Ч.")

    assert load(tmp_path, cast).counts == {"new": 0, "existing": 0, "unchanged": 4, "refused": 0}
    keys = dict(ExternalId.objects.values_list("external_id", "kind"))
    assert keys == {
        "name:ооо волга": "client",
        "contact:1": "contact",
        "contact:2": "contact",
        "company:3": "client",
        "contact:4": "client",
    }
