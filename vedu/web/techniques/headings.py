"""What the tables say above their rows, in each language once."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from vedu.insight.techniques.comparison import Verdict
from vedu.sales.talk.argument import ArgumentFlag
from vedu.sales.talk.objection_kind import ObjectionKind
from vedu.web.shell.said import said_once

Verdicts = dict[Verdict, str]


class Heading(NamedTuple):
    """``thing`` is what a row is of; ``note`` says what is compared with what; ``columns`` are of the numbers."""

    code: str
    title: str
    thing: str
    note: str
    columns: tuple[str, ...]
    verdicts: Verdicts


class TechniqueWords(NamedTuple):
    heading: Heading
    archived: str
    without_script: str


class QuestionWords(NamedTuple):
    heading: Heading
    is_open: str
    is_closed: str


class NamedRows(NamedTuple):
    """``names`` of the rows by their codes."""

    heading: Heading
    names: dict[str, str]


@said_once
def techniques() -> TechniqueWords:
    heading = Heading(
        "techniques",
        _("Techniques"),
        _("Technique"),
        _(
            "Deals that came to needs, by the playbook of the first answer that was written down by then. "
            "Compared with deals led without a script."
        ),
        (pgettext("share of deals", "Won"), _("Days to winning, median")),
        _verdicts(),
    )
    return TechniqueWords(heading, _("archived"), _("Without a script: no answer was written down by then"))


@said_once
def questions() -> QuestionWords:
    heading = Heading(
        "questions",
        _("Questions"),
        _("Question"),
        _(
            "Deals led by the same playbook that came to the stage of the question: with its answer written down, and "
            "without. Deals lost earlier could not be asked and are not counted."
        ),
        (_("Asked"), _("Won when asked"), _("Won when not asked")),
        _verdicts(),
    )
    return QuestionWords(heading, _("open"), _("yes or no"))


@said_once
def arguments() -> Heading:
    return Heading(
        "arguments",
        _("Arguments"),
        _("Argument"),
        _("Deals in which the product was presented: with the argument said, and without it."),
        (_("Convinced"), _("Won when said"), _("Won when not said")),
        _verdicts(),
    )


@said_once
def flags() -> NamedRows:
    heading = Heading(
        "flags",
        _("Do not start with the price"),
        _("How it was argued"),
        _("Deals that came to the presentation and in which any argument was said: so, and otherwise."),
        (_("So argued"), _("Won so"), _("Won otherwise")),
        _verdicts(),
    )
    return NamedRows(heading, {flag.value: _titled(str(flag.label)) for flag in ArgumentFlag})


@said_once
def answers() -> NamedRows:
    """Of objections, not deals: other words."""
    heading = Heading(
        "answers",
        _("Answers to objections"),
        pgettext("library", "Answer"),
        _(
            "How often an answer removed the objection, against the other answers of the library to the same kind. "
            "Of two years in the whole company: the answers of one person are too few."
        ),
        (_("Removed the objection"), _("Other answers removed"), _("Deals won with it")),
        _verdicts()
        | {
            Verdict.MORE: pgettext("verdict", "helps more often"),
            Verdict.LESS: pgettext("verdict", "helps less often"),
        },
    )
    return NamedRows(heading, {kind.value: _titled(str(kind.label)) for kind in ObjectionKind})


def _verdicts() -> Verdicts:
    return {verdict: str(verdict.label) for verdict in Verdict}


def _titled(words: str) -> str:
    return words[:1].upper() + words[1:]
