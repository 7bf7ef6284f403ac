"""The steps of a sequence in words: the day counted from the beginning, the channel, what is said."""

from typing import NamedTuple

from django.utils.translation import gettext as _

from vedu.sales.message_templates.template_channel import PLANNED_AS, TemplateChannel
from vedu.sales.sequences.sequence import SequenceStep, SequenceVersion
from vedu.web.deals.step_nouns import noun_of


class StepWords(NamedTuple):
    """``day`` «день 3»; ``icon`` is that of the channel."""

    pk: int
    number: int
    day: str
    channel: str
    icon: str
    words: str


def step_words(version: SequenceVersion) -> list[StepWords]:
    found, day = [], 0
    for number, step in enumerate(version.all_steps, 1):
        day += step.after_days
        found.append(_words(step, number, day))
    return found


def _words(step: SequenceStep, number: int, day: int) -> StepWords:
    said = _("day %(number)d") % {"number": day} if day else _("at once")
    channel = str(TemplateChannel(step.channel).label)
    return StepWords(step.pk, number, said, channel, noun_of(PLANNED_AS[step.channel]).icon, step.words)
