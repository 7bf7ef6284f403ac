"""Needs and objections in the client's words as the panels show them, and the evidence that was recorded."""

from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from django.db.models import BooleanField, Case, CharField, QuerySet, TextField, Value, When
from django.db.models.functions import Cast
from django.utils.safestring import SafeString

from vedu.foundation.prepared import Prepared
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.objections.objection_action import ActionKind, ObjectionAction
from vedu.sales.talk.need import Need, NeedPriority
from vedu.sales.talk.objection import Objection, ObjectionKind, ObjectionResult
from vedu.web.shell.address import address_of

NO_FORM = SafeString("")


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
        return address_of("deal:confirmation", self.pk)


@dataclass(slots=True)
class ObjectionRow:
    """``code`` of the kind. ``form`` writes the answer down."""

    pk: int
    text: str
    kind: str
    answer: str
    result: str
    is_answered: bool
    is_indecision: bool
    code: str = ""
    cause: str = ""
    form: SafeString = NO_FORM

    @property
    def reply_url(self) -> str:
        return address_of("deal:reply", self.pk)

    @property
    def offered_url(self) -> str:
        return address_of("objections:offered", self.pk)


@dataclass(slots=True)
class ActionRow:
    """What the client has till a day. ``words`` say it; ``form`` ends it, for those who may."""

    pk: int
    what: str
    until_on: date
    note: str
    words: str = ""
    form: SafeString = NO_FORM

    @property
    def ending_url(self) -> str:
        return address_of("objections:ending", self.pk)


class Said(NamedTuple):
    """Needs and objections that wait for a word come first; ``recorded`` are the kinds of evidence written down,
    ``actions`` what was given and is not over."""

    needs: list[NeedRow]
    objections: list[ObjectionRow]
    recorded: set[str]
    actions: list[ActionRow]


def said_of(deal: Deal) -> Said:
    """One query for all of it."""
    said = Said([], [], set(), [])
    for source, *facts in _SAID.rows(deal.pk):
        match source:
            case "need":
                said.needs.append(_need(*facts))
            case "objection":
                said.objections.append(_objection(*facts))
            case "given":
                said.actions.append(_action(*facts))
            case _:
                said.recorded.add(source)
    said.needs.sort(key=_waiting)
    said.objections.sort(key=_waiting)
    return said


def _waiting(row: NeedRow | ObjectionRow) -> tuple[bool, int]:
    return row.is_confirmed if isinstance(row, NeedRow) else row.is_answered, row.pk


def _rows(deal_id: int) -> "QuerySet[Need, tuple[Any, ...]]":
    """(source, id, words, a second text, a third, kind, result, is indecision); evidence gives its kind as source."""
    confirmed = Case(When(confirmed_at=None, then=_word("")), default=_word("confirmed"))
    no, text, word = Value(False, output_field=BooleanField()), Value("", output_field=TextField()), _word("")
    needs = Need.objects.filter(deal=deal_id).order_by()
    objections = Objection.objects.filter(deal=deal_id).order_by()
    evidence = Evidence.objects.filter(deal=deal_id).order_by()
    given = ObjectionAction.objects.running().filter(deal=deal_id).order_by()
    until = Cast("until_on", TextField())
    return needs.values_list(
        _word("need"), "pk", "words", "problem", "current_solution", "priority", confirmed, no
    ).union(
        objections.values_list(_word("objection"), "pk", "text", "answer", "cause", "kind", "result", "is_indecision"),
        evidence.values_list("kind", "pk", text, text, text, word, word, no),
        given.values_list(_word("given"), "pk", "note", until, text, "kind", word, no),
        all=True,
    )


_SAID = Prepared(_rows)


def _word(text: str) -> Value:
    return Value(text, output_field=CharField())


def _need(pk: int, words: str, problem: str, solution: str, priority: str, confirmed: str, _no: bool) -> NeedRow:
    details = [text for text in (problem, solution) if text]
    label = str(NeedPriority(priority).label)
    return NeedRow(pk, words, details, label, priority == NeedPriority.CRITICAL, bool(confirmed))


def _objection(
    pk: int, text: str, answer: str, cause: str, kind: str, result: str, is_indecision: bool
) -> ObjectionRow:
    return ObjectionRow(
        pk=pk,
        text=text,
        code=kind,
        kind=str(ObjectionKind(kind).label),
        cause=cause,
        answer=answer,
        result=str(ObjectionResult(result).label),
        is_answered=result == ObjectionResult.ANSWERED,
        is_indecision=bool(is_indecision),
    )


def _action(pk: int, note: str, until: str, _empty: str, kind: str, _word: str, _no: bool) -> ActionRow:
    return ActionRow(pk, str(ActionKind(kind).label), date.fromisoformat(until), note)
