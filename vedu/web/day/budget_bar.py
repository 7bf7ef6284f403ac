"""What a day spends of the time budget of a segment, as a bar (day/_budgets.html)."""

from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from vedu.insight.day_plan.spending import Use

FULL = 100


class BudgetBar(NamedTuple):
    """``spent``, ``planned``, ``beyond`` and the ``notch`` of the budget, in per cent of the whole bar."""

    label: str
    words: str
    note: str
    spent: int
    planned: int
    beyond: int
    notch: int


def bar_of(use: Use) -> BudgetBar:
    whole = max(use.budget.minutes, use.taken + use.beyond, 1)
    spent, taken, all_of = (FULL * part // whole for part in (use.spent, use.taken, use.taken + use.beyond))
    words = {"taken": use.taken, "budget": use.budget.minutes}
    return BudgetBar(
        label=use.budget.segment.name,
        words=_("%(taken)d of %(budget)d min") % words,
        note=_note(use),
        spent=spent,
        planned=taken - spent,
        beyond=all_of - taken,
        notch=FULL * use.budget.minutes // whole,
    )


def _note(use: Use) -> str:
    """«сделано 30, в плане 15, сверх бюджета 2 дела на 40 мин»."""
    parts = [_("done %(minutes)d") % {"minutes": use.spent}, _("planned %(minutes)d") % {"minutes": use.planned}]
    if use.entries_beyond:
        text = ngettext(
            "beyond the budget %(count)d entry of %(minutes)d min",
            "beyond the budget %(count)d entries of %(minutes)d min",
            use.entries_beyond,
        )
        parts.append(text % {"count": use.entries_beyond, "minutes": use.beyond})
    return ", ".join(parts)
