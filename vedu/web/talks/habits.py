"""How sellers talk, as rows of the page."""

from datetime import timedelta
from functools import cached_property
from typing import NamedTuple

from django.utils import timezone

from vedu.foundation.people.user import User
from vedu.foundation.values.durations import days_text
from vedu.insight.talk_habits.habits import habits_of
from vedu.insight.talk_habits.kept_lines import FEWEST_TALKS, missed_lines
from vedu.insight.talk_habits.open_questions import FEWEST
from vedu.web.shell.share_bar import ShareBar

PERIODS = (30, 90, 365)
USUAL = 90
MOST_MISSED = 6


class PersonRow(NamedTuple):
    person: User
    is_you: bool
    opened: ShareBar
    talks: int
    kept: ShareBar


class MissedRow(NamedTuple):
    checklist: str
    text: str
    kept: ShareBar


class Habits:
    """Of those whose work the viewer sees. Five queries."""

    def __init__(self, viewer: User, days: int) -> None:
        self.viewer, self.days = viewer, days
        self.since = timezone.now() - timedelta(days=days)

    @property
    def periods(self) -> list[tuple[int, str, bool]]:
        return [(days, days_text(days), days == self.days) for days in PERIODS]

    @cached_property
    def rows(self) -> list[PersonRow]:
        return [
            PersonRow(
                person,
                person.pk == self.viewer.pk,
                ShareBar.of(habit.opened, FEWEST),
                habit.kept.talks,
                ShareBar.of(habit.kept.lines, FEWEST),
            )
            for person, habit in habits_of(self.viewer, self.since)
        ]

    @cached_property
    def missed(self) -> list[MissedRow]:
        """What is forgotten most."""
        lines = missed_lines(self.viewer.visible_owner_ids(), self.since)[:MOST_MISSED]
        return [MissedRow(one.checklist, one.text, ShareBar.of(one.kept, FEWEST_TALKS)) for one in lines]

    @property
    def is_empty(self) -> bool:
        return all(row.opened.is_empty and not row.talks for row in self.rows)
