"""What a pipeline and a stage may say of themselves (STAGE-2): each fact is put in order, or refused by its field."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from django.utils.translation import gettext as _

from vedu.foundation.refusal import Invalid, Reason
from vedu.sales.deals.evidence_kind import EvidenceKind
from vedu.sales.deals.pipeline import PipelineKind

MOST_DAYS = 3650
MOST_MINUTES = 10_000
LONGEST_NAME, LONGEST_PURPOSE, LONGEST_GUIDANCE = 120, 300, 4000


def in_order(facts: Mapping[str, Any]) -> dict[str, Any]:
    """The facts as they are kept. Raises Invalid with a reason for each that cannot be."""
    kept: dict[str, Any] = {}
    reasons: list[Reason] = []
    for field, said in facts.items():
        try:
            kept[field] = CHECKS[field](field, said)
        except Invalid as wrong:
            reasons += wrong.reasons
    if reasons:
        raise Invalid(*reasons)
    return kept


def changes(record: object, facts: Mapping[str, Any]) -> dict[str, Any]:
    """What the facts were, of those that become something else."""
    return {field: getattr(record, field) for field, said in facts.items() if getattr(record, field) != said}


def wrong(field: str, code: str, sentence: str) -> Invalid:
    return Invalid(Reason(code, sentence, {"field": field}))


def _name(field: str, said: str) -> str:
    name = " ".join(said.split())
    if not name:
        raise wrong(field, "name-empty", _("Give it a name."))
    if len(name) > LONGEST_NAME:
        raise wrong(field, "name-too-long", _("The name is longer than 120 characters: shorten it."))
    return name


def _text(longest: int) -> Callable[[str, str], str]:
    def check(field: str, said: str) -> str:
        if len(said.strip()) > longest:
            sentence = _("This is longer than %(number)d letters: shorten it.") % {"number": longest}
            raise wrong(field, "too-long", sentence)
        return said.strip()

    return check


def _days(field: str, said: int) -> int:
    if not 1 <= said <= MOST_DAYS:
        raise wrong(field, "days-wrong", _("A norm is 1 to 3650 days."))
    return said


def _minutes(field: str, said: int | None) -> int | None:
    if said is not None and not 1 <= said <= MOST_MINUTES:
        raise wrong(field, "minutes-wrong", _("A norm of the first response is 1 to 10,000 minutes, or empty."))
    return said


def _percent(field: str, said: int) -> int:
    if not 0 <= said <= 100:
        raise wrong(field, "percent-wrong", _("A chance is 0 to 100 percent."))
    return said


def _kind(field: str, said: str) -> str:
    if said not in PipelineKind.values:
        raise wrong(field, "unknown-word", _("Choose active or passive sales."))
    return PipelineKind(said).value


def _gates(field: str, said: Iterable[str]) -> list[str]:
    """In the order in which evidence usually comes."""
    asked = set(said)
    if not asked <= set(EvidenceKind.values):
        raise wrong(field, "unknown-word", _("There is no such evidence: choose from the list."))
    return [kind for kind in EvidenceKind.values if kind in asked]


CHECKS: dict[str, Callable[[str, Any], Any]] = {
    "name": _name,
    "kind": _kind,
    "contact_norm_days": _days,
    "response_norm_minutes": _minutes,
    "purpose": _text(LONGEST_PURPOSE),
    "guidance": _text(LONGEST_GUIDANCE),
    "day_norm": _days,
    "chance": _percent,
    "gates": _gates,
}
