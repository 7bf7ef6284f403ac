"""By the stages of a pipeline: eight steps, classic, expert sales."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.playbooks.phase import SalePhase
from vedu.sales.playbooks.presets import questions as q
from vedu.sales.playbooks.presets.shape import PlaybookPreset, StepPreset

EIGHT = PlaybookPreset(
    "eight",
    _("Eight steps"),
    (
        StepPreset(
            pgettext_lazy("stage", "Preparation"),
            SalePhase.PREPARATION,
            _("Look at the site, the news and the competitors."),
            (q.HOOK, q.WHO_MAY_DECIDE),
        ),
        StepPreset(
            pgettext_lazy("stage", "Decision maker"),
            SalePhase.REACHING,
            _("Ask the secretary for help and a name."),
            (q.WHO_DECIDES, q.HOW_DECIDED),
        ),
        StepPreset(
            pgettext_lazy("stage", "First contact"),
            SalePhase.CONTACT,
            _("Say who you are and why now. Ask for two minutes."),
            (q.MAY_GO_ON, q.WHAT_NOW),
        ),
        StepPreset(
            pgettext_lazy("stage", "Needs"),
            SalePhase.NEEDS,
            q.LISTEN,
            (q.HOW_MUCH, q.WHAT_BOTHERS, q.WHAT_COSTS, q.WHAT_MATTERS, q.UNDERSTOOD),
        ),
        StepPreset(
            pgettext_lazy("stage", "Presentation, proposal"),
            SalePhase.PRESENTATION,
            q.BY_NEEDS,
            (q.FITS, q.NEXT_STEP),
            _("As agreed, here is the proposal by what matters to you. Shall we go through it on the phone tomorrow?"),
        ),
        StepPreset(pgettext_lazy("stage", "Objections"), SalePhase.OBJECTIONS, q.ANSWERING, (q.WHAT_DOUBTS, q.BESIDES)),
        StepPreset(
            pgettext_lazy("stage", "Contract, payment"),
            SalePhase.CLOSING,
            q.CLOSING_HINT,
            (q.REQUISITES, q.WHEN_PAID),
            _("The contract and the invoice are attached. Will the payment come by the day we agreed on?"),
        ),
        StepPreset(
            pgettext_lazy("stage", "Support, repeat"),
            SalePhase.SUPPORT,
            _("Check the delivery, ask for a review, agree on the day of the next order."),
            (q.HOW_IT_WENT, q.NEXT_ORDER, q.WHOM_ELSE),
        ),
    ),
)

CLASSIC = PlaybookPreset(
    "classic",
    _("Classic, five steps"),
    (
        StepPreset(
            pgettext_lazy("stage", "Acquaintance"),
            SalePhase.CONTACT,
            _("Say who you are and why now. Ask for two minutes."),
            (q.MAY_GO_ON, q.WHO_DECIDES),
        ),
        StepPreset(
            pgettext_lazy("stage", "Needs"),
            SalePhase.NEEDS,
            q.LISTEN,
            (q.WHAT_NOW, q.WHAT_BOTHERS, q.WHAT_MATTERS, q.UNDERSTOOD),
        ),
        StepPreset(pgettext_lazy("stage", "Presentation"), SalePhase.PRESENTATION, q.BY_NEEDS, (q.FITS,)),
        StepPreset(pgettext_lazy("stage", "Objections"), SalePhase.OBJECTIONS, q.ANSWERING, (q.WHAT_DOUBTS, q.BESIDES)),
        StepPreset(pgettext_lazy("stage", "Closing"), SalePhase.CLOSING, q.CLOSING_HINT, (q.REQUISITES, q.WHEN_PAID)),
    ),
)

EXPERT = PlaybookPreset(
    "expert",
    _("Expert sales, no scripts"),
    (
        StepPreset(_("Know his business"), SalePhase.PREPARATION, _("Read what they publish; talk to their clients.")),
        StepPreset(
            _("A conversation of equals"),
            SalePhase.NEEDS,
            _("About his task, not about our goods. Bring something useful. Write down only what he wants."),
            (q.WHAT_BOTHERS,),
        ),
        StepPreset(
            _("A solution"), SalePhase.PRESENTATION, _("What you would do in his place, and what you would not.")
        ),
    ),
)
