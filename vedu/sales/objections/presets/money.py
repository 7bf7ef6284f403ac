"""Expensive, no budget."""

from django.utils.translation import gettext_lazy as _

from vedu.sales.objections.presets.shape import RebuttalPreset
from vedu.sales.objections.rebuttal import Against
from vedu.sales.talk.objection_kind import ObjectionKind

MONEY = (
    RebuttalPreset(
        "price-compare",
        ObjectionKind.PRICE,
        Against.DOUBT,
        _("What do you compare with"),
        (
            _("Do not argue: price matters to him, and rightly so."),
            _("Find out which offer he compares with and what it includes."),
            _("Lay both side by side: composition, terms, delivery, guarantee."),
        ),
        _("What do you compare it with?"),
    ),
    RebuttalPreset(
        "price-ownership",
        ObjectionKind.PRICE,
        Against.DOUBT,
        _("Cost of ownership"),
        (
            _("Name what a purchase costs besides its price: defects, returns, downtime, delivery."),
            _("Reckon it for a year, in his own figures."),
            _("Show the difference in money."),
        ),
        _("How much do you lose in a year on returns and downtime?"),
    ),
    RebuttalPreset(
        "price-smaller",
        ObjectionKind.PRICE,
        Against.DOUBT,
        _("Another set, not another price"),
        (
            _("Do not lower the price of the same thing."),
            _("Offer two sets: as discussed, and one without what he can do without."),
            _("Let him choose."),
        ),
        _("What could we leave out with no harm to you?"),
    ),
    RebuttalPreset(
        "price-only-price",
        ObjectionKind.PRICE,
        Against.INDECISION,
        _("Is it only the price"),
        (
            _("Ask whether all the rest suits him."),
            _("If it does, agree on the condition and on the day of signing."),
            _("If it does not, the price is a pretext: ask about the rest."),
        ),
        _("If we agree on the price, shall we sign this week?"),
    ),
    RebuttalPreset(
        "budget-when-planned",
        ObjectionKind.BUDGET,
        Against.DOUBT,
        _("When it is planned"),
        (
            _("Ask when the budget is made and who makes it."),
            _("Offer a calculation that can go straight into it."),
            _("Agree on a talk before that day."),
        ),
        _("When do you plan the next budget?"),
    ),
    RebuttalPreset(
        "budget-in-parts",
        ObjectionKind.BUDGET,
        Against.DOUBT,
        _("In parts"),
        (
            _("Divide the purchase: what settles the most painful first."),
            _("Name the first sum and what it gives by itself."),
            _("Say when the second part comes."),
        ),
        _("What would you begin with, if we do it in parts?"),
    ),
    RebuttalPreset(
        "budget-cost-of-waiting",
        ObjectionKind.BUDGET,
        Against.INDECISION,
        _("What waiting costs"),
        (
            _("Recall his problem in his own words."),
            _("Reckon together what it costs a month."),
            _("Compare with the price of the solution."),
        ),
        _("What will it cost to leave all as it is till the new budget?"),
    ),
)
