"""How ready a brief is: which parts are filled, what is missing, by the weights of the company (PREP-1)."""

from typing import Any, NamedTuple

from django.db import DEFAULT_DB_ALIAS
from django.db.models import Case, IntegerField, Q, QuerySet, Subquery, Value, When
from django.db.models.expressions import Combinable

from vedu.clients.preparation.brief import Brief
from vedu.clients.preparation.brief_rule import ONLY, USUAL_READY, BriefRule
from vedu.clients.preparation.part import Part
from vedu.foundation.people.user import User
from vedu.foundation.prepared import Prepared


class Readiness(NamedTuple):
    """``percent`` is by weight, ``filled`` of ``total`` by number."""

    filled: int
    total: int
    percent: int
    missing: tuple[Part, ...]
    is_ready: bool


def readiness_of(brief: Brief | None, rule: BriefRule) -> Readiness:
    asked = rule.asked
    have = [part for part in asked if brief and getattr(brief, part)]
    percent = sum(asked[part] for part in have) * 100 // sum(asked.values())
    return Readiness(
        filled=len(have),
        total=len(asked),
        percent=percent,
        missing=tuple(part for part in asked if part not in have),
        is_ready=percent >= rule.ready_percent,
    )


def present_with_rule(client_id: int) -> tuple[Brief, BriefRule] | None:
    """The present brief, with who wrote it, and what the company expects of it: one query for a card."""
    found = _PRESENT.rows(client_id)
    if not found:
        return None
    *row, weights, ready = found[0]
    brief = Brief.from_db(DEFAULT_DB_ALIAS, _BRIEF, row[: len(_BRIEF)])
    brief.by = User.from_db(DEFAULT_DB_ALIAS, _AUTHOR, row[len(_BRIEF) :])
    return brief, BriefRule(weights=weights or {}, ready_percent=ready or USUAL_READY)


def _present(client_id: Any) -> "QuerySet[Brief, Any]":
    rule = BriefRule.objects.filter(pk=ONLY).order_by()
    columns = {name: Subquery(rule.values(name)) for name in ("weights", "ready_percent")}
    briefs = Brief.objects.filter(client__id=client_id).order_by("-at", "-pk").annotate(**columns)
    return briefs.values_list(*_BRIEF, *(f"by__{name}" for name in _AUTHOR), *columns)[:1]


_BRIEF = [column.attname for column in Brief._meta.concrete_fields]
_AUTHOR = [column.attname for column in User._meta.concrete_fields]
_PRESENT = Prepared(_present)


def score(rule: BriefRule) -> Combinable:
    """The weight of the filled parts, as a column of a query on Brief; ready from ``score_needed``."""
    total: Combinable = Value(0, output_field=IntegerField())
    for part, weight in rule.asked.items():
        total = total + Case(When(~Q(**{part: ""}), then=Value(weight)), default=Value(0), output_field=IntegerField())
    return total


def score_needed(rule: BriefRule) -> int:
    """The least score whose percent, rounded down, is that of the rule."""
    whole = sum(rule.asked.values())
    return -(-rule.ready_percent * whole // 100)
