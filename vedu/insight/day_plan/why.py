"""Why an entry stands in the day, in words: facts, no blame (DAY-1)."""

from dataclasses import dataclass

from vedu.foundation.values.durations import days_text
from vedu.foundation.values.moments import moment_text
from vedu.insight.day_plan.moment import Moment
from vedu.insight.day_plan.phrases import Phrases
from vedu.insight.day_plan.task_row import TaskRow
from vedu.sales.signals.readiness import readiness

MOST_FACTS = 2
# From so much on, in per cent, signals are worth a word.
READY = 50


@dataclass(frozen=True, slots=True)
class Reasons:
    """Those that hold at one moment, in the language of ``phrases``."""

    moment: Moment
    phrases: Phrases

    def why(self, task: TaskRow, *, is_largest: bool = False) -> str:
        """One or two facts that put the entry here, the most pressing first."""
        facts = [self._late(task), self._back(task)]
        if task.is_of_open_deal:
            facts += [self._over_norm(task), self.phrases.largest if is_largest else ""]
            facts += [self._ready(task), self._silent(task)]
        return ". ".join([fact for fact in facts if fact][:MOST_FACTS]) or self._planned(task)

    def _late(self, task: TaskRow) -> str:
        days = self.moment.days_since(task.due_at)
        if days > 1:
            return self.phrases.due_before % {"days": days_text(days, self.phrases.language)}
        if days == 1:
            return self.phrases.due_yesterday
        if self.moment.is_past(task.due_at, task.has_time):
            return self.phrases.was_due % {"time": self.moment.hour(task.due_at)}
        return ""

    def _back(self, task: TaskRow) -> str:
        if task.refusal is None:
            return ""
        return self.phrases.refused % {"reason": _lowered(task.refusal)} if task.refusal else self.phrases.put_off

    def _over_norm(self, task: TaskRow) -> str:
        if task.stage_since is None or task.stage_due_at is None or task.stage_due_at >= self.moment.now:
            return ""
        days = (self.moment.now - task.stage_since).days
        return self.phrases.over_norm % {"days": days_text(days, self.phrases.language), "norm": task.day_norm}

    def _ready(self, task: TaskRow) -> str:
        percent = round(100 * readiness(task.signal_strength, task.signals_at, self.moment.now))
        return self.phrases.ready % {"percent": percent} if percent >= READY else ""

    def _silent(self, task: TaskRow) -> str:
        if task.last_two_way_at is None:
            return self.phrases.no_talk
        days = self.moment.days_since(task.last_two_way_at)
        if days <= 1:
            return self.phrases.talk_yesterday if days == 1 else self.phrases.talk_today
        return self.phrases.talk_before % {"days": days_text(days, self.phrases.language)}

    def _planned(self, task: TaskRow) -> str:
        if self.moment.days_since(task.due_at) < 0:
            day = task.due_at.astimezone(self.moment.zone).date()
            return self.phrases.planned_for % {"day": moment_text(day, self.moment.now, self.moment.zone)}
        return (
            self.phrases.set_for % {"time": self.moment.hour(task.due_at)}
            if task.has_time
            else self.phrases.planned_today
        )


def _lowered(words: str) -> str:
    """As it stands inside a sentence; «ЛПР» further on keeps its capitals."""
    return words[:1].lower() + words[1:]
