"""When a neglected client is told to the head and goes to the pool, pipeline by pipeline (OWN-4)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Pipeline
from vedu.web.clients.counts import CAP
from vedu.web.shell.capped_counts import capped_counts, count_text

MOST_DAYS = 3650


class NeglectForm(forms.Form):
    head_days = forms.IntegerField(label=_("To the head after, days"), required=False, min_value=1, max_value=MOST_DAYS)
    pool_days = forms.IntegerField(label=_("To the base after, days"), required=False, min_value=1, max_value=MOST_DAYS)


@dataclass(frozen=True, slots=True)
class NeglectRow:
    """``count`` are the neglected clients with an open deal here, as text."""

    pipeline: Pipeline
    form: NeglectForm
    count: str


def neglect_rows(sent: NeglectForm | None = None, of: int | None = None) -> Sequence[NeglectRow]:
    """``sent`` is the form of the pipeline ``of`` that came back with its errors. Two queries."""
    pipelines = list(Pipeline.objects.in_use())
    late = Client.objects.neglected(timezone.now())
    queries = {
        one.pk: late.filter(pk__in=Deal.objects.open().filter(pipeline=one).order_by().values("client"))
        for one in pipelines
    }
    counts = capped_counts(queries, CAP)
    return [
        NeglectRow(one, sent if sent and one.pk == of else _form(one), count_text(counts[one.pk], CAP))
        for one in pipelines
    ]


def _form(pipeline: Pipeline) -> NeglectForm:
    kept = {"head_days": pipeline.neglect_head_days, "pool_days": pipeline.neglect_pool_days}
    return NeglectForm(initial=kept, auto_id=f"id_{pipeline.pk}_%s")
