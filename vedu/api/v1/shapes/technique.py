"""What works, as the API gives it."""

from collections.abc import Sequence
from typing import Any

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.stage_norm import ShareOut, with_interval
from vedu.api.v1.shapes.values import UtcMoment
from vedu.insight.techniques.answers import AnswerRates
from vedu.insight.techniques.comparison import Effect, Verdict
from vedu.insight.techniques.report import Judged, Report
from vedu.insight.win_rate import WinRate
from vedu.sales.talk.argument import ArgumentFlag
from vedu.sales.talk.objection_kind import ObjectionKind


class EffectOut(BaseModel):
    """Among deals that are alike the share is higher by ``apart`` (from −1 to 1), with the bounds of its interval at
    95 %. ``chance``: how probable so large a difference would be if there were none."""

    apart: float
    low: float
    high: float
    chance: float


class JudgedOut(BaseModel):
    """``with_it`` against ``without_it``, of all deals; null where there are none. ``effect`` is null and ``verdict``
    ``too_few`` where too few can be compared."""

    with_it: ShareOut | None
    without_it: ShareOut | None
    effect: EffectOut | None
    verdict: Verdict


class TechniqueOut(JudgedOut):
    """``without_it`` are the deals led without a script. ``cycle_days``: median from opening to winning."""

    playbook: int
    name: str
    cycle_days: int | None


class AskedOut(JudgedOut):
    """``question`` is its key in the playbook."""

    playbook: int
    question: str
    text: str
    is_open: bool


class ArgumentEffectOut(JudgedOut):
    """``convinced`` of the uses whose end is known."""

    benefit: int
    product: int
    text: str
    convinced: ShareOut | None


class FlagEffectOut(JudgedOut):
    flag: ArgumentFlag


class AnswerEffectOut(JudgedOut):
    """Of objections removed, not of deals; ``without_it``: by the other answers to this kind. ``won``: of the deals in
    which it was used. Two years, the whole company."""

    rebuttal: int
    kind: ObjectionKind
    title: str
    won: ShareOut | None


class TechniquesOut(BaseModel):
    """Counted ``at``; null while no night has been yet."""

    at: UtcMoment | None
    without_script: ShareOut | None
    techniques: list[TechniqueOut]
    questions: list[AskedOut]
    arguments: list[ArgumentEffectOut]
    flags: list[FlagEffectOut]
    answers: list[AnswerEffectOut]


def techniques(report: Report, answers: Sequence[Judged[AnswerRates]]) -> Json:
    return {
        "at": moment(report.at) if report.at else None,
        "without_script": _share(report.without_script.one),
        "techniques": [
            {"playbook": one.thing.pk, "name": one.thing.name, "cycle_days": one.counted.cycle} | _judged(one)
            for one in report.techniques
        ],
        "questions": [
            {
                "playbook": one.thing.playbook.pk,
                "question": one.thing.question.key,
                "text": one.thing.question.text,
                "is_open": one.thing.question.is_open,
            }
            | _judged(one)
            for one in report.questions
        ],
        "arguments": [
            {"benefit": one.thing.pk, "product": one.thing.product_id, "text": one.thing.benefit}
            | {"convinced": _share(one.counted.convinced)}
            | _judged(one)
            for one in report.arguments
        ],
        "flags": [{"flag": one.thing} | _judged(one) for one in report.flags],
        "answers": [
            {"rebuttal": one.thing.rebuttal, "kind": one.thing.kind, "title": one.thing.title}
            | {"won": _share(one.thing.won)}
            | _judged(one)
            for one in answers
        ],
    }


def _judged(one: Judged[Any]) -> Json:
    return {
        "with_it": _share(one.counted.one),
        "without_it": _share(one.counted.other),
        "effect": _effect(one.effect) if one.effect else None,
        "verdict": one.verdict,
    }


def _effect(known: Effect) -> Json:
    low, high = known.interval
    return {
        "apart": round(known.apart, 4),
        "low": round(low, 4),
        "high": round(high, 4),
        "chance": round(known.chance, 6),
    }


def _share(known: WinRate) -> Json | None:
    return with_interval(known) if known.total else None
