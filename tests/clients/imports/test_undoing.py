"""A whole run is taken back, but for what people have changed since."""

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.clients.imports.files import load
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.imports import running, undoing
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.run import ImportRun
from vedu.clients.ownership import Ownership
from vedu.clients.requisites import Requisites
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.foundation.search.entry import SearchEntry

FILE = """
id компании;Компания;ИНН;Город;Контакт;Телефон;Ответственный
1;Волга;7707083893;Самара;Пётр Ильин;89126401822;Дарья Ёлкина
2;Кама;;Пермь;Анна Ким;89130000001;
"""


def undo(run: ImportRun, by: User) -> ImportRun:
    undoing.undo(run, by=by)
    return ImportRun.objects.get(pk=run.pk)


def test_everything_that_the_run_made_goes(tmp_path: Path, cast: Cast) -> None:
    run = undo(load(tmp_path, FILE, by=cast.adam), cast.adam)

    assert run.phase == "undone"
    assert (run.undone_by, run.kept) == (cast.adam, [])
    for model in (Client, Contact, ContactPoint, Requisites, Ownership, ExternalId, SearchEntry):
        assert not model.objects.exists(), model
    assert not User.objects.filter(is_active=False).exists()
    assert Event.objects.filter(kind="import.undone").get().actor == cast.adam


def test_a_probable_pair_goes_with_its_clients(tmp_path: Path, cast: Cast) -> None:
    older = cast.client("Волга")
    run = load(tmp_path, FILE, by=cast.adam)
    for client in Client.objects.exclude(pk=older.pk):
        ProbablePair.objects.create(left=older, right=client, score=0.9)

    undo(run, cast.adam)

    assert list(Client.objects.all()) == [older]
    assert not ProbablePair.objects.exists()


def test_the_file_may_come_in_again_afterwards(tmp_path: Path, cast: Cast) -> None:
    undo(load(tmp_path, FILE, by=cast.adam), cast.adam)

    assert load(tmp_path, FILE, by=cast.adam).new == 2


def test_a_client_that_somebody_has_worked_with_stays_with_all_that_is_his(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE, by=cast.adam)
    kama = Client.objects.get(name="Кама")
    kama.describe(by=cast.igor, about="звонили")

    run = undo(run, cast.adam)

    assert [(entry["kind"], entry["id"], entry["name"]) for entry in run.kept] == [("client", kama.pk, "Кама")]
    assert list(Client.objects.all()) == [kama]
    assert kama.contacts.count() == kama.points.count() == 1
    assert ExternalId.objects.get().external_id == "company:2"


def test_a_kept_client_is_known_again_by_a_later_run(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE, by=cast.adam)
    Client.objects.get(name="Кама").describe(by=cast.igor, about="звонили")
    undo(run, cast.adam)

    assert load(tmp_path, FILE, by=cast.adam).counts == {"new": 1, "existing": 0, "unchanged": 1, "refused": 0}


def test_a_client_with_a_deal_of_today_stays(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE, by=cast.adam)
    cast.deal(owner=cast.igor, client=Client.objects.get(name="Кама"))

    assert [entry["name"] for entry in undo(run, cast.adam).kept] == ["Кама"]


def test_what_was_filled_is_emptied_unless_it_was_changed_since(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Телефон\nВолга,89126401822\nКама,89130000001", by=cast.adam)
    run = load(tmp_path, "Компания,Телефон,Город\nВолга,89126401822,Самара\nКама,89130000001,Пермь", by=cast.adam)
    Client.objects.filter(name="Кама").update(city="Казань")

    undo(run, cast.adam)

    assert dict(Client.objects.values_list("name", "city")) == {"Волга": "", "Кама": "Казань"}


def test_people_and_phones_added_to_an_older_client_go(tmp_path: Path, cast: Cast) -> None:
    load(tmp_path, "Компания,Телефон\nВолга,89126401822", by=cast.adam)
    text = "Компания,Контакт,Телефон,Email\nВолга,Пётр,89126401822,p@volga.example"
    run = load(tmp_path, text, by=cast.adam)

    undo(run, cast.adam)

    volga = Client.objects.get()
    assert not volga.contacts.exists()
    assert [point.value for point in volga.points.all()] == ["+79126401822"]
    assert not SearchEntry.objects.filter(kind="contact").exists()


def test_a_client_that_a_later_run_added_to_stays(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, "Компания,Телефон\nВолга,89126401822", by=cast.adam)
    load(tmp_path, "Компания,Телефон,Email\nВолга,89126401822,p@volga.example", by=cast.adam)

    assert [entry["why"] for entry in undo(run, cast.adam).kept] != []
    assert Client.objects.get().points.count() == 2


def test_an_older_client_that_the_run_gave_to_somebody_is_free_again(tmp_path: Path, cast: Cast) -> None:
    client = cast.client("Волга")
    ContactPoint.add(client, kind="phone", value="89126401822", by=cast.anna)
    run = load(tmp_path, "Компания,Телефон,Ответственный\nВолга,89126401822,Anna Kotova", by=cast.adam)

    undo(run, cast.adam)

    client.refresh_from_db()
    assert client.owner is None
    assert not client.ownerships.exists()


def test_a_new_colleague_who_is_needed_by_now_stays(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, FILE, by=cast.adam)
    User.objects.filter(username="darya.elkina").update(is_active=True)
    cast.client("Своя").claim(by=User.objects.get(username="darya.elkina"))

    undo(run, cast.adam)

    assert User.objects.filter(username="darya.elkina").exists()


def test_only_he_who_ran_it_or_his_head_undoes_it(tmp_path: Path, cast: Cast) -> None:
    run = load(tmp_path, "Компания\nВолга", by=cast.anna)

    for stranger in (cast.igor, cast.olga):
        with pytest.raises(NotAllowed):
            undoing.undo(run, by=stranger)

    assert undo(run, cast.sergey).phase == "undone"


def test_a_run_is_undone_once(tmp_path: Path, cast: Cast) -> None:
    run = undo(load(tmp_path, "Компания\nВолга", by=cast.anna), cast.anna)

    with pytest.raises(Refused) as refusal:
        undoing.undo(run, by=cast.anna)

    assert refusal.value.codes == ["import-phase"]


def test_a_run_of_many_batches_goes_whole(tmp_path: Path, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(running, "BATCH", 3)
    text = "Компания,Телефон\n" + "\n".join(f"Фирма {n},891264018{n % 9:02}" for n in range(20))
    run = load(tmp_path, text, by=cast.adam)
    assert (run.new, run.batches.count() > 2) == (9, True)

    undo(run, cast.adam)

    assert not Client.objects.exists()
    assert not run.batches.filter(undone_at=None).exists()
