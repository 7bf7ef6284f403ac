"""While a client is typed in: the ones in the base that it probably is, and whose they are."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.cast import Cast
from tests.clients.duplicates.town import client, strangers
from vedu.clients.contact import Contact
from vedu.clients.duplicates.facts import Facts
from vedu.clients.duplicates.likely import LikelyClient, candidates_for
from vedu.clients.duplicates.scan import DuplicateScan
from vedu.clients.duplicates.scanning import search
from vedu.foundation.people.user import User

PHONE, INN = "+79126409001", "7707083893"


@pytest.fixture
def town(cast: Cast) -> Cast:
    strangers(cast)
    return cast


def ask(user: User, name: str = "", **facts: object) -> list[LikelyClient]:
    return candidates_for(Facts(name, **facts), user=user)  # type: ignore[arg-type]


@pytest.mark.every_case
@pytest.mark.parametrize("name", ["Ромашка", "ООО «РОМАШКА»", "Рамашка", "ромашка, ооо"])
def test_by_its_name_however_it_is_typed(town: Cast, name: str) -> None:
    known = client(town, "ООО «Ромашка»", city="Тверь")
    found = ask(town.anna, name, city="Тверь")
    assert [one.client for one in found] == [known]
    assert found[0].codes[0] in ("name-same", "name-alike")


def test_a_name_typed_in_cyrillic_finds_a_latin_one(town: Cast) -> None:
    known = client(town, "Romashka LLC")
    assert [one.client for one in ask(town.anna, "Ромашка")] == [known]


@pytest.mark.every_case
@pytest.mark.parametrize(
    ("facts", "code"),
    [
        ({"points": [("phone", PHONE)]}, "phone-same"),
        ({"points": [("email", "info@romashka.ru")]}, "email-same"),
        ({"inn": INN}, "inn-same"),
        ({"points": [("email", "sales@romashka.ru")]}, "domain-same"),
    ],
)
def test_by_exact_keys(town: Cast, facts: dict[str, object], code: str) -> None:
    known = client(town, "Цветы Прикамья", phone=PHONE, email="info@romashka.ru", inn=INN)
    found = ask(town.anna, "Совсем другое", **facts)
    assert [(one.client, one.codes[0]) for one in found] == [(known, code)]


def test_a_public_mailbox_is_no_domain(town: Cast) -> None:
    client(town, "Цветы Прикамья", email="cvety@mail.ru")
    assert not ask(town.anna, "Другое", points=[("email", "drugoe@mail.ru")])


def test_by_the_person(town: Cast) -> None:
    known = client(town, "Цветы Прикамья", city="Пермь")
    Contact.add(known, name="Рябинина Ольга Петровна", by=town.anna)
    found = ask(town.anna, "Цветочный двор", people=["Ольга Рябинина"], city="Пермь")
    assert known in [one.client for one in found]


def test_the_likeliest_comes_first(town: Cast) -> None:
    namesake = client(town, "Ромашка", city="Казань")
    double = client(town, "Ромашка", phone=PHONE, city="Тверь")
    found = [one.client for one in ask(town.anna, "Ромашка", points=[("phone", PHONE)], city="Тверь")]
    assert found == [double, namesake] or found == [double]


def test_nothing_known_finds_nothing(town: Cast) -> None:
    assert not ask(town.anna)
    assert not ask(town.anna, "ООО")


def test_the_client_itself_is_no_double(town: Cast) -> None:
    known = client(town, "Ромашка", phone=PHONE)
    assert not candidates_for(Facts("Ромашка", points=[("phone", PHONE)]), user=town.anna, without=known)


@pytest.mark.parametrize(("who", "seen"), [("anna", True), ("sergey", True), ("vera", True), ("olga", False)])
def test_one_who_may_not_see_it_still_hears_whose_it_is(town: Cast, who: str, seen: bool) -> None:
    client(town, "Ромашка", phone=PHONE, owner=town.anna)
    found = ask(getattr(town, who), "", points=[("phone", PHONE)])
    assert [one.is_visible for one in found] == [seen]
    assert ("Anna Kotova" in found[0].owner) == (who != "anna")


def test_a_free_one_may_be_taken(town: Cast) -> None:
    client(town, "Ромашка", phone=PHONE)
    assert ask(town.olga, "", points=[("phone", PHONE)])[0].owner


@pytest.mark.parametrize("is_scanned", [False, True])
def test_it_takes_five_queries_however_much_is_known(town: Cast, is_scanned: bool) -> None:
    for number in range(8):
        client(town, f"Ромашка {number}", phone=f"+7912640910{number}", email=f"info{number}@romashka.ru")
    if is_scanned:
        search(DuplicateScan.order(by=None))
    facts = Facts(
        "ООО «Ромашка Торговый дом»",
        inn=INN,
        city="Пермь",
        points=[("phone", "+79126409101"), ("phone", "+79126409102"), ("email", "info3@romashka.ru")],
        people=["Котова Анна", "Белов Игорь"],
    )
    with CaptureQueriesContext(connection) as asked:
        assert candidates_for(facts, user=town.anna)
    assert len(asked) <= 5


def test_a_broken_model_is_no_hindrance(town: Cast) -> None:
    client(town, "Ромашка", phone=PHONE)
    scan = DuplicateScan.order(by=None)
    scan.model = {"version": 99}
    scan.finish(found=0)
    assert ask(town.anna, "Ромашка", points=[("phone", PHONE)])
