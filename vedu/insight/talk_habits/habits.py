"""The habits of those whose work a person sees, himself first (TALK-6)."""

from datetime import datetime
from typing import NamedTuple

from django.db.models import Q

from vedu.foundation.people.user import User
from vedu.insight.talk_habits.kept_lines import Kept, kept_lines
from vedu.insight.talk_habits.open_questions import open_questions
from vedu.insight.win_rate import WinRate

NOTHING = WinRate(0, 0)


class Habit(NamedTuple):
    """``opened`` questions of those asked."""

    opened: WinRate = NOTHING
    kept: Kept = Kept(0, NOTHING)


def habits_of(viewer: User, since: datetime) -> list[tuple[User, Habit]]:
    """Sellers of today and whoever else asked or filled in anything since; those who ask openly most stand first.

    Four queries."""
    ids = viewer.visible_owner_ids()
    opened, kept = open_questions(ids, since), kept_lines(ids, since)
    wanted = Q(pk__in=User.objects.sellers()) | Q(pk__in={*opened, *kept})
    people = User.objects.seen_by(viewer).filter(wanted)
    habits = {one: Habit(opened.get(one.pk, NOTHING), kept.get(one.pk, Habit().kept)) for one in people}
    return sorted(habits.items(), key=lambda row: (not row[1].opened.total, -row[1].opened.share, row[0].name))
