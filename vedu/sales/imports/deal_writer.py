"""Writes the deals of a settled batch with their first moves, closings and returns; derived columns follow."""

from collections.abc import Collection, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import models
from django.utils import timezone

from vedu.clients import findable as findable_clients
from vedu.clients.client import Client
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.place import Place
from vedu.clients.imports.target import Job
from vedu.clients.imports.trace import Trace
from vedu.clients.kinds.base_kind import BaseKind
from vedu.foundation.many_rows import insert, reserve_ids
from vedu.foundation.people.user import User
from vedu.sales.deals import findable, kind_history, totals
from vedu.sales.deals.client_facts import follow_deals_of
from vedu.sales.deals.closing import Closing, return_task
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.imports.deal_batch import Accepted
from vedu.sales.imports.deal_draft import DealDraft
from vedu.sales.imports.lost_reasons import LostReasons
from vedu.sales.imports.stage_book import LOST


class DealWriter:
    """One a run: keeps the reasons and the people."""

    def __init__(self, job: Job) -> None:
        self._job = job
        self._reasons = LostReasons()

    def write(self, accepted: Sequence[Accepted], trace: Trace) -> None:
        """Their clients have been written."""
        deals = [self._deal(one.draft, one.place) for one in accepted]
        _insert(deals, "deal", trace)
        _insert([_first_move(deal) for deal in deals], "move", trace)
        closings = [self._closing(deal, one.draft, trace) for deal, one in zip(deals, accepted, strict=True)]
        _insert([closing for closing in closings if closing], "closing", trace)
        self._returns(deals, closings, trace)
        self._external_ids(deals, accepted, trace)
        self._follow(deals, accepted)

    def _deal(self, draft: DealDraft, place: Place) -> Deal:
        deal = Deal(
            name=draft.name,
            client=Client(pk=place.id, name=place.name),
            pipeline_id=draft.stage.pipeline_id,
            owner_id=draft.owner_id,
            amount=draft.amount,
            currency=draft.currency,
            expected_on=draft.expected_on,
            source=draft.source,
            opened_at=draft.opened_at,
            created_by=self._job.by,
            state=draft.result,
            closed_at=draft.closed_at,
            attend_at=draft.opened_at,
        )
        deal.enter(draft.stage, draft.opened_at)
        return deal

    def _closing(self, deal: Deal, draft: DealDraft, trace: Trace) -> Closing | None:
        if draft.closed_at is None:
            return None
        closing = Closing(
            deal_id=deal.pk, result=draft.result, at=draft.closed_at, by_id=draft.owner_id, stage_id=deal.stage_id
        )
        if draft.result == LOST:
            closing.reason, closing.note = self._reasons.find(draft.lost_reason, trace)
            closing.return_on = self._return_day(closing.reason, draft)
            closing.do_not_return = closing.return_on is None
        return closing

    def _return_day(self, reason: RefusalReason, draft: DealDraft) -> date | None:
        """The reason's usual pause after the closing, if that day is still ahead: no reminders of years ago."""
        if reason.return_days is None or draft.closed_at is None:
            return None
        day = timezone.localdate(draft.closed_at) + timedelta(days=reason.return_days)
        return day if day > timezone.localdate(self._job.at) else None

    def _returns(self, deals: Sequence[Deal], closings: Sequence[Closing | None], trace: Trace) -> None:
        coming = [(deal, one.return_on) for deal, one in zip(deals, closings, strict=True) if one and one.return_on]
        if not coming:
            return
        owners = User.objects.in_bulk({deal.owner_id for deal, _day in coming})
        for deal, _day in coming:
            deal.owner = owners[deal.owner_id]
        tasks = [return_task(deal, day, by=self._job.by, at=self._job.at) for deal, day in coming]
        _insert(tasks, "task", trace)

    def _external_ids(self, deals: Sequence[Deal], accepted: Sequence[Accepted], trace: Trace) -> None:
        ids = reserve_ids(ExternalId, len(deals))
        trace.create("external", ids)
        insert(
            ExternalId,
            ["id", "external_id", "object_id", "digest"],
            [
                (pk, one.draft.key, deal.pk, one.draft.digest)
                for pk, deal, one in zip(ids, deals, accepted, strict=True)
            ],
            source=self._job.namespace,
            kind="deal",
        )

    def _follow(self, deals: Sequence[Deal], accepted: Sequence[Accepted]) -> None:
        """Columns of the board, facts of the clients, what the search finds."""
        totals.count_in_all(deals)
        led = {one.place.id: one.place for one in accepted if one.draft.is_open}
        told = {one.place.id for one in accepted if not one.draft.is_open}
        follow_deals_of({one.place.id for one in accepted}, Deal.objects.all())
        kind_history.reckon(told | _followed(led), self._job.at)
        findable.refresh(deals)
        findable_clients.refresh(pk for pk, place in led.items() if not place.is_new)


def _followed(led: Collection[int]) -> set[int]:
    """Those of them who have been something else than cold: a deal that is open now may change what they are."""
    known = Client.objects.filter(pk__in=led).exclude(base_kind=BaseKind.COLD)
    return set(known.values_list("pk", flat=True))


def _first_move(deal: Deal) -> Move:
    return Move(deal_id=deal.pk, to_stage_id=deal.stage_id, by_id=deal.owner_id, at=deal.opened_at)


def _insert(rows: Sequence[Any], kind: str, trace: Trace) -> None:
    """All the columns of unsaved objects; they get their ids."""
    if not rows:
        return
    model: type[models.Model] = type(rows[0])
    for row, pk in zip(rows, reserve_ids(model, len(rows)), strict=True):
        row.pk = pk
    columns = [field.attname for field in model._meta.concrete_fields]
    insert(model, columns, [[getattr(row, name) for name in columns] for row in rows])
    trace.create(kind, [row.pk for row in rows])
