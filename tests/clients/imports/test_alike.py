"""Rows that look like a client who is there: added, asked about, joined or left out, by the rule (BASE-7)."""

from pathlib import Path

import pytest

from tests.cast import Cast
from tests.clients.duplicates.town import client, strangers
from tests.clients.imports.files import load, why
from vedu.clients.client import Client
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.imports import undoing
from vedu.clients.imports.mapping import AS_NEW, ASK, JOIN, LEAVE_OUT

FILE = """
Компания,Город,Телефон,Email
ООО Северная пикарня,Киров,+7 912 640-18-30,info@severpek.ru
Завод «Прибой»,Тула,+7 912 640-77-01,
"""


@pytest.fixture
def bakery(cast: Cast) -> Client:
    """Among others, and free."""
    strangers(cast)
    return client(cast, "ООО «Северная пекарня»", phone="+79126401822", email="zakaz@severpek.ru", city="Киров")


def count() -> int:
    return Client.objects.count()


def test_unless_told_it_is_a_new_client_and_nobody_is_asked(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    before = count()
    run = load(tmp_path, FILE, by=cast.sergey)
    assert (run.mapping["alike"], run.new, count()) == (AS_NEW, 2, before + 2)
    assert not ProbablePair.objects.exists()


def test_asked_about_it_is_a_new_client_and_a_pair_in_the_queue(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    run = load(tmp_path, FILE, by=cast.sergey, alike=ASK)
    added = Client.objects.get(name="ООО Северная пикарня")
    pair = ProbablePair.objects.open().get()
    assert (pair.left_id, pair.right_id) == (bakery.pk, added.pk)
    assert pair.score >= 0.75
    assert "domain-same" in {reason["code"] for reason in pair.reasons}
    assert (run.new, run.notes) == (2, {"alike-asked": 1})


def test_joined_only_what_is_empty_is_filled(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    before = count()
    run = load(tmp_path, FILE, by=cast.sergey, alike=JOIN)
    bakery.refresh_from_db()
    assert (count(), bakery.name) == (before + 1, "ООО «Северная пекарня»")
    assert set(ContactPoint.objects.filter(client=bakery).values_list("value", flat=True)) == {
        "+79126401822",
        "zakaz@severpek.ru",
        "+79126401830",
        "info@severpek.ru",
    }
    assert (run.new, run.existing, run.notes) == (1, 1, {"alike-joined": 1})


def test_left_out_the_row_is_listed_with_its_reason(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    run = load(tmp_path, FILE, by=cast.sergey, alike=LEAVE_OUT)
    assert why(run) == [(2, "looks-like")]
    assert bakery.name in run.refused_rows.get().reasons[0]["sentence"]
    assert (run.new, run.refused) == (1, 1)


def test_a_second_run_knows_what_was_joined(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    load(tmp_path, FILE, by=cast.sergey, alike=JOIN)
    before = count()
    run = load(tmp_path, FILE, by=cast.sergey, alike=JOIN)
    assert (run.unchanged, count()) == (2, before)


def test_undone_the_client_is_as_it_was(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    run = load(tmp_path, FILE, by=cast.sergey, alike=JOIN)
    undoing.undo(run, by=cast.sergey)
    assert set(ContactPoint.objects.filter(client=bakery).values_list("value", flat=True)) == {
        "+79126401822",
        "zakaz@severpek.ru",
    }


def test_a_client_whom_a_colleague_leads_is_not_joined_to(cast: Cast, bakery: Client, tmp_path: Path) -> None:
    """OWN-2 holds for a likeness as for a key."""
    bakery.claim(by=cast.olga)
    cast.deal(owner=cast.olga, client=bakery)
    run = load(tmp_path, FILE, by=cast.anna, alike=JOIN)
    assert why(run) == [(2, "client-led")]
    assert "Olga Orlova" in run.refused_rows.get().reasons[0]["sentence"]


def test_an_unknown_rule_is_named(cast: Cast, tmp_path: Path) -> None:
    with pytest.raises(Exception, match="alike"):
        load(tmp_path, FILE, by=cast.sergey, alike="@maybe")
