"""The export of a person: everything on every floor, found by foreign keys, so that a new table is in at once."""

import json
from collections.abc import Iterator
from io import BytesIO
from zipfile import ZipFile

import pytest
from django.db import models
from django.utils import translation

from tests.cast import Cast
from tests.clients.consent.world import EMAIL, NAME, PHONE, World, agree, full_world, publish
from vedu.clients.client import Client
from vedu.clients.consent import reach
from vedu.clients.consent.dossier import collect, hand_over
from vedu.clients.consent.dossier_words import as_data, sections
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.papers import dossier_html, dossier_json, dossier_name, dossier_zip
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.tables import known_tables
from vedu.clients.contact import Contact
from vedu.foundation.events import Event
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Refused
from vedu.foundation.search.entry import SearchEntry

# Columns that a person's marker cannot stand in: table.column -> why.
NOT_PLANTED = {
    "clients.ConsentText.text": "the text is everybody's; the version stands with each consent",
}


@pytest.fixture
def world(cast: Cast) -> World:
    world = full_world(cast)
    publish(cast)
    agree(cast, world.subject, "call", "email", note="подписала на выставке")[0].withdraw(
        by=cast.anna, why="передумала"
    )
    for one in object_to(world.subject, by=cast.anna, why="не звонить")[:1]:
        one.lift(by=cast.sergey, why="сама попросила позвонить")
    SubjectRequest.receive(world.subject, "access", by=cast.anna, words="что вы обо мне знаете?")
    return world


def planted(world: World) -> Iterator[str]:
    """Puts a marker into every text column of the person's rows and of what they belong to."""
    dossier = collect(world.subject)
    for model, rows in (*dossier.own.items(), *dossier.around.items()):
        for column in reach.text_fields(model):
            if f"{model._meta.label}.{column.name}" in NOT_PLANTED or not has_room(column):
                continue
            marker = f"{model._meta.model_name}{column.name}marker"[: column.max_length]
            value = {"marker": marker} if isinstance(column, models.JSONField) else marker
            if column.unique or model in (Event, SearchEntry):
                continue
            model._default_manager.filter(pk__in=[row.pk for row in rows]).update(**{column.name: value})
            yield marker


def has_room(column: models.Field) -> bool:
    """Codes of two or three letters hold no words."""
    return column.max_length is None or column.max_length > 8


def test_every_text_that_hangs_on_the_person_is_in_the_export(world: World) -> None:
    markers = list(planted(world))
    contact = Contact.objects.get(pk=world.contact.pk)
    said = dossier_json(collect(Subject.of(contact)))
    assert len(markers) > 20
    assert [marker for marker in markers if marker not in said] == []


def test_words_of_others_about_the_person_are_in_it(world: World) -> None:
    mentions = {(one.table._meta.label, one.column) for one in collect(world.subject).mentions}
    assert mentions >= {
        ("sales.Objection", "text"),
        ("sales.Objection", "answer"),
        ("sales.Task", "title"),
        ("sales.Task", "result"),
        ("sales.Touch", "text"),
        ("clients.RefusedRow", "cells"),
        ("clients.ImportRun", "survey"),
    }


def test_deals_where_the_person_has_a_part_are_in_it(world: World) -> None:
    around = {model._meta.label: rows for model, rows in collect(world.subject).around.items()}
    assert [row.pk for row in around["sales.Deal"]] == [world.deal.pk]


def test_events_that_name_the_person_are_in_it(world: World) -> None:
    kinds = {event.kind for event in collect(world.subject).own[Event]}  # type: ignore[attr-defined]
    assert kinds >= {
        "contact.added", "client.point_added", "touch.logged", "note.written", "committee.named", "need.noted",
        "consent.given", "consent.withdrawn", "optout.added", "optout.lifted", "subject.asked",
    }  # fmt: skip


def test_a_namesake_at_another_client_is_not(cast: Cast, world: World) -> None:
    other = cast.contact(cast.client("Southern Mill"), NAME)
    assert not any(row.pk == other.pk for row in collect(world.subject).own[Contact])


def test_every_table_that_names_a_person_is_known_by_name(world: World) -> None:
    """A new table with a foreign key to a contact says what it is called, and which of its words go with a person."""
    unnamed = [model._meta.label for model in reach.parts_of_people() if model not in known_tables()]
    assert unnamed == []


def test_it_reads_in_the_persons_language(world: World) -> None:
    russian, english = (dossier_html(collect(world.subject), language) for language in ("ru", "en"))
    assert '<html lang="ru">' in russian
    assert '<html lang="en">' in english
    for text in (NAME, PHONE, EMAIL, "подписала на выставке"):
        assert text in russian
        assert text in english
    assert "<script" not in russian
    assert "<link" not in russian


def test_facts_are_said_in_words(world: World) -> None:
    with translation.override("en"):
        facts = [fact for section in sections(collect(world.subject)) for row in section.rows for fact in row]
    assert ("Channel", "Call") in facts
    assert ("Role in the purchase", "decision maker") in facts
    assert all(value for _name, value in facts)


def test_the_zip_holds_a_page_and_data(world: World) -> None:
    dossier = collect(world.subject)
    with ZipFile(BytesIO(dossier_zip(dossier, "ru"))) as archive:
        assert archive.namelist() == ["dossier.html", "dossier.json"]
        data = json.loads(archive.read("dossier.json"))
    assert data["subject"]["name"] == NAME
    assert {table["table"] for table in data["own"]} >= {"clients.Contact", "clients.Consent", "sales.Touch"}
    assert NAME not in dossier_name(dossier)


def test_it_costs_no_query_for_each_row(cast: Cast, world: World, django_assert_max_num_queries) -> None:
    for number in range(20):
        world.deal.log_touch(by=cast.anna, channel="call", text=f"touch {number}", contact=world.contact)
    with django_assert_max_num_queries(137):
        collect(world.subject)


def test_a_private_client_has_everything_that_hangs_on_it(cast: Cast) -> None:
    client = Client.add(name=NAME, kind="person", by=cast.anna, about="живёт у реки")
    deal = cast.deal(client=client)
    deal.log_touch(by=cast.anna, channel="call", text="любит синий")
    data = json.dumps(as_data(collect(Subject(client))), default=str, ensure_ascii=False)
    for text in ("живёт у реки", "любит синий", "Cake boxes", "deal.opened"):
        assert text in data


def test_it_is_handed_over_by_heads_and_the_log_remembers(cast: Cast, world: World) -> None:
    hand_over(world.subject, by=cast.sergey)
    told = Event.objects.get(kind="subject.exported")
    assert (told.actor, told.data["contact"]) == (cast.sergey, world.contact.pk)


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_nobody_else_hands_it_over(cast: Cast, world: World, who: str) -> None:
    by: User = getattr(cast, who)
    with pytest.raises(NotAllowed):
        hand_over(world.subject, by=by)
    assert not Event.objects.filter(kind="subject.exported").exists()


def test_a_company_has_no_dossier(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        hand_over(Subject(cast.client()), by=cast.vera)
    assert refused.value.codes == ["not-a-person"]
