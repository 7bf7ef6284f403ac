"""The questions as a seller is asked them: each time in another order."""

from collections.abc import Mapping
from random import SystemRandom
from typing import NamedTuple

from django.http import QueryDict

from vedu.sales.catalogue.check import KnowledgeCheck

_dice = SystemRandom()


class Option(NamedTuple):
    """``number`` as the check knows it."""

    number: int
    text: str
    is_chosen: bool


class Asked(NamedTuple):
    """``number`` as the check knows it; ``error`` where nothing was chosen."""

    number: int
    text: str
    options: list[Option]
    error: str = ""


def sheet_of(
    check: KnowledgeCheck, chosen: Mapping[int, int] | None = None, wrong: Mapping[int, str] | None = None
) -> list[Asked]:
    """Shuffled; what was chosen stays chosen, whatever place it comes to."""
    known, errors = chosen or {}, wrong or {}
    asked = [
        Asked(
            number,
            question.text,
            _shuffled([Option(place, text, known.get(number) == place) for place, text in enumerate(question.options)]),
            errors.get(number, ""),
        )
        for number, question in enumerate(check.asked)
    ]
    _dice.shuffle(asked)
    return asked


def said(post: QueryDict, check: KnowledgeCheck) -> dict[int, int]:
    """The number of the chosen option by that of the question."""
    answers = ((number, post.get(f"answer-{number}", "")) for number in range(len(check.questions)))
    return {number: int(word) for number, word in answers if word.isascii() and word.isdigit() and len(word) < 3}


def _shuffled(options: list[Option]) -> list[Option]:
    _dice.shuffle(options)
    return options
