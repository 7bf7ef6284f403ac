"""By a technique of talking: SPIN (Rackham, 1988), AIDA (Lewis, 1898)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.presets import questions as q
from vedu.sales.playbooks.presets.shape import PlaybookPreset, StepPreset

SPIN = PlaybookPreset(
    "spin",
    _("SPIN"),
    (
        StepPreset(
            pgettext_lazy("group of questions", "situation"),
            SalePhase.NEEDS,
            _("Few of these: what can be learned before the call is not asked."),
            (q.WHAT_NOW, q.HOW_MUCH),
        ),
        StepPreset(
            pgettext_lazy("group of questions", "problem"),
            SalePhase.NEEDS,
            _("Where it does not work as he would like."),
            (q.WHAT_BOTHERS, q.HOW_OFTEN),
        ),
        StepPreset(
            pgettext_lazy("group of questions", "implication"),
            SalePhase.NEEDS,
            _("What the problem costs him: here the need grows."),
            (q.WHAT_COSTS, q.WHO_SUFFERS),
        ),
        StepPreset(
            pgettext_lazy("group of questions", "need and payoff"),
            SalePhase.NEEDS,
            _("Let him name the benefit himself."),
            (q.WHAT_GIVES, q.UNDERSTOOD),
        ),
        StepPreset(pgettext_lazy("stage", "Presentation"), SalePhase.PRESENTATION, q.BY_NEEDS, (q.FITS, q.NEXT_STEP)),
        StepPreset(pgettext_lazy("stage", "Objections"), SalePhase.OBJECTIONS, q.ANSWERING, (q.WHAT_DOUBTS, q.BESIDES)),
        StepPreset(pgettext_lazy("stage", "Closing"), SalePhase.CLOSING, q.CLOSING_HINT, (q.REQUISITES, q.WHEN_PAID)),
    ),
)

AIDA = PlaybookPreset(
    "aida",
    _("AIDA"),
    (
        StepPreset(
            pgettext_lazy("step of AIDA", "Attention"),
            SalePhase.CONTACT,
            _("A hook in the first ten seconds: a fact about him, not about us."),
            (q.HOOK, q.MAY_GO_ON),
        ),
        StepPreset(
            pgettext_lazy("step of AIDA", "Interest"),
            SalePhase.NEEDS,
            _("Name a problem of those like him and ask whether he has it."),
            (q.WHAT_BOTHERS, q.WHAT_COSTS),
        ),
        StepPreset(
            pgettext_lazy("step of AIDA", "Desire"),
            SalePhase.PRESENTATION,
            _("The benefit in his figures and a proof: a case, a review, a sample."),
            (q.WHAT_GIVES, q.FITS),
        ),
        StepPreset(
            pgettext_lazy("step of AIDA", "Action"),
            SalePhase.CLOSING,
            _("One next step, and a day."),
            (q.NEXT_STEP, q.REQUISITES),
        ),
    ),
)
