"""Needs and objections in the client's words, as the panels show them."""

from dataclasses import dataclass
from typing import Any

from django.db.models import BooleanField, Case, CharField, QuerySet, TextField, Value, When
from django.urls import reverse
from django.utils.safestring import SafeString

from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need, NeedPriority
from vedu.sales.talk.objection import Objection, ObjectionKind, ObjectionResult

NO_FORM = SafeString("")
_NEED, _OBJECTION = "need", "objection"


@dataclass(slots=True)
class NeedRow:
    """``details``: the problem and how they live with it now. ``form`` confirms, for those who may."""

    pk: int
    words: str
    details: list[str]
    priority: str
    is_critical: bool
    is_confirmed: bool
    form: SafeString = NO_FORM

    @property
    def confirm_url(self) -> str:
        return reverse("deal:confirmation", args=[self.pk])


@dataclass(slots=True)
class ObjectionRow:
    """``form`` writes the answer down."""

    pk: int
    text: str
    kind: str
    answer: str
    result: str
    is_answered: bool
    is_indecision: bool
    form: SafeString = NO_FORM

    @property
    def reply_url(self) -> str:
        return reverse("deal:reply", args=[self.pk])


def said_of(deal: Deal) -> tuple[list[NeedRow], list[ObjectionRow]]:
    """One query for both; those that wait for a word come first."""
    needs, objections = [], []
    for source, *facts in _rows(deal):
        if source == _NEED:
            needs.append(_need(*facts))
        else:
            objections.append(_objection(*facts))
    return sorted(needs, key=_waiting), sorted(objections, key=_waiting)


def _waiting(row: NeedRow | ObjectionRow) -> tuple[bool, int]:
    return row.is_confirmed if isinstance(row, NeedRow) else row.is_answered, row.pk


def _rows(deal: Deal) -> "QuerySet[Need, tuple[Any, ...]]":
    """(source, pk, words, a second text, a third, kind, result, is indecision)."""
    confirmed = Case(When(confirmed_at=None, then=_word("")), default=_word("confirmed"))
    no, text = Value(False, output_field=BooleanField()), Value("", output_field=TextField())
    needs = Need.objects.filter(deal=deal.pk).order_by()
    objections = Objection.objects.filter(deal=deal.pk).order_by()
    rows = needs.values_list(_word(_NEED), "pk", "words", "problem", "current_solution", "priority", confirmed, no)
    others = objections.values_list(_word(_OBJECTION), "pk", "text", "answer", text, "kind", "result", "is_indecision")
    return rows.union(others, all=True)


def _word(text: str) -> Value:
    return Value(text, output_field=CharField())


def _need(pk: int, words: str, problem: str, solution: str, priority: str, confirmed: str, _no: bool) -> NeedRow:
    details = [text for text in (problem, solution) if text]
    label = str(NeedPriority(priority).label)
    return NeedRow(pk, words, details, label, priority == NeedPriority.CRITICAL, bool(confirmed))


def _objection(
    pk: int, text: str, answer: str, _empty: str, kind: str, result: str, is_indecision: bool
) -> ObjectionRow:
    return ObjectionRow(
        pk=pk,
        text=text,
        kind=str(ObjectionKind(kind).label),
        answer=answer,
        result=str(ObjectionResult(result).label),
        is_answered=result == ObjectionResult.ANSWERED,
        is_indecision=bool(is_indecision),
    )
