"""Takes the ready sequences into use."""

from typing import NamedTuple

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.presets.install import install as install_templates
from vedu.sales.message_templates.presets.install import spoken
from vedu.sales.sequences.outline import StepOutline
from vedu.sales.sequences.sequence import Sequence


class SequencePreset(NamedTuple):
    """``steps``: working days after the step before, and the code of the ready template."""

    code: str
    name: str | Promise
    about: str | Promise
    steps: tuple[tuple[int, str], ...]


PRESETS = (
    SequencePreset(
        "first-contact",
        _("First contact in two weeks"),
        _("Letter, call, a useful letter, a short question, a friendly goodbye. For those who do not know us yet."),
        ((0, "first-letter"), (2, "call-after-letter"), (3, "first-useful"), (2, "after-silence"), (4, "last-letter")),
    ),
    SequencePreset(
        "after-presentation",
        _("After a presentation"),
        _("What we agreed on, a call, the way to the contract. Stops when the deal moves."),
        ((0, "after-presentation"), (2, "call-after-letter"), (3, "next-step"), (3, "after-silence")),
    ),
    SequencePreset(
        "return",
        _("Coming back after a refusal"),
        _("When the agreed day has come: a letter and a call, nothing more."),
        ((0, "return-after-refusal"), (3, "first-call")),
    ),
    SequencePreset(
        "reorder",
        _("Time to buy again"),
        _("A message when stocks run low, and a call if it was overlooked."),
        ((0, "reorder"), (2, "call-after-letter")),
    ),
)


def install() -> int:
    """Those that are not there yet, in the active language; how many. Twice does no harm, edited ones stay."""
    with transaction.atomic():
        install_templates()
        there = set(Sequence.objects.exclude(preset="").values_list("preset", flat=True))
        missing = [preset for preset in PRESETS if preset.code not in there]
        templates = MessageTemplate.objects.filter(language=spoken()).exclude(preset="")
        by_code = {template.preset: template for template in templates}
        for preset in missing:
            _made(preset, by_code)
    return len(missing)


def _made(preset: SequencePreset, templates: dict[str, MessageTemplate]) -> None:
    sequence = Sequence.objects.create(name=str(preset.name), about=str(preset.about), preset=preset.code)
    steps = [(days, templates[code]) for days, code in preset.steps]
    sequence.publish([StepOutline(days, template.channel, template) for days, template in steps], by=None)
