"""Takes the ready answers into use."""

from django.db import transaction

from vedu.sales.objections.presets.delay import DELAY
from vedu.sales.objections.presets.money import MONEY
from vedu.sales.objections.presets.rivals import RIVALS
from vedu.sales.objections.presets.trust import TRUST
from vedu.sales.objections.rebuttal import Rebuttal

PRESETS = (*MONEY, *DELAY, *RIVALS, *TRUST)


def install() -> int:
    """Those that are not there yet, in the active language; how many. Twice does no harm, edited ones stay."""
    with transaction.atomic():
        there = set(Rebuttal.objects.exclude(preset="").values_list("preset", flat=True))
        missing = [(place, preset) for place, preset in enumerate(PRESETS) if preset.code not in there]
        for place, preset in missing:
            made = Rebuttal.objects.create(kind=preset.kind, against=preset.against, preset=preset.code, position=place)
            made.publish(preset.said(), by=None)
    return len(missing)
