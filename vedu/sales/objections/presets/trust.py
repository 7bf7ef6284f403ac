"""Does not trust, bad experience, anything else."""

from django.utils.translation import gettext_lazy as _

from vedu.sales.objections.presets.shape import RebuttalPreset
from vedu.sales.objections.rebuttal import Against
from vedu.sales.talk.objection_kind import ObjectionKind

TRUST = (
    RebuttalPreset(
        "trust-case",
        ObjectionKind.TRUST,
        Against.DOUBT,
        _("The case of one like him"),
        (
            _("Tell of a client of the same trade and size."),
            _("What it was, what was done, what it became: in figures."),
            _("Offer the telephone of that client."),
        ),
        _("What should you see to be sure?"),
    ),
    RebuttalPreset(
        "trust-reviews",
        ObjectionKind.TRUST,
        Against.DOUBT,
        _("Reviews and references"),
        (
            _("Send two or three links to reviews, not twenty."),
            _("Choose those that speak of his doubt."),
            _("Set the day when you ask what he thinks."),
        ),
        _("Whose opinion in the trade do you trust?"),
    ),
    RebuttalPreset(
        "trust-try-it",
        ObjectionKind.TRUST,
        Against.INDECISION,
        _("Let him try"),
        (
            _("Give a demo, samples or a trial lot, till a day."),
            _("Agree on what will count as a success."),
            _("On that day ask for the decision."),
        ),
        _("If the trial goes well, what stops us from beginning?"),
    ),
    RebuttalPreset(
        "experience-what-happened",
        ObjectionKind.EXPERIENCE,
        Against.DOUBT,
        _("What happened"),
        (
            _("Hear him out to the end, do not defend anybody."),
            _("Repeat it in your words and name what hurt most."),
            _("Say what is arranged otherwise with you, with a proof."),
        ),
        _("What happened then, and how did they settle it?"),
    ),
    RebuttalPreset(
        "experience-guarantee",
        ObjectionKind.EXPERIENCE,
        Against.DOUBT,
        _("A guarantee in the contract"),
        (
            _("Take just that failure and write it into the contract."),
            _("Name the term, the fine, the person who answers."),
            _("Begin with a small order."),
        ),
        _("What should stand in the contract for you to be calm?"),
    ),
    RebuttalPreset(
        "other-behind-it",
        ObjectionKind.OTHER,
        Against.DOUBT,
        _("What stands behind it"),
        (
            _("Do not answer at once: ask what he means."),
            _("Repeat what you have heard."),
            _("Answer the cause, not the words."),
        ),
        _("What do you mean by that?"),
    ),
    RebuttalPreset(
        "other-besides-this",
        ObjectionKind.OTHER,
        Against.INDECISION,
        _("Is there anything else"),
        (
            _("Ask whether anything else stops him."),
            _("If nothing does, answer and offer to close."),
            _("If the list grows, it is indecision: one small step and a day."),
        ),
        _("If we settle this, shall we begin?"),
    ),
)
