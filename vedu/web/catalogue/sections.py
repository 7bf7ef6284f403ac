"""What the editor of a section of knowledge asks for, by section (TALK-3)."""

from collections.abc import Callable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vedu.clients.competitors.competitor import Competitor
from vedu.sales.catalogue.knowledge import ProofKind

Choices = list[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Column:
    """``is_long``: a few lines; ``choices``: one of them."""

    name: str
    label: str | Promise
    is_long: bool = False
    choices: Callable[[], Choices] | None = None


@dataclass(frozen=True, slots=True)
class Section:
    code: str
    title: str | Promise
    hint: str | Promise
    columns: tuple[Column, ...]


def competitors() -> Choices:
    return [("", "—"), *((str(pk), name) for pk, name in Competitor.objects.in_use().values_list("pk", "name"))]


def proof_kinds() -> Choices:
    return [(value, str(label)) for value, label in ProofKind.choices]


SECTIONS = {
    section.code: section
    for section in (
        Section(
            "benefits",
            _("Which problems it solves"),
            _("The problem as the client says it, then what removes it. Needs of deals find it by these words."),
            (
                Column("problem", _("The problem in the client's words"), is_long=True),
                Column("feature", _("What the product has")),
                Column("advantage", _("What that gives"), is_long=True),
                Column("benefit", _("What the client gains"), is_long=True),
            ),
        ),
        Section(
            "doubts",
            _("Typical doubts and answers"),
            _("What clients doubt most often, and the answer that works."),
            (
                Column("doubt", _("The doubt"), is_long=True),
                Column("answer", _("The answer"), is_long=True),
            ),
        ),
        Section(
            "properties",
            _("Properties"),
            _("Facts one may be asked for: sizes, materials, terms."),
            (
                Column("name", pgettext_lazy("property", "Property")),
                Column("value", pgettext_lazy("property", "Value")),
            ),
        ),
        Section(
            "proofs",
            _("Proof"),
            _("Facts, cases and reviews with a link that may be sent to the client."),
            (
                Column("kind", pgettext_lazy("proof", "Kind"), choices=proof_kinds),
                Column("text", _("What it proves"), is_long=True),
                Column("link", _("Link")),
            ),
        ),
        Section(
            "comparisons",
            _("Against competitors"),
            _("Where we are better and where they are: an honest seller is believed."),
            (
                Column("competitor_id", _("Competitor"), choices=competitors),
                Column("ours", _("Where we are better"), is_long=True),
                Column("theirs", _("Where they are better"), is_long=True),
            ),
        ),
    )
}
