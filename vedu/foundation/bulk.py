"""One verb on many objects: each by the same rule as alone, refusals collected, nothing half-done."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from django.db import models, transaction

from vedu.foundation.refusal import Reason, Refused

T = TypeVar("T", bound=models.Model)


@dataclass(slots=True)
class BulkResult(Generic[T]):
    """``refused`` holds each object that a rule stopped, with the reasons."""

    done: list[T] = field(default_factory=list)
    refused: list[tuple[T, Sequence[Reason]]] = field(default_factory=list)


def each(objects: Iterable[T], verb: Callable[[T], object]) -> BulkResult[T]:
    """Call ``verb`` on every object in a savepoint of its own."""
    result: BulkResult[T] = BulkResult()
    for item in objects:
        try:
            with transaction.atomic():
                verb(item)
        except Refused as refusal:
            result.refused.append((item, refusal.reasons))
        else:
            result.done.append(item)
    return result


def rehearse(objects: Iterable[T], verb: Callable[[T], object]) -> BulkResult[T]:
    """What ``each`` would do, by the same rules and with nothing kept: for a preview.

    ``objects`` are only for the rehearsal: the verb leaves its traces on them."""
    with transaction.atomic():
        result = each(objects, verb)
        transaction.set_rollback(True)
    return result
