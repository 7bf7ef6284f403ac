"""Whom to meet as rows: who they are, what for, how to reach them, what came of it."""

from collections.abc import Sequence
from typing import NamedTuple

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import pgettext

from vedu.foundation.people.user import User
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.encounter_result import EncounterResult
from vedu.web.visits.reaching import Dialled, Reaching

SAID = (
    *(field.name for field in Encounter._meta.concrete_fields),
    "client__name",
    "contact__name",
    "contact__job_title",
    "assignee__username",
    "assignee__first_name",
    "assignee__last_name",
)
LOOKS = {EncounterResult.PLANNED: "", EncounterResult.MET: "yes", EncounterResult.MISSED: "wait"}


class Row(NamedTuple):
    pk: int
    name: str
    client_url: str
    person: str
    typed_phone: str
    phone: Dialled | None
    why: str
    offer: str
    note: str
    assignee: User
    is_open: bool
    result: str
    look: str
    is_new: bool
    is_unplanned: bool
    mark_url: str
    may_work: bool


class Group(NamedTuple):
    title: str
    rows: list[Row]


def seen_of(event: BusinessEvent, user: User) -> "QuerySet[Encounter]":
    """With no more of clients and people than the rows say: a client alone has fifty columns."""
    rows = Encounter.objects.visible_to(user).filter(event=event)
    return rows.select_related("client", "contact", "assignee").only(*SAID)


def groups_of(encounters: Sequence[Encounter], event: BusinessEvent, user: User) -> list[Group]:
    """To meet, met, not met; two queries for the phones of those whom one still has to meet."""
    reaching = Reaching([(one.client_id, one.contact_id) for one in encounters if one.client_id and one.is_open])
    may_all = event.may_change(user)
    rows = [
        _row(one, reaching, user.is_selling and (may_all or user.may_work_for(one.assignee_id))) for one in encounters
    ]
    titles = {
        EncounterResult.PLANNED: pgettext("encounters", "To meet"),
        EncounterResult.MET: pgettext("encounters", "Met"),
        EncounterResult.MISSED: pgettext("encounters", "Not met"),
    }
    groups = [
        Group(title, [row for row, one in zip(rows, encounters, strict=True) if one.result == result])
        for result, title in titles.items()
    ]
    return [group for group in groups if group.rows]


def _row(one: Encounter, reaching: Reaching, may_work: bool) -> Row:
    whose = (one.client_id, one.contact_id) if one.client_id else None
    contact = one.contact
    person = " · ".join(filter(None, (contact.name, contact.job_title))) if contact else ""
    stranger = " · ".join(filter(None, (one.person if one.company else "", one.job_title)))
    return Row(
        pk=one.pk,
        name=one.name,
        client_url=reverse("clients:card", args=[one.client_id]) if one.client_id else "",
        person=person or ("" if one.client_id else stranger),
        typed_phone="" if one.client_id else one.phone,
        phone=reaching.phone_of(whose) if whose and one.is_open else None,
        why=one.why,
        offer=one.offer,
        note=one.note,
        assignee=one.assignee,
        is_open=one.is_open,
        result=str(EncounterResult(one.result).label),
        look=LOOKS[EncounterResult(one.result)],
        is_new=one.is_new_client,
        is_unplanned=not one.is_planned,
        mark_url=reverse("business_events:encounter", args=[one.pk]),
        may_work=may_work,
    )
