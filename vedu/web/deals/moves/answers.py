"""Moves a deal, first writing down the answers that came with the move: all of it, or nothing."""

from collections.abc import Sequence
from itertools import chain

from django.db import transaction
from django.http import QueryDict

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, Missing, Reason
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.sales.deals.pipeline import Stage
from vedu.web.deals.moves.ask import QUESTIONS, Ask, asked, unasked
from vedu.web.deals.moves.questions.question import Question


def move_with_answers(deal: Deal, stage: Stage, said: QueryDict, by: User) -> Move | Ask:
    """The move, or what has to be asked for it. Raises Refused when no answer would help."""
    if "override" in said:
        return _override(deal, stage, said, by)
    questions = asked(deal, said)
    if any([question.errors for question in questions]):  # noqa: C419 each shows its errors
        return _ask(deal, stage, questions, by)
    try:
        with transaction.atomic():
            _answer(questions, by)
            return deal.move_to(stage, by=by)
    except Missing as missing:
        return _still_missing(deal, stage, questions, missing.reasons, by)
    except Invalid:
        if not any(question.errors for question in questions):
            raise
        return _ask(deal, stage, questions, by)


def _override(deal: Deal, stage: Stage, said: QueryDict, by: User) -> Move | Ask:
    """A head lets the deal pass; without his reason he is asked for it."""
    reason = said.get("override_reason", "")
    try:
        return deal.move_to(stage, by=by, override_reason=reason)
    except Missing as missing:
        questions = unasked(deal, missing.reasons)
        return _ask(deal, stage, questions, by, wants_override=True)


def _answer(questions: Sequence[Question], by: User) -> None:
    for question in questions:
        try:
            question.answer(by)
        except Invalid as wrong:
            _mark(question, wrong.reasons)
            raise


def _mark(question: Question, reasons: Sequence[Reason]) -> None:
    """Put the sentence at its field, when the question has one of that name."""
    for reason in reasons:
        field = reason.facts.get("field")
        question.add_error(field if field in question.fields else None, reason.sentence)


def _still_missing(deal: Deal, stage: Stage, given: Sequence[Question], reasons: Sequence[Reason], by: User) -> Ask:
    """What was answered stays in its fields; what was not asked before is asked now. What no question of ours can
    answer is said: the check of a product is passed elsewhere."""
    kept = {str(question.kind): question for question in given}
    still = [reason.sentence for reason in reasons if reason.code in kept or reason.code not in QUESTIONS]
    new = [question for question in unasked(deal, reasons) if str(question.kind) not in kept]
    return _ask(deal, stage, list(chain(given, new)), by, still=still)


def _ask(
    deal: Deal,
    stage: Stage,
    questions: Sequence[Question],
    by: User,
    *,
    still: Sequence[str] = (),
    wants_override: bool = False,
) -> Ask:
    return Ask(deal, stage, questions, by.manages(deal.owner_id), still, wants_override=wants_override)
