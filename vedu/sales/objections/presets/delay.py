"""Will think about it, no time, send a proposal."""

from django.utils.translation import gettext_lazy as _

from vedu.sales.objections.presets.shape import RebuttalPreset
from vedu.sales.objections.rebuttal import Against
from vedu.sales.talk.objection_kind import ObjectionKind

DELAY = (
    RebuttalPreset(
        "think-what-exactly",
        ObjectionKind.THINK,
        Against.INDECISION,
        _("What is left to think over"),
        (
            _("Agree: a decision should be thought over."),
            _("Ask what exactly is unclear, and be silent."),
            _("Answer that one thing, then offer the next step."),
        ),
        _("What would you like to make clear before you decide?"),
    ),
    RebuttalPreset(
        "think-by-what-day",
        ObjectionKind.THINK,
        Against.INDECISION,
        _("By what day"),
        (
            _("Ask by what day he decides and what has to happen before."),
            _("Set a day and an hour of a short call."),
            _("Send in one line what you have agreed on."),
        ),
        _("By what day will you decide: Thursday or Friday?"),
    ),
    RebuttalPreset(
        "think-worst-case",
        ObjectionKind.THINK,
        Against.DOUBT,
        _("What could go wrong"),
        (
            _("Let him name the risk himself."),
            _("Say what you do in that case; put it into the contract."),
            _("Offer a small beginning: a trial lot, one point."),
        ),
        _("What worries you most, if you agree today?"),
    ),
    RebuttalPreset(
        "time-exact-slot",
        ObjectionKind.TIME,
        Against.DOUBT,
        _("An exact slot"),
        (
            _("Do not go on: respect his time."),
            _("Name two slots of fifteen minutes."),
            _("Say what he will have after them."),
        ),
        _("Tomorrow at 10:15 or on Wednesday at 16:30?"),
    ),
    RebuttalPreset(
        "time-one-question",
        ObjectionKind.TIME,
        Against.INDECISION,
        _("One question now"),
        (
            _("Ask for one minute and keep to it."),
            _("Ask only about what may hurt."),
            _("If it does, agree on a talk; if not, say goodbye."),
        ),
        _("One question: how often do you have such a problem?"),
    ),
    RebuttalPreset(
        "send_offer-two-questions",
        ObjectionKind.SEND_OFFER,
        Against.DOUBT,
        _("Two or three questions first"),
        (
            _("Agree to send it."),
            _("Say that without two or three questions it would miss the mark."),
            _("Ask about the volume, the term and what matters in the choice."),
        ),
        _("So that I do not send you too much: what matters most to you?"),
    ),
    RebuttalPreset(
        "send_offer-walk-through",
        ObjectionKind.SEND_OFFER,
        Against.DOUBT,
        _("The day of going through it"),
        (
            _("Send it only with a day of talking it over."),
            _("Say what you will go through: three points, ten minutes."),
            _("Invite the one who decides."),
        ),
        _("On what day shall we go through it together?"),
    ),
    RebuttalPreset(
        "send_offer-one-page",
        ObjectionKind.SEND_OFFER,
        Against.INDECISION,
        _("One page, one price"),
        (
            _("Ask honestly whether there is an interest at all."),
            _("If there is, send one page: the problem, the solution, the price, the day."),
            _("End it with one question that is easy to answer."),
        ),
        _("If the price suits you, what will be the next step?"),
    ),
)
