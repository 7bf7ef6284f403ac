"""What a next step may be, for the fields that plan one."""

from vedu.sales.touches.channel import TaskKind
from vedu.web.deals.step_nouns import noun_of
from vedu.web.touches.choice import Choice

# A return and a reorder come by themselves, from a closing and from a purchase.
PLANNED_BY_HAND = tuple(kind for kind in TaskKind.values if kind not in (TaskKind.RETURN, TaskKind.REORDER))


def step_choices(chosen: str = "") -> list[Choice]:
    """Kinds of a next step in the person's language."""
    return [Choice(kind, str(noun_of(kind).name), kind == chosen) for kind in PLANNED_BY_HAND]
