"""Passive sales: the client comes by himself."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.presets import questions as q
from vedu.sales.playbooks.presets.shape import Ask, PlaybookPreset, StepPreset
from vedu.sales.playbooks.script import Fact

PASSIVE = PlaybookPreset(
    "passive",
    _("Consultant: shop and requests"),
    (
        StepPreset(
            pgettext_lazy("stage", "Greeting"),
            SalePhase.CONTACT,
            _("Name yourself, ask the name, say you will help."),
            (Ask("been-here", _("Have you bought from us before?"), q.CHECK, is_open=False),),
        ),
        StepPreset(
            pgettext_lazy("stage", "Request"),
            SalePhase.NEEDS,
            _("Do not start with the price."),
            (Ask("what-for", _("What do you need it for, and for whom?"), q.PROBLEM, Fact.NEED), q.BY_WHEN, q.BUDGET),
        ),
        StepPreset(
            pgettext_lazy("stage", "Selection"),
            SalePhase.PRESENTATION,
            _("Two or three things that fit, shown by the need."),
            (Ask("which-closer", _("Which of the two is closer to you, and why?")),),
        ),
        StepPreset(
            pgettext_lazy("stage", "Checkout, payment"),
            SalePhase.CLOSING,
            _("Name the sum, the day, the way."),
            (Ask("how-pay", _("How is it convenient for you to pay and to receive it?")),),
        ),
        StepPreset(
            pgettext_lazy("stage", "Hand-out, invitation back"),
            SalePhase.SUPPORT,
            _("Check it together, invite him back."),
            (q.NEXT_ORDER,),
        ),
    ),
)
