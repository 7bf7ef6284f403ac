"""A segment with its conditions and the number of companies in it."""

from collections.abc import Sequence
from typing import Annotated, Any

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import In, Line, UtcMoment, Word
from vedu.clients.segments.condition import MOST_VALUES
from vedu.clients.segments.field import Op
from vedu.clients.segments.segment import Segment
from vedu.foundation.people.user import User

PLAIN = ("id", "name", "about", "is_icp")
MOST_COUNTED = 1001


class ConditionIn(In):
    """``values``: words, or one whole number; none for ``is_set`` and ``is_not_set``."""

    field: Annotated[str, Field(max_length=40, examples=["city"])]
    op: Op
    values: Annotated[list[Line], Field(max_length=MOST_VALUES)] = []


class SegmentIn(In):
    name: Word
    conditions: Annotated[list[ConditionIn], Field(max_length=20)]
    about: Annotated[str, Field(max_length=500)] = ""
    is_icp: Annotated[bool, Field(description="The target audience")] = False

    @property
    def told(self) -> list[dict[str, Any]]:
        return [condition.model_dump() for condition in self.conditions]


class ConditionOut(BaseModel):
    field: str
    op: Op
    values: list[str]


class SegmentOut(BaseModel):
    id: int
    name: str
    about: str
    is_icp: bool
    conditions: list[ConditionOut]
    companies: int
    created_at: UtcMoment


def segments(found: Sequence[Segment], user: User) -> list[Json]:
    """A query counts for each."""
    counts = _counts(found, user)
    return [
        {name: getattr(one, name) for name in PLAIN}
        | {"conditions": one.conditions, "companies": counts[one.pk], "created_at": moment(one.created_at)}
        for one in found
    ]


def _counts(found: Sequence[Segment], user: User) -> dict[int, int]:
    """How many companies that the person sees belong to each, a thousand and one at most."""
    return {one.pk: one.clients().visible_to(user).order_by()[:MOST_COUNTED].count() for one in found}
