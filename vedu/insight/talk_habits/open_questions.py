"""The share of open questions among those that a seller asked (TALK-6).

A question counts as asked when its answer was written down; every answer counts. Whether it was open is what its
playbook says in the version of that day. What is asked outside the playbook nobody knows."""

from collections import Counter
from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db.models import Count, QuerySet

from vedu.insight.win_rate import WinRate
from vedu.sales.playbooks.answer import Answer
from vedu.sales.playbooks.playbook import PlaybookVersion

# With fewer a share says nothing that a person could use.
FEWEST = 10


def open_questions(owner_ids: Collection[int] | None, since: datetime) -> dict[int, WinRate]:
    """By person: open ones of all he asked since then; None asks for everybody. Two queries."""
    rows = list(_asked(owner_ids, since))
    is_open = _openness({version for _person, version, _key, _count in rows})
    asked, opened = Counter[int](), Counter[int]()
    for person, version, key, count in rows:
        asked[person] += count
        opened[person] += count * is_open.get((version, key), True)
    return {person: WinRate(opened[person], total) for person, total in asked.items()}


def _asked(owner_ids: Collection[int] | None, since: datetime) -> "QuerySet[Answer, tuple[Any, ...]]":
    """(person, version, key, how often)."""
    answers = Answer.objects.filter(at__gte=since, by__isnull=False)
    if owner_ids is not None:
        answers = answers.filter(by__in=owner_ids)
    return (
        answers.order_by()
        .values("by", "version", "question")
        .annotate(count=Count("pk"))
        .values_list("by", "version", "question", "count")
    )


def _openness(versions: Collection[int]) -> dict[tuple[int, str], bool]:
    """By (version, key of the question)."""
    found = PlaybookVersion.objects.filter(pk__in=versions).only("steps")
    return {(one.pk, question.key): question.is_open for one in found for question in one.script.questions()}
