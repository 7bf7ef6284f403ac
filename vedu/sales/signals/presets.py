"""The signals that ship (TALK-5; the list of russia.md), written in the installation's language."""

from django.utils.translation import gettext_lazy as _

from vedu.sales.signals.buying_signal import BuyingSignal

# (code, words, weight in per cent)
SIGNALS = (
    ("papers", _("Asks for the contract, the invoice or requisites"), 40),
    ("brings_in", _("Brings in an accountant or a lawyer"), 35),
    ("own_step", _("Sets the next step himself"), 30),
    ("payment", _("Asks about payment"), 25),
    ("bargains", _("Bargains"), 25),
    ("use", _("Talks of how it will be used after the purchase"), 25),
    ("terms", _("Asks about terms of delivery"), 20),
    ("guarantee", _("Asks about the guarantee"), 20),
    ("references", _("Asks who has bought already"), 15),
    ("details", _("Returns to details"), 15),
)


def install() -> int:
    """Those that are not there yet; how many. Twice does no harm, edited ones stay."""
    there = set(BuyingSignal.objects.exclude(preset="").values_list("preset", flat=True))
    missing = [
        BuyingSignal(preset=code, name=str(name), weight=weight, position=place)
        for place, (code, name, weight) in enumerate(SIGNALS)
        if code not in there
    ]
    return len(BuyingSignal.objects.bulk_create(missing, ignore_conflicts=True))
