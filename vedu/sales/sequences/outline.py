"""The steps of a sequence as a head writes them. Plain values."""

from collections.abc import Sequence as Rows
from dataclasses import dataclass

from django.utils.translation import gettext as _

from vedu.foundation.refusal import Invalid, Reason, require_short
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.template_channel import TemplateChannel

MOST_STEPS, LONGEST_WAIT, LONGEST_PURPOSE = 12, 60, 200


@dataclass(frozen=True, slots=True)
class StepOutline:
    """``after_days``: working days after the step before it was done, of the first after the enrolment; 0 is the same
    day. Only a call needs no template."""

    after_days: int
    channel: str
    template: MessageTemplate | None = None
    purpose: str = ""


def require_sound(steps: Rows[StepOutline]) -> None:
    """Raises Invalid with the first thing that cannot stand; ``step`` counts from 1."""
    if not steps:
        raise _wrong("steps", "steps-needed", _("A sequence has at least one step."))
    if len(steps) > MOST_STEPS:
        sentence = _("More than %(count)d steps: nobody likes to be followed that long.") % {"count": MOST_STEPS}
        raise _wrong("steps", "steps-many", sentence)
    for number, step in enumerate(steps, 1):
        _require_step(step, number)


def _require_step(step: StepOutline, number: int) -> None:
    place = {"number": number}
    if step.channel not in TemplateChannel.values:
        raise _wrong("channel", "unknown-word", _("Step %(number)d: choose a channel.") % place, number)
    if not 0 <= step.after_days <= LONGEST_WAIT:
        sentence = _("Step %(number)d: wait from 0 to 60 working days.") % place
        raise _wrong("after_days", "days-wrong", sentence, number)
    require_short("purpose", step.purpose, LONGEST_PURPOSE, step=number)
    _require_template(step, number)


def _require_template(step: StepOutline, number: int) -> None:
    place = {"number": number}
    if step.template is None:
        if step.channel != TemplateChannel.CALL:
            raise _wrong("template", "template-needed", _("Step %(number)d: choose a template.") % place, number)
    elif not step.template.is_team:
        sentence = _("Step %(number)d: this template is somebody’s own, choose one of the team’s.") % place
        raise _wrong("template", "template-not-shared", sentence, number)
    elif step.template.channel != step.channel:
        sentence = _("Step %(number)d: this template is for another channel.") % place
        raise _wrong("template", "template-of-other-channel", sentence, number)
    elif step.template.is_retired:
        sentence = _("Step %(number)d: this template is out of use.") % place
        raise _wrong("template", "template-retired", sentence, number)


def _wrong(field: str, code: str, sentence: str, step: int = 0) -> Invalid:
    facts = {"field": field, "step": step} if step else {"field": field}
    return Invalid(Reason(code, sentence, facts))
