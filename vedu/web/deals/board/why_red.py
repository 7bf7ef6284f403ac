"""Why a deal is red or yellow, in one sentence made of facts (look.md: every colour has a sentence).

A board says the same few sentences again and again, so each is made once for a language and kept."""

from datetime import date, timedelta
from functools import lru_cache
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from vedu.foundation.values.durations import days_text
from vedu.foundation.values.words_of_time import words_in
from vedu.web.deals.row import DealRow
from vedu.web.deals.step_chip import StepState
from vedu.web.deals.step_nouns import FEMININE, NEUTER, StepNoun, noun_of
from vedu.web.shell.clock import Clock

GAP = "\u00a0"
ONE_HOUR, ONE_MINUTE = timedelta(hours=1), timedelta(minutes=1)
KEPT = 4096


class Why(NamedTuple):
    """``tone`` is "" for red and "none" for yellow, the classes of v-reason."""

    tone: str
    sentence: str


NOTHING = Why("", "")


def why_red(row: DealRow, state: StepState, days: int, norm: int, clock: Clock, *, is_over: bool) -> Why:
    """``days`` in the stage against its ``norm``. Empty for a deal that is neither red nor yellow."""
    if state == StepState.OVERDUE:
        return Why("", _overdue(row, clock))
    if state == StepState.NONE:
        return Why("none", _stepless(clock.day_of(row.attend_at), clock.today, clock.language))
    return Why("", _over_norm(days, norm, _talked_ago(row, clock), clock.language)) if is_over else NOTHING


def _overdue(row: DealRow, clock: Clock) -> str:
    """«Звонок просрочен на 3 дня», on the day itself on hours or minutes."""
    assert row.step_at is not None
    assert row.step_kind is not None
    days = (clock.today - clock.day_of(row.step_at)).days
    if days:
        return _late_days(row.step_kind, days, clock.language)
    late = clock.now - row.step_at
    hours = late // ONE_HOUR
    return _late_hours(row.step_kind, hours, 0 if hours else late // ONE_MINUTE, clock.language)


@lru_cache(KEPT)
def _late_days(kind: str, days: int, language: str) -> str:
    return _is_overdue(noun_of(kind), days_text(days, language))


@lru_cache(KEPT)
def _late_hours(kind: str, hours: int, minutes: int, language: str) -> str:  # noqa: ARG001 the key of what is kept
    if hours:
        return _is_overdue(noun_of(kind), ngettext("%(hours)d hour", "%(hours)d hours", hours) % {"hours": hours})
    minutes = max(1, minutes)
    late = ngettext("%(minutes)d minute", "%(minutes)d minutes", minutes) % {"minutes": minutes}
    return _is_overdue(noun_of(kind), late)


def _is_overdue(noun: StepNoun, late: str) -> str:
    words = {"step": noun.name, "late": late}
    if noun.gender == FEMININE:
        return pgettext("feminine", "%(step)s is overdue by %(late)s") % words
    if noun.gender == NEUTER:
        return pgettext("neuter", "%(step)s is overdue by %(late)s") % words
    return pgettext("masculine", "%(step)s is overdue by %(late)s") % words


@lru_cache(KEPT)
def _stepless(since: date, today: date, language: str) -> str:
    """«Шага нет с 18 ноября»."""
    distance = (today - since).days
    if distance <= 0:
        return _("The next step is not planned yet")
    if distance == 1:
        return _("No step since yesterday")
    return _("No step since %(day)s") % {"day": f"{since.day}{GAP}{words_in(language).months[since.month - 1]}"}


def _talked_ago(row: DealRow, clock: Clock) -> int | None:
    """Days since the last conversation."""
    if row.last_two_way_at is None:
        return None
    return max(0, (clock.today - clock.day_of(row.last_two_way_at)).days)


@lru_cache(KEPT)
def _over_norm(days: int, norm: int, talked_ago: int | None, language: str) -> str:
    """«11 дней при норме 6, говорили 9 дней назад»."""
    said = _("%(days)s with a norm of %(norm)d, %(talk)s")
    return said % {"days": days_text(days, language), "norm": norm, "talk": _talk(talked_ago, language)}


def _talk(days_ago: int | None, language: str) -> str:
    if days_ago is None:
        return _("no conversation yet")
    if days_ago == 0:
        return _("talked today")
    if days_ago == 1:
        return _("talked yesterday")
    return _("talked %(days)s ago") % {"days": days_text(days_ago, language)}
