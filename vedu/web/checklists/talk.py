"""A talk and the checklists to go through after it (checklists/_talk.html)."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.foundation.values.moments import moment_text
from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import TALKS, FilledChecklist, lists_for
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import Channel
from vedu.sales.touches.touch import Touch
from vedu.web.shell.address import address_of
from vedu.web.shell.clock import Clock


class Line(NamedTuple):
    key: str
    text: str
    is_done: bool


class ListRows(NamedTuple):
    """``score`` «5 из 6», "" while nobody has gone through it."""

    pk: int
    name: str
    lines: list[Line]
    score: str


@dataclass
class Talk:
    """Three queries."""

    touch: Touch
    clock: Clock

    @property
    def url(self) -> str:
        return address_of("checklists:talk", self.touch.pk)

    @property
    def words(self) -> str:
        """«Звонок, вчера»."""
        clock = self.clock
        day = moment_text(self.touch.at, clock.now, clock.zone, language=clock.language)
        return _("%(channel)s, %(day)s") % {"channel": Channel(self.touch.channel).label, "day": day}

    @cached_property
    def lists(self) -> list[ListRows]:
        filled = {one.checklist_id: one for one in FilledChecklist.objects.filter(touch=self.touch)}
        return [list_rows(one, filled) for one in lists_for(self.touch)]


def last_talk(deal: Deal, clock: Clock) -> Talk | None:
    """The latest talk about the deal; one query more."""
    touch = Touch.objects.filter(deal=deal, channel__in=TALKS, two_way=True).order_by("-at", "-pk").first()
    return Talk(touch, clock) if touch else None


def list_rows(one: Checklist, filled: Mapping[int, FilledChecklist]) -> ListRows:
    known = filled.get(one.pk)
    done = {line.key for line in known.lines if line.is_done} if known else set()
    score = _("%(part)d of %(whole)d") % {"part": known.done, "whole": known.total} if known else ""
    return ListRows(one.pk, one.name, [Line(line.key, line.text, line.key in done) for line in one.lines], score)
