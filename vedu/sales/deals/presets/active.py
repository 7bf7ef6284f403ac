"""Active sales: the seller goes to the client (russia.md, lists)."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.sales.deals.evidence_kind import EvidenceKind as E
from vedu.sales.deals.pipeline import PipelineKind
from vedu.sales.deals.presets.shape import PipelinePreset, StagePreset

EIGHT_STEPS = (
    StagePreset(
        pgettext_lazy("stage", "Preparation"),
        2,
        8,
        _("Know whom and why we call"),
        _("Look at the site, the news and the competitors. Find the hook and who may decide."),
    ),
    StagePreset(
        pgettext_lazy("stage", "Decision maker"),
        5,
        14,
        _("Reach the one who decides"),
        _("Ask the secretary for help and a name. Mark who decides, who influences, who blocks."),
        (E.DECISION_MAKER,),
    ),
    StagePreset(
        pgettext_lazy("stage", "First contact"),
        4,
        22,
        _("A conversation with the one who decides, and his leave to go on"),
        _("Say who you are and why now. Ask for two minutes. Agree on the next conversation."),
        (E.CONTACT,),
    ),
    StagePreset(
        pgettext_lazy("stage", "Needs"),
        7,
        34,
        _("Understand what the client lacks, in his own words"),
        _("Open questions: situation, problem, implication, need. Write his words down and have him confirm them."),
        (E.NEED,),
    ),
    StagePreset(
        pgettext_lazy("stage", "Presentation, proposal"),
        6,
        47,
        _("Show how we meet the confirmed needs"),
        _("Only what he needs: property, benefit, proof. End with a question and one next step."),
        (E.PRESENTATION,),
    ),
    StagePreset(
        pgettext_lazy("stage", "Objections"),
        6,
        57,
        _("Answer each doubt"),
        _("Hear him out, ask what is behind it, answer, check. The same objection twice means indecision: close."),
        (E.OBJECTIONS,),
    ),
    StagePreset(
        pgettext_lazy("stage", "Contract, payment"),
        5,
        80,
        _("Contract, invoice, payment"),
        _("Send contract and invoice together. Call on the day of payment."),
        (E.DOCUMENTS, E.PAID),
    ),
    StagePreset(
        pgettext_lazy("stage", "Support, repeat"),
        30,
        88,
        _("The client buys again"),
        _("Check the delivery, ask for a review, agree on the day of the next order."),
    ),
)

WHOLESALE = PipelinePreset("wholesale", _("Wholesale, active"), PipelineKind.ACTIVE, 14, EIGHT_STEPS)

CLASSIC = PipelinePreset(
    "classic",
    _("Classic, five steps"),
    PipelineKind.ACTIVE,
    14,
    (
        StagePreset(
            pgettext_lazy("stage", "Acquaintance"),
            4,
            12,
            _("A conversation with the one who decides"),
            _("Find who decides and talk to him."),
            (E.DECISION_MAKER, E.CONTACT),
        ),
        StagePreset(
            pgettext_lazy("stage", "Needs"),
            7,
            30,
            _("Understand what the client lacks, in his own words"),
            _("Open questions first. Write his words down and have him confirm them."),
            (E.NEED,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Presentation"),
            6,
            45,
            _("Show how we meet the confirmed needs"),
            _("Property, benefit, proof, question."),
            (E.PRESENTATION,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Objections"),
            6,
            55,
            _("Answer each doubt"),
            _("Hear him out, ask, answer, check."),
            (E.OBJECTIONS,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Closing"),
            5,
            78,
            _("Contract, invoice, payment"),
            _("Propose the deal and name the next step."),
            (E.DOCUMENTS, E.PAID),
        ),
    ),
)

EXPERT = PipelinePreset(
    "expert",
    _("Expert sales, no scripts"),
    PipelineKind.ACTIVE,
    21,
    (
        StagePreset(
            pgettext_lazy("stage", "Study"),
            5,
            10,
            _("Know the client's business before the first word"),
            _("Read what they publish; talk to their clients."),
            (E.DECISION_MAKER,),
        ),
        StagePreset(
            pgettext_lazy("stage", "Conversation of equals"),
            10,
            25,
            _("A conversation about his task, not about our goods"),
            _("Bring something useful. No script."),
            (E.CONTACT, E.NEED),
        ),
        StagePreset(
            pgettext_lazy("stage", "Solution"),
            14,
            50,
            _("A solution made together"),
            _("Show the draft early and change it together."),
            (E.PRESENTATION, E.OBJECTIONS),
        ),
        StagePreset(
            pgettext_lazy("stage", "Agreement"),
            10,
            80,
            _("Contract and payment"),
            _("Fix what was agreed."),
            (E.DOCUMENTS, E.PAID),
        ),
    ),
)
