"""Offering to close: contract and invoice in one action (STAGE-7). A task, until documents write themselves."""

from datetime import datetime
from typing import TYPE_CHECKING

from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.touches.channel import TaskKind
from vedu.sales.touches.next_step import NextStep
from vedu.sales.touches.task import Task

if TYPE_CHECKING:
    from vedu.sales.deals.deal import Deal


def offer_closing(deal: "Deal", *, by: User, at: datetime | None = None) -> Task:
    """Plans contract and invoice for today. Refused while documents are to be sent already."""
    deal.require_work(by)
    if deal.tasks.open().filter(kind=TaskKind.DOCUMENT).exists():
        raise Refused(Reason("documents-planned", _("Documents are planned on this deal already.")))
    today = timezone.localtime(at).replace(hour=0, minute=0, second=0, microsecond=0)
    step = NextStep(TaskKind.DOCUMENT, today, title=_("Contract and invoice together"), has_time=False)
    return deal.plan(step, by=by, at=at)
