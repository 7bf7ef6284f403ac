"""Who is meant by a name in a file."""

from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import timezone

from tests.cast import Cast
from vedu.clients.imports.format import Format, format_named
from vedu.clients.imports.mapping import Mapping
from vedu.clients.imports.owner_book import OwnerBook, known_names, name_key
from vedu.clients.imports.target import Job
from vedu.clients.imports.trace import Trace
from vedu.foundation.people.team import Team
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid


def book(by: User | None, one: Format | None = None, **mapping: object) -> OwnerBook:
    return OwnerBook(Job(one or format_named("clients"), Mapping.of(mapping), by, timezone.now(), Path("base.csv")))


@pytest.mark.parametrize("name", ["Anna Kotova", "kotova  ANNA", "anna", "anna@vedu.example"])
def test_a_colleague_is_known_by_any_of_his_names(cast: Cast, name: str) -> None:
    assert book(cast.adam).id_of(name, Trace()) == cast.anna.pk


def test_names_that_mean_nobody_are_not_known(cast: Cast) -> None:
    known = known_names()
    assert known["boris"] == cast.boris.pk
    assert name_key("Дарья Ёлкина") not in known


def test_an_empty_name_is_nobody_or_the_importer(cast: Cast) -> None:
    assert book(cast.adam).id_of("", Trace()) is None
    assert book(cast.adam, no_owner="@me").id_of("", Trace()) == cast.adam.pk
    assert book(None, no_owner="@me").id_of("", Trace()) is None


def test_a_new_colleague_is_made_once_and_remembered(cast: Cast) -> None:
    names, trace = book(cast.adam), Trace()

    first = names.id_of("Дарья Ёлкина", trace)

    assert first == names.id_of("Дарья Ёлкина", trace) == names.id_of("Ёлкина Дарья", trace)
    assert trace.created == {"user": [first]}
    assert not User.objects.get(pk=first).is_active


def test_a_login_that_is_taken_gets_a_number(cast: Cast) -> None:
    names = book(cast.adam)
    User.objects.create_user("darya.elkina")
    fresh = book(cast.adam)

    assert User.objects.get(pk=names.id_of("Дарья Иванова", Trace())).username == "darya.ivanova"
    assert User.objects.get(pk=fresh.id_of("Дарья Ёлкина", Trace())).username == "darya.elkina2"
    assert User.objects.get(pk=fresh.id_of("王芳", Trace())).username == "seller"


def test_teams_that_the_format_knows_are_founded_in_a_chain(cast: Cast) -> None:
    teams = {"Дарья Ёлкина": ["Урал", "Опт"], "Олег Чижов": ["Урал", "Розница"], "Нина Ким": ["North"]}
    names = book(cast.adam, replace(format_named("clients"), teams=lambda _file: teams))
    trace = Trace()

    people = [User.objects.get(pk=names.id_of(name, trace)) for name in teams]

    assert [str(person.team) for person in people] == ["Опт", "Розница", "North"]
    assert people[0].team is not None
    assert people[1].team is not None
    assert people[0].team.parent == people[1].team.parent
    assert people[2].team == cast.north
    assert len(trace.created["team"]) == 3
    assert Team.objects.count() == 5


def test_an_answer_with_an_unknown_login_is_refused(cast: Cast) -> None:
    with pytest.raises(Invalid) as refusal:
        book(cast.adam, owners={"Анна": "nobody"}).id_of("Анна", Trace())

    assert refusal.value.codes == ["login-unknown"]


@pytest.mark.parametrize(
    ("who", "name", "owner"),
    [
        ("anna", "Anna Kotova", "anna"),
        ("anna", "Igor Belov", None),
        ("sergey", "Igor Belov", "igor"),
        ("sergey", "Olga Orlova", None),
        ("vera", "Olga Orlova", "olga"),
        ("adam", "Olga Orlova", "olga"),
    ],
)
def test_the_word_of_the_file_counts_for_ones_own_people(cast: Cast, who: str, name: str, owner: str | None) -> None:
    found = book(getattr(cast, who)).id_of(name, Trace())

    assert found == (getattr(cast, owner).pk if owner else None)


def test_the_installation_itself_names_everybody(cast: Cast) -> None:
    assert book(None).id_of("Olga Orlova", Trace()) == cast.olga.pk
