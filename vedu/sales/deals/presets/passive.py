"""Passive sales: the client comes by himself (russia.md, lists)."""

from django.utils.translation import gettext_lazy as _

from vedu.sales.deals.evidence_kind import EvidenceKind as E
from vedu.sales.deals.pipeline import PipelineKind
from vedu.sales.deals.presets.shape import PipelinePreset, StagePreset

SHOP = PipelinePreset(
    "passive",
    _("Shop and requests"),
    PipelineKind.PASSIVE,
    7,
    (
        StagePreset(
            _("Greeting"),
            1,
            30,
            _("Answer at once"),
            _("Name yourself, ask the name, say you will help."),
            (E.CONTACT,),
        ),
        StagePreset(
            _("Request"),
            1,
            45,
            _("Understand what for"),
            _("Who is it for, what for, by what day. Do not start with the price."),
            (E.NEED,),
        ),
        StagePreset(
            _("Selection"), 2, 60, _("Two or three things that fit"), _("Show by the need, not by the catalogue.")
        ),
        StagePreset(
            _("Extra offer"), 1, 70, _("What is needed with it"), _("One thing that makes the purchase whole.")
        ),
        StagePreset(
            _("Checkout, payment"), 2, 85, _("Order and payment"), _("Name the sum, the day, the way."), (E.PAID,)
        ),
        StagePreset(
            _("Hand-out, invitation back"), 7, 95, _("He comes again"), _("Check it together, invite him back.")
        ),
    ),
)
