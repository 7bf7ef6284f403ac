"""A batch asks the base in a few queries, however many rows it has."""

from pathlib import Path

from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.clients.imports.files import load
from vedu.clients.client import Client
from vedu.clients.imports.draft import ClientDraft, PointDraft
from vedu.clients.imports.lookup import load_places, look_up
from vedu.clients.imports.trace import Created
from vedu.clients.ownership import Ownership

FILE = """
id компании;id контакта;Компания;ИНН;Город;Контакт;Должность;Телефон;Ответственный
1;5;Волга;7707083893;Самара;Пётр Ильин;директор;89126401822;Anna Kotova
2;6;Кама;;Пермь;Анна Ким;;89130000001;
"""


def draft(**said: object) -> ClientDraft:
    return ClientDraft(name="Волга", kind="company", **said)  # type: ignore[arg-type]


def test_every_kind_of_key_is_looked_up(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam)
    volga, kama = Client.objects.order_by("pk")

    known = look_up(
        [
            draft(keys=["company:1", "contact:6", "company:99"]),
            draft(requisites={"inn": "7707083893"}),
            draft(points=[PointDraft("phone", "+79130000001", "")], by_name=True),
        ],
        "file",
    )

    assert known.client_of == {"company:1": volga.pk, "contact:6": kama.pk}
    assert set(known.digest) == {"company:1", "contact:6"}
    assert known.inn == {"7707083893": [(volga.pk, "")]}
    assert known.point == {("phone", "+79130000001"): kama.pk}
    assert known.name == {"волга": volga.pk}
    assert known.client_ids() == {volga.pk, kama.pk}


def test_keys_of_another_system_are_not_these(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam)

    assert look_up([draft(keys=["company:1"])], "amocrm").client_of == {}


def test_a_name_that_two_clients_have_means_neither(cast: Cast) -> None:
    cast.client("Волга")
    cast.client("ВОЛГА")

    assert look_up([draft(by_name=True)], "file").name == {}


def test_places_come_with_all_that_is_theirs(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam)
    volga = Client.objects.get(name="Волга")

    place = load_places([volga.pk], Created())[volga.pk]

    assert (place.name, place.facts["city"], place.requisites["inn"]) == ("Волга", "Самара", "7707083893")
    assert (place.owner_id, place.is_new, place.led_from_here) == (cast.anna.pk, False, False)
    (person,) = place.people.values()
    assert (person.name, person.job_title) == ("Пётр Ильин", "директор")
    assert place.points == {("phone", "+79126401822"): [person]}


def test_an_owner_of_this_run_is_told_from_others(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, FILE, by=cast.adam)
    volga = Client.objects.get(name="Волга")
    period = Ownership.objects.get()

    place = load_places([volga.pk], Created({"ownership": [[period.pk, period.pk]]}))[volga.pk]

    assert place.led_from_here


def test_queries_do_not_grow_with_the_batch(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    ids = [cast.client(f"Фирма {n}").pk for n in range(30)]
    drafts = [draft(keys=[f"company:{n}"], points=[PointDraft("phone", f"+7912{n:07}", "")]) for n in range(800)]

    with django_assert_max_num_queries(8):
        look_up(drafts, "file")
        load_places(ids, Created())
