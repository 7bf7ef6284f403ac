"""Passive sales: the client comes by himself (russia.md, lists)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

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
            pgettext_lazy("stage", "Greeting"),
            1,
            30,
            _("Answer at once"),
            _("Name yourself, ask the name, say you will help."),
            (E.CONTACT,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Request"),
            1,
            45,
            _("Understand what for"),
            _("Who is it for, what for, by what day. Do not start with the price."),
            (E.NEED,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Selection"),
            2,
            60,
            _("Two or three things that fit"),
            _("Show by the need, not by the catalogue."),
        ),
        StagePreset(
            pgettext_lazy("stage", "Extra offer"),
            1,
            70,
            _("What is needed with it"),
            _("One thing that makes the purchase whole."),
        ),
        StagePreset(
            pgettext_lazy("stage", "Checkout, payment"),
            2,
            85,
            _("Order and payment"),
            _("Name the sum, the day, the way."),
            (E.PAID,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Hand-out, invitation back"),
            7,
            95,
            _("He comes again"),
            _("Check it together, invite him back."),
        ),
    ),
    response_norm=15,
)
