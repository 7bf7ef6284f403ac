"""How deals of the demo world end, and how the open ones stand today."""

from datetime import datetime, time, timedelta
from random import Random
from typing import NamedTuple

from django.utils import timezone

from vedu.demo.wholesale import words
from vedu.demo.wholesale.story import Story
from vedu.sales.deals.pipeline import Stage
from vedu.sales.deals.refusal_reason import RefusalReason
from vedu.sales.touches.next_step import NextStep

# Where deals are lost (stage position, weight) and for what.
LOST_AT = (1, 1, 2, 2, 2, 3, 3, 4, 4, 4, 5, 5)
WHY: dict[int, tuple[str, ...]] = {
    1: ("not_reached", "no_answer", "wrong_data"),
    2: ("no_need", "own_supplier", "no_answer"),
    3: ("no_need", "own_supplier", "not_now"),
    4: ("expensive", "expensive", "own_supplier", "terms"),
    5: ("expensive", "no_budget", "competitor", "put_off"),
}
# Open deals by stage: many at the start, few at the end.
OPEN_AT = (0, 0, 0, 1, 1, 1, 2, 2, 3, 3, 4, 4, 5, 6, 7)


PACE = 0.6
LONG = 0.35
IN_VAIN = 0.5


class Place(NamedTuple):
    """``position`` of the stage, and the moment the deal was opened."""

    position: int
    start: datetime


class Endings:
    def __init__(self, rng: Random, dice: Random, now: datetime) -> None:
        self.rng, self.dice, self.now = rng, dice, now
        self.reasons = RefusalReason.objects.in_bulk(field_name="code")

    def close(self, story: Story) -> None:
        """Won at the end of the way, or lost somewhere on it."""
        if self.rng.random() < 0.45:
            self._win(story)
        else:
            self._lose(story)

    def place(self, stages: list[Stage]) -> Place:
        """Where an open deal stands today and when it began: four of five within the norm of their stage; of
        the others some drag for long."""
        position = self.rng.choice(OPEN_AT)
        share = self.rng.uniform(0.05, 0.95) if self.rng.random() < 0.82 else self.rng.uniform(1.05, 2.2)
        drags = 1.7 if share > 1 and self.dice.random() < LONG else 1.0
        in_stage = stages[position].day_norm * share * drags
        way = sum(stage.day_norm for stage in stages[:position]) * PACE
        return Place(position, self.now - timedelta(days=in_stage + way, hours=3))

    def leave_open(self, story: Story, position: int) -> None:
        """Stands in its stage with a step overdue, due today or later; now and then with none."""
        story.lead_to(position, pace=PACE, until=self.now - timedelta(hours=2), even=True)
        if position == 5:
            story.object_without_answer()
        self._plan(story, position)

    def _win(self, story: Story) -> None:
        until = self.now - timedelta(hours=3)
        story.by_script(wins=True)
        if story.client.last_two_way_at is not None and self.rng.random() < 0.7:
            story.repeat(until=until)
        else:
            story.lead_to(7, pace=self.rng.uniform(0.3, 0.7), until=until)
        story.support(until=until)
        story.led.win(by=story.owner, at=story.at)

    def _lose(self, story: Story) -> None:
        position = self.rng.choice(LOST_AT)
        until = self.now - timedelta(hours=3)
        story.by_script(wins=False)
        story.lead_to(position, pace=self.rng.uniform(0.3, 0.9), until=until)
        story.linger(until=until)
        if position >= 4 and story.answers.dice.random() < IN_VAIN:
            story.object_in_vain()
        reason = self.reasons[self.rng.choice(WHY[position])]
        competitor = self.rng.choice(words.LOST_TO) if reason.code in {"competitor", "own_supplier"} else ""
        story.led.lose(by=story.owner, reason=reason, competitor=competitor, at=story.at)
        # Old returns were made long ago; only some of the fresh ones still wait.
        for task in story.led.tasks.open():
            fresh = self.now - task.due_at < timedelta(days=10)
            if task.due_at < self.now and (not fresh or self.rng.random() < 0.6):
                task.complete(by=story.owner, result="Вернулись: пока не нужно", at=task.due_at)

    def _plan(self, story: Story, position: int) -> None:
        luck = self.rng.random()
        if luck < 0.08:
            return
        if luck < 0.22:
            due, has_time = self._moment(-self.rng.randint(1, 5)), True
        elif luck < 0.48:
            due, has_time = self._moment(0), self.rng.random() < 0.8
        else:
            due, has_time = self._moment(self.rng.randint(1, 14)), self.rng.random() < 0.6
        kind, title = self.rng.choice(words.STEPS[position])
        step = NextStep(kind=kind, title=title, due_at=due, has_time=has_time, contact=story.people[0])
        story.led.plan(step, by=story.owner, at=min(story.at, self.now))

    def _moment(self, days: int) -> datetime:
        """A working hour so many local days from now."""
        day = timezone.localdate(self.now) + timedelta(days=days)
        at = time(self.rng.randint(9, 17), self.rng.choice((0, 10, 20, 30, 40)))
        return timezone.make_aware(datetime.combine(day, at))
