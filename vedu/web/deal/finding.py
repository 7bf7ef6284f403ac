"""The deal that a page or a verb is about; one that the person may not see does not exist for him."""

from datetime import datetime
from typing import Any

from django.db import models, router
from django.http import Http404
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.foundation.people.absence import Absence
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline, Stage
from vedu.sales.touches.task import Task
from vedu.web.shell.signed import SignedRequest

# What comes with a deal, by the name of its column.
_BESIDE: dict[str, type[models.Model]] = {
    "client": Client,
    "pipeline": Pipeline,
    "stage": Stage,
    "owner": User,
    "next_step": Task,
}


def find_deal(request: SignedRequest, deal_id: int) -> Deal:
    """With its client, pipeline, stage, owner and next step loaded, and whether who leads the client is away
    (``owner_is_away``). Raises Http404."""
    rows = _FOUND.rows(deal_id, timezone.now())
    deal = _whole(rows[0]) if rows else None
    if deal is None or not deal.is_visible_to(request.user):
        raise Http404(_("There is no such deal, or colleagues lead it whose clients you do not see."))
    return deal


def _query(deal_id: int, now: datetime) -> "models.QuerySet[Deal, tuple[Any, ...]]":
    beside = [f"{name}__{column}" for name, table in _BESIDE.items() for column in _columns(table)]
    away = models.Exists(Absence.objects.in_force(now).filter(person=models.OuterRef("client__owner")))
    return Deal.objects.filter(pk=deal_id).annotate(is_away=away).values_list(*_columns(Deal), *beside, "is_away")


def _columns(table: type[models.Model]) -> list[str]:
    return [field.attname for field in table._meta.concrete_fields]


def _whole(row: tuple[Any, ...]) -> Deal:
    """As select_related() makes it. The owner of a deal nearly always leads its client too: one object serves both."""
    deal: Deal = _made(Deal, row, 0)
    start = len(_columns(Deal))
    for name, table in _BESIDE.items():
        setattr(deal, name, _made(table, row, start))
        start += len(_columns(table))
    if deal.client.owner_id == deal.owner_id:
        deal.client.owner = deal.owner
    deal.client.__dict__["owner_is_away"] = bool(row[start])
    if deal.next_step is not None:
        deal.next_step.deal = deal
    return deal


def _made(table: type[models.Model], row: tuple[Any, ...], start: int) -> Any:
    columns = _columns(table)
    values = row[start : start + len(columns)]
    return None if values[0] is None else table.from_db(router.db_for_read(table), columns, values)


_FOUND = Prepared(_query, fields=[models.DateTimeField()])
