"""The next step of a deal as a chip, the same on every screen: colour, icon and words (deals/_step.html)."""

from datetime import datetime, tzinfo
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import get_language, override, pgettext

from vedu.foundation.values.moments import step_text
from vedu.web.deals.step_nouns import name_of, noun_of


class StepState(StrEnum):
    """Names of the colours: red, green, grey, yellow."""

    OVERDUE = "overdue"
    TODAY = "today"
    LATER = "later"
    NONE = "none"


class StepChip(NamedTuple):
    state: StepState
    icon: str
    words: str


def step_chip(
    task_kind: str | None,
    due_at: datetime | None,
    has_time: bool,
    now: datetime,
    zone: tzinfo,
    language: str | None = None,
) -> StepChip:
    """«Звонок · вчера», «Шага нет». Without a time of day only the local day counts.

    ``language`` None is that of the request; a loop should ask for it once."""
    language = language or get_language() or "en"
    if due_at is None or task_kind is None:
        return _no_step(language)
    when = step_text(due_at if has_time else due_at.astimezone(zone).date(), now, zone, language)
    words = f"{name_of(task_kind, language)} · {when}"
    return StepChip(step_state(due_at, has_time, now, zone), noun_of(task_kind).icon, words)


@lru_cache
def _no_step(language: str) -> StepChip:
    with override(language):
        return StepChip(StepState.NONE, icon="help-circle", words=pgettext("next step", "No step"))


def step_state(due_at: datetime | None, has_time: bool, now: datetime, zone: tzinfo) -> StepState:
    if due_at is None:
        return StepState.NONE
    day, today = due_at.astimezone(zone).date(), now.astimezone(zone).date()
    if day < today or (has_time and due_at < now):
        return StepState.OVERDUE
    return StepState.TODAY if day == today else StepState.LATER
