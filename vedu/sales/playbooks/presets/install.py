"""Takes the ready playbooks into use."""

from collections.abc import Sequence

from django.db import transaction

from vedu.sales.deals.pipeline import Pipeline
from vedu.sales.playbooks.playbook import Playbook, PlaybookUse
from vedu.sales.playbooks.presets.consultant import PASSIVE
from vedu.sales.playbooks.presets.funnels import CLASSIC, EIGHT, EXPERT
from vedu.sales.playbooks.presets.shape import PlaybookPreset
from vedu.sales.playbooks.presets.techniques import AIDA, SPIN

PRESETS = {preset.code: preset for preset in (EIGHT, CLASSIC, SPIN, AIDA, EXPERT, PASSIVE)}

# By the preset of the pipeline.
USED_IN = {
    "wholesale": "eight",
    "agency": "spin",
    "insurance": "eight",
    "real_estate": "classic",
    "classic": "classic",
    "expert": "expert",
    "passive": "passive",
}


def install(pipelines: Sequence[Pipeline] = ()) -> None:
    """All playbooks that are not there yet, in the active language; these pipelines, if ready-made, get theirs.

    Twice does no harm, and an edited playbook stays as it is."""
    with transaction.atomic():
        there = {playbook.preset: playbook for playbook in Playbook.objects.exclude(preset="")}
        for preset in PRESETS.values():
            if preset.code not in there:
                there[preset.code] = _made(preset, len(there))
        for pipeline in pipelines:
            if code := USED_IN.get(pipeline.preset):
                PlaybookUse.objects.get_or_create(pipeline=pipeline, defaults={"playbook": there[code]})


def _made(preset: PlaybookPreset, position: int) -> Playbook:
    playbook = Playbook.objects.create(name=str(preset.name), preset=preset.code, position=position)
    playbook.versions.create(number=1, steps=preset.script().to_json())
    return playbook
