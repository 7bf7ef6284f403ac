"""Has a supplier, not my decision."""

from django.utils.translation import gettext_lazy as _

from vedu.sales.objections.presets.shape import RebuttalPreset
from vedu.sales.objections.rebuttal import Against
from vedu.sales.talk.objection_kind import ObjectionKind

RIVALS = (
    RebuttalPreset(
        "supplier-improve",
        ObjectionKind.SUPPLIER,
        Against.DOUBT,
        _("What would you improve"),
        (
            _("Praise: a supplier of many years is worth much."),
            _("Ask what he values in him, then what he would improve."),
            _("Speak only of what he would improve."),
        ),
        _("What would you improve in the work with them, if you could?"),
    ),
    RebuttalPreset(
        "supplier-reserve",
        ObjectionKind.SUPPLIER,
        Against.DOUBT,
        _("A second supplier in reserve"),
        (
            _("Do not ask him to change: offer a reserve."),
            _("Recall the season and the failures of deliveries."),
            _("Sign the contract now, so that the first order takes a day."),
        ),
        _("What do you do when they let you down on a term?"),
    ),
    RebuttalPreset(
        "supplier-trial-lot",
        ObjectionKind.SUPPLIER,
        Against.INDECISION,
        _("A trial lot"),
        (
            _("Offer a small lot with no obligations."),
            _("Agree beforehand on what you compare: defects, term, price with delivery."),
            _("Set the day of the results."),
        ),
        _("On what position would it be easiest to compare us?"),
    ),
    RebuttalPreset(
        "not_me-who-decides",
        ObjectionKind.NOT_ME,
        Against.DOUBT,
        _("Who decides and how"),
        (
            _("Thank him for his frankness."),
            _("Ask who decides, by what and in what order."),
            _("Ask to be introduced: a joint call of ten minutes."),
        ),
        _("Who besides you takes part in the decision?"),
    ),
    RebuttalPreset(
        "not_me-help-justify",
        ObjectionKind.NOT_ME,
        Against.DOUBT,
        _("Help to justify it"),
        (
            _("Ask what his chief will ask first."),
            _("Prepare one page for that: figures, risks, a case."),
            _("Agree on when he shows it and what you do after."),
        ),
        _("How can I help you to justify it to your chief?"),
    ),
)
