"""What the company expects of a brief: which parts count and how much, from which readiness it is ready."""

from collections.abc import Mapping
from typing import Self

from django.db import models
from django.utils.translation import gettext as _

from vedu.clients.preparation.part import Part
from vedu.clients.preparation.questions import INDUSTRIES
from vedu.foundation.events import tell
from vedu.foundation.people.authority import EVERYTHING
from vedu.foundation.people.installation import Installation
from vedu.foundation.people.user import User
from vedu.foundation.refusal import NotAllowed, Reason, invalid

ONLY = 1
MOST_WEIGHT = 10
USUAL_READY = 60


class BriefRule(models.Model):
    """One row at most; without it every part weighs the same. A part of weight 0 is not asked for.

    ``industry`` is a key of INDUSTRIES whose questions stand beside the parts."""

    weights = models.JSONField(default=dict)
    ready_percent = models.PositiveSmallIntegerField(default=USUAL_READY)
    industry = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints = [models.CheckConstraint(condition=models.Q(pk=ONLY), name="one_brief_rule")]

    def __str__(self) -> str:
        return f"ready from {self.ready_percent} %"

    @property
    def asked(self) -> dict[Part, int]:
        """The parts that count, with their weights."""
        weights = {part: int(self.weights.get(part, 1)) for part in Part}
        return {part: weight for part, weight in weights.items() if weight}

    @classmethod
    def current(cls) -> Self:
        return cls.objects.filter(pk=ONLY).first() or cls(pk=ONLY)

    @classmethod
    def decide(cls, weights: Mapping[str, int], *, ready_percent: int, industry: str = "", by: User | None) -> Self:
        """For those who run the whole company. Raises Invalid."""
        if by is not None and by.role not in EVERYTHING:
            sentence = _("Only the owner of the business or an administrator decides what a brief must have.")
            raise NotAllowed(Reason("brief-rule-not-yours", sentence))
        _require_sensible(weights, ready_percent, industry)
        kept = {part: weights.get(part, 1) for part in Part.values}
        values = {"weights": kept, "ready_percent": ready_percent, "industry": industry}
        rule, _is_new = cls.objects.update_or_create(pk=ONLY, defaults=values)
        tell("brief.rule_decided", by=by, weights=kept, ready_percent=ready_percent, industry=industry)
        return rule


def industry_of(rule: BriefRule) -> str:
    """The one that was chosen, else what the company began with."""
    if rule.industry:
        return rule.industry
    begun = Installation.objects.values_list("business", flat=True).first() or ""
    return begun if begun in INDUSTRIES else "own"


def _require_sensible(weights: Mapping[str, int], ready_percent: int, industry: str) -> None:
    for part, weight in weights.items():
        if part not in Part.values or not 0 <= weight <= MOST_WEIGHT:
            raise invalid(part, "weight-wrong", _("A part weighs from 0 to 10; 0 leaves it out."))
    if not any(weights.get(part, 1) for part in Part.values):
        raise invalid(Part.PROBLEM, "weight-wrong", _("At least one part has to count."))
    if not 1 <= ready_percent <= 100:
        raise invalid("ready_percent", "percent-wrong", _("Readiness is from 1 to 100 percent."))
    if industry and industry not in INDUSTRIES:
        raise invalid("industry", "unknown-word", _("Choose whose questions stand beside the parts."))
