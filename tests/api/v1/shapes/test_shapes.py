"""Every shape has just the fields that its description names, from a row and from an object alike."""

from collections.abc import Callable, Sequence

import pytest
from django.db.models import Model
from pydantic import BaseModel

from tests.cast import Cast
from vedu.api.answer import Json
from vedu.api.v1.shapes import company, contact, deal, import_run, move, owner, pipeline, talk, task, touch
from vedu.api.v1.shapes.values import row_of
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.clients.imports.run import ImportRun
from vedu.clients.ownership import Ownership
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.touches.task import Task
from vedu.sales.touches.touch import Touch

Shape = Callable[[dict], Json]
ROWS: list[tuple[type[Model], Sequence[str], Shape, type[BaseModel]]] = [
    (Deal, deal.COLUMNS, deal.deal, deal.DealOut),
    (Move, move.MOVE_COLUMNS, move.move, move.MoveOut),
    (Closing, move.CLOSING_COLUMNS, move.closing, move.ClosingOut),
    (Need, talk.NEED_COLUMNS, talk.need, talk.NeedOut),
    (Objection, talk.OBJECTION_COLUMNS, talk.objection, talk.ObjectionOut),
    (CommitteeMember, talk.MEMBER_COLUMNS, talk.member, talk.MemberOut),
    (Ownership, owner.OWNERSHIP_COLUMNS, owner.ownership, owner.OwnershipOut),
    (Handover, owner.HANDOVER_COLUMNS, owner.handover, owner.HandoverOut),
    (ContactPoint, contact.POINT_COLUMNS, contact.point, contact.PointOut),
    (Touch, touch.COLUMNS, touch.touch, touch.TouchOut),
    (Task, task.COLUMNS, task.task, task.TaskOut),
    (ImportRun, import_run.COLUMNS, import_run.run, import_run.RunOut),
]


@pytest.fixture
def world(cast: Cast) -> Cast:
    """One of everything."""
    won = cast.at_stage(7)
    ContactPoint.add(won.client, kind="phone", value="+79126401822", by=cast.anna)
    cast.object_to(won)
    Handover.request(won.client, by=cast.olga, why="I know the director")
    won.win(by=cast.sergey, override_reason="Answered in person")
    ImportRun.objects.create(by=cast.anna, format="clients", file_name="clients.csv", path="clients.csv")
    return cast


@pytest.mark.every_case
@pytest.mark.parametrize("entry", ROWS, ids=lambda entry: entry[0].__name__)
def test_a_row_takes_its_described_shape(world: Cast, entry: tuple) -> None:
    model, columns, shape, described = entry
    rows = list(model.objects.values(*columns))
    assert rows
    for row in rows:
        assert set(shape(row)) == set(described.model_fields)


@pytest.mark.parametrize("entry", [ROWS[0], ROWS[1], ROWS[9], ROWS[10]], ids=lambda entry: entry[0].__name__)
def test_an_object_gives_the_same_as_its_row(world: Cast, entry: tuple) -> None:
    model, columns, shape, _described = entry
    for record in model.objects.all():
        assert shape(row_of(record, columns)) == shape(model.objects.values(*columns).get(pk=record.pk))


def test_companies_contacts_pipelines_and_evidence_take_theirs(world: Cast) -> None:
    clients = list(Client.objects.select_related("owner", "requisites"))
    assert set(company.companies(clients)[0]) == set(company.CompanyOut.model_fields)
    people = contact.contacts(list(Contact.objects.values(*contact.COLUMNS)))
    assert set(people[0]) == set(contact.ContactOut.model_fields)
    shown = pipeline.pipeline(Pipeline.objects.all()[0])
    assert set(shown) == set(pipeline.PipelineOut.model_fields)
    assert set(shown["stages"][0]) == set(pipeline.StageOut.model_fields)
    assert set(talk.evidence(Evidence.objects.all()[0])) == set(talk.EvidenceOut.model_fields)


def test_a_whole_import_run_takes_its_shape(world: Cast) -> None:
    run = ImportRun.objects.get()
    run.phase = "done"
    assert set(import_run.whole_run(run)) == set(import_run.WholeRunOut.model_fields)
