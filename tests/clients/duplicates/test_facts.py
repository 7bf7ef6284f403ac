"""What of a client is compared, and in which field it stands."""

import pytest

from vedu.clients.duplicates.facts import FIELDS, Facts


def test_every_field_has_its_values() -> None:
    facts = Facts(
        "ООО «Ромашка»",
        legal_name="ООО «Ромашка-Юг»",
        city="г. Пермь",
        address="ул. Мира, 5",
        inn="7707083893",
        points=[("phone", "+79126401822"), ("email", "Info@romashka.ru"), ("site", "www.romashka.ru/o-nas")],
        people=["Котова Анна"],
    )
    assert facts.spelled() == {
        "name": ["romashka", "romashka yug"],
        "person": ["anna kotova"],
        "phone": ["9126401822"],
        "email": ["info@romashka.ru"],
        "domain": ["romashka.ru"],
        "inn": ["7707083893"],
        "city": ["perm"],
        "address": ["5 mira ul"],
    }


@pytest.mark.parametrize(
    ("name", "kind"),
    [("ИП Котова Анна", "company"), ("Котова Анна", "entrepreneur"), ("Анна Котова", "person")],
)
def test_a_trader_is_a_person(name: str, kind: str) -> None:
    found = Facts(name, kind).spelled()
    assert (found["name"], found["person"]) == ([], ["anna kotova"])


def test_a_public_mailbox_has_no_domain_of_its_own() -> None:
    assert Facts("А", points=[("email", "kotova@mail.ru")]).spelled()["domain"] == []


def test_nothing_known_is_nothing_compared() -> None:
    assert not any(Facts("").spelled().values())
    assert len(list(Facts("").row())) == len(FIELDS)
