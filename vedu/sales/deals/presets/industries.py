"""Industry templates: an agency, insurance, real estate (STAGE-1)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.deals.evidence_kind import EvidenceKind as E
from vedu.sales.deals.pipeline import PipelineKind
from vedu.sales.deals.presets.shape import PipelinePreset, StagePreset

AGENCY = PipelinePreset(
    "agency",
    _("Agency"),
    PipelineKind.ACTIVE,
    14,
    (
        StagePreset(
            pgettext_lazy("stage", "Audit"),
            3,
            10,
            _("See what the client lacks"),
            _("Site, advertising, competitors: three remarks."),
        ),
        StagePreset(
            pgettext_lazy("stage", "First contact"),
            5,
            20,
            _("A conversation with the one who decides"),
            _("Bring the remarks, ask for a meeting."),
            (E.DECISION_MAKER, E.CONTACT),
        ),
        StagePreset(
            pgettext_lazy("stage", "Brief"),
            7,
            35,
            _("The task in the client's words"),
            _("Fill the brief together."),
            (E.NEED,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Proposal"),
            7,
            50,
            _("A plan with figures"),
            _("Show it, do not send it."),
            (E.PRESENTATION, E.OBJECTIONS),
        ),
        StagePreset(
            pgettext_lazy("stage", "Contract, payment"),
            7,
            80,
            _("Contract and the first payment"),
            _("Agree on the monthly fee."),
            (E.DOCUMENTS, E.PAID),
        ),
        StagePreset(
            pgettext_lazy("stage", "Work, renewal"),
            30,
            90,
            _("The client stays"),
            _("A report each month, growth each quarter."),
        ),
    ),
)

INSURANCE = PipelinePreset(
    "insurance",
    _("Insurance"),
    PipelineKind.ACTIVE,
    14,
    (
        StagePreset(
            pgettext_lazy("stage", "List"),
            3,
            8,
            _("Whom to call and when his policy ends"),
            _("Look for the end date of the policy."),
        ),
        StagePreset(
            pgettext_lazy("stage", "Calling"),
            5,
            15,
            _("His leave to count"),
            _("Ask for the end date and leave to count."),
            (E.CONTACT,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Needs"),
            5,
            30,
            _("What he is afraid to lose"),
            _("What happened before, what is at stake."),
            (E.DECISION_MAKER, E.NEED),
        ),
        StagePreset(
            pgettext_lazy("stage", "Calculation"),
            4,
            50,
            _("Two or three ways to be covered"),
            _("Compare by risk, not by price."),
            (E.PRESENTATION, E.OBJECTIONS),
        ),
        StagePreset(
            pgettext_lazy("stage", "Policy, payment"),
            4,
            80,
            _("Policy and payment"),
            _("Send the policy and the invoice together."),
            (E.DOCUMENTS, E.PAID),
        ),
        StagePreset(
            pgettext_lazy("stage", "Renewal"), 30, 90, _("The policy goes on"), _("Call 30 days before it ends.")
        ),
    ),
)

REAL_ESTATE = PipelinePreset(
    "real_estate",
    _("Real estate"),
    PipelineKind.ACTIVE,
    10,
    (
        StagePreset(
            pgettext_lazy("stage", "Inquiry"),
            1,
            12,
            _("Who is looking and by when"),
            _("Call within the hour."),
            (E.CONTACT,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Needs"),
            5,
            22,
            _("What kind of life he is choosing"),
            _("Who will live there, who decides with him."),
            (E.DECISION_MAKER, E.NEED),
        ),
        StagePreset(
            pgettext_lazy("stage", "Viewings"),
            14,
            38,
            _("Seen with both who decide"),
            _("Three objects, the best one second."),
            (E.PRESENTATION,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Doubts"),
            10,
            52,
            _("Answer each doubt"),
            _("Loan, papers, neighbours."),
            (E.OBJECTIONS,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Deposit, contract"),
            14,
            80,
            _("Deposit and contract"),
            _("Walk through the papers together."),
            (E.DOCUMENTS, E.PAID),
        ),
    ),
)
