"""The choices of the list by base kind, and the marks of what else narrows it."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.rfm_group import areas
from vedu.web.clients.chosen import Chosen
from vedu.web.clients.counts import Choice
from vedu.web.clients.kind_words import kinds_name, stages_name


def kind_choices(chosen: Chosen) -> list[Choice]:
    kinds = ["", *BaseKind.values]
    return [
        Choice(kinds_name(kind) if kind else _("Any kind"), chosen.narrowing(base=kind), kind == chosen.narrow.base)
        for kind in kinds
    ]


def narrow_marks(chosen: Chosen) -> list[Choice]:
    """Each says what it is and takes itself off."""
    narrow = chosen.narrow
    said = (
        (stages_name(narrow.life) if narrow.life else "", {"life": ""}),
        (_rfm(chosen), {"rfm": ""}),
        (_came(chosen), {"came": "", "days": narrow.days if narrow.left else ""}),
        (_left(chosen), {"left": "", "days": narrow.days if narrow.came else ""}),
    )
    return [Choice(label, chosen.narrowing(**off), True) for label, off in said if label]


def word_name(word: str) -> str:
    """Of many, kind or stage."""
    return kinds_name(word) if word in BaseKind.values else stages_name(word)


def _rfm(chosen: Chosen) -> str:
    narrow = chosen.narrow
    if narrow.cell:
        recency, value = narrow.cell
        return _("RFM: recency %(recency)d, value %(value)d") % {"recency": recency, "value": value}
    if not narrow.rfm:
        return ""
    return next((str(area.name) for area in areas() if area.code == narrow.rfm), narrow.rfm)


def _came(chosen: Chosen) -> str:
    if not chosen.narrow.came:
        return ""
    days = int(chosen.narrow.days)
    words = ngettext("%(kind)s: new in %(days)d day", "%(kind)s: new in %(days)d days", days)
    return words % {"kind": word_name(chosen.narrow.came), "days": days}


def _left(chosen: Chosen) -> str:
    if not chosen.narrow.left:
        return ""
    days = int(chosen.narrow.days)
    words = ngettext("%(kind)s: no longer, in %(days)d day", "%(kind)s: no longer, in %(days)d days", days)
    return words % {"kind": word_name(chosen.narrow.left), "days": days}
