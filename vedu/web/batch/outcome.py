"""What a person sees before an action with many objects, and after it: how many, and what is refused and why."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self

from django.http import QueryDict

from vedu.foundation.bulk import BulkResult, each, rehearse
from vedu.web.batch.action import Action, T

MOST = 200
MOST_SHOWN = 6


@dataclass(frozen=True, slots=True)
class Refusal:
    name: str
    sentences: list[str]


@dataclass(frozen=True, slots=True)
class Outcome:
    """``hidden`` counts refusals beyond those shown."""

    done: int
    refusals: list[Refusal]
    hidden: int

    @classmethod
    def of(cls, result: BulkResult[T], action: Action[T]) -> Self:
        refusals = [Refusal(action.name_of(each), [reason.sentence for reason in why]) for each, why in result.refused]
        return cls(len(result.done), refusals[:MOST_SHOWN], max(0, len(refusals) - MOST_SHOWN))

    @property
    def refused(self) -> int:
        return len(self.refusals) + self.hidden


def picked(form: QueryDict, name: str) -> list[int]:
    """Ids of what was ticked, 200 at most."""
    return [int(text) for text in form.getlist(name) if text.isascii() and text.isdigit()][:MOST]


def foresee(action: Action[T], objects: Sequence[T]) -> Outcome:
    return Outcome.of(rehearse(objects, action.verb()), action)


def perform(action: Action[T], objects: Sequence[T]) -> Outcome:
    return Outcome.of(each(objects, action.verb()), action)
