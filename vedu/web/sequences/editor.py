"""A sequence as typed: its steps put in another order before they are published."""

from dataclasses import dataclass, field
from typing import NamedTuple, Self

from django.http import QueryDict

from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.template_channel import TemplateChannel
from vedu.sales.sequences.outline import MOST_STEPS, StepOutline
from vedu.sales.sequences.sequence import Sequence
from vedu.web.message_templates.numbers import number


class StepTyped(NamedTuple):
    """``template`` 0: a call without a script."""

    after_days: str = "2"
    template: int = 0
    purpose: str = ""


@dataclass
class Editor:
    sequence: Sequence | None = None
    name: str = ""
    about: str = ""
    segment: int = 0
    steps: list[StepTyped] = field(default_factory=lambda: [StepTyped("0"), StepTyped()])
    errors: list[str] = field(default_factory=list)

    @classmethod
    def kept(cls, one: Sequence) -> Self:
        steps = [StepTyped(str(step.after_days), step.template_id or 0, step.purpose) for step in one.version.all_steps]
        return cls(one, one.name, one.about, one.segment_id or 0, steps)

    @classmethod
    def said(cls, post: QueryDict, one: Sequence | None) -> Self:
        rows = zip(post.getlist("after_days"), post.getlist("template"), post.getlist("purpose"), strict=False)
        steps = [StepTyped(days.strip(), number(template), purpose) for days, template, purpose in rows]
        segment = number(post.get("segment", ""))
        return cls(one, post.get("name", ""), post.get("about", ""), segment, steps)

    def arrange(self, do: str) -> None:
        """``add``, ``remove-1``, ``up-1``, ``down-1``; anything else only shows the rows anew."""
        word, _dash, place = do.partition("-")
        at, steps = number(place), self.steps
        if word == "add" and len(steps) < MOST_STEPS:
            steps.append(StepTyped())
        elif word == "remove" and at < len(steps):
            del steps[at]
        elif word in ("up", "down") and at < len(steps):
            other = at + (1 if word == "down" else -1)
            if 0 <= other < len(steps):
                steps[at], steps[other] = steps[other], steps[at]

    def save(self, *, by: User) -> Sequence:
        """Raises Invalid, or NotAllowed."""
        segment = Segment.objects.filter(pk=self.segment).first()
        if self.sequence is None:
            return Sequence.write(self.name, self._outline(), by=by, about=self.about, segment=segment)
        self.sequence.change(self.name, self._outline(), by=by, about=self.about, segment=segment)
        return self.sequence

    @property
    def offered(self) -> list[tuple[str, list[MessageTemplate]]]:
        """The team's templates by channel."""
        known = list(MessageTemplate.objects.in_use().of_team())
        groups = [
            (str(label), [one for one in known if one.channel == code]) for code, label in TemplateChannel.choices
        ]
        return [(label, rows) for label, rows in groups if rows]

    @property
    def segments(self) -> list[Segment]:
        return list(Segment.objects.all())

    def _outline(self) -> list[StepOutline]:
        known = MessageTemplate.objects.of_team().in_bulk([step.template for step in self.steps if step.template])
        return [_outlined(step, known.get(step.template)) for step in self.steps]


def _outlined(step: StepTyped, template: MessageTemplate | None) -> StepOutline:
    days = int(step.after_days) if step.after_days.isascii() and step.after_days.isdigit() else -1
    channel = template.channel if template else TemplateChannel.CALL.value
    return StepOutline(min(days, 999), channel, template, " ".join(step.purpose.split()))
