"""The client base in figures."""

from collections.abc import Mapping
from datetime import timedelta
from typing import Annotated, Literal

from django.http import HttpResponse
from django.utils import timezone
from ninja import Query, Router
from pydantic import BaseModel

from vedu.api.answer import Json, answer, moment
from vedu.api.request import ApiRequest
from vedu.api.v1.shapes.values import UtcMoment
from vedu.clients.kinds.base_kind import BaseKind
from vedu.clients.kinds.base_night import BaseNight
from vedu.clients.kinds.counts import Turns, Whose, counts_of, months_of, rfm_counts, turns_of
from vedu.clients.kinds.lifecycle import Lifecycle
from vedu.clients.kinds.rfm_group import areas
from vedu.foundation.people.user import User

router = Router(tags=["base"])
SPANS = (30, 90)
Scope = Literal["mine", "led", "free"]


class TurnsOut(BaseModel):
    """Who became so in these days and still is; who ceased to be so."""

    days: int
    came: int
    left: int


class KindOut(BaseModel):
    """``word`` is a base kind or a stage of the lifecycle."""

    word: str
    companies: int
    changes: list[TurnsOut]


class MonthOut(BaseModel):
    """How many companies were of each base kind at the end of the month."""

    month: str
    kinds: dict[str, int]


class GroupOut(BaseModel):
    code: str
    name: str
    meaning: str
    companies: int


class CellOut(BaseModel):
    """Scores from 1 to 5: how lately, how much."""

    recency: int
    value: int
    companies: int


class BaseOut(BaseModel):
    """``reckoned_at``: the night of months and RFM; ``left_out``: bought only in other currencies or for nothing."""

    kinds: list[KindOut]
    lifecycle: list[KindOut]
    months: list[MonthOut]
    rfm_groups: list[GroupOut]
    rfm: list[CellOut]
    reckoned_at: UtcMoment | None
    left_out: int


@router.get("/base", response=BaseOut)
def get_base(
    request: ApiRequest, scope: Annotated[Scope, Query(description="Whose companies: your own, all led, free")] = "led"
) -> HttpResponse:
    """How many companies you see are of each base kind and stage, how that changed in 30 and 90 days and by month, and
    the RFM grid."""
    whose, now = _whose(scope, request.user), timezone.now()
    counts, turns = counts_of(whose), turns_of(whose, {days: now - timedelta(days=days) for days in SPANS})
    cells, groups = rfm_counts(whose)
    night = BaseNight.objects.first()
    return answer(
        {
            "kinds": [_kind(word, counts.get(word, 0), turns) for word in BaseKind.values],
            "lifecycle": [_kind(word, counts.get(word, 0), turns) for word in Lifecycle.values],
            "months": [{"month": month.isoformat(), "kinds": kinds} for month, kinds in months_of(whose)],
            "rfm_groups": _groups(groups),
            "rfm": [{"recency": one[0], "value": one[1], "companies": cells[one]} for one in sorted(cells)],
            "reckoned_at": moment(night.at) if night else None,
            "left_out": night.left_out if night else 0,
        }
    )


def _whose(scope: str, user: User) -> Whose:
    match scope:
        case "mine":
            return Whose.mine(user)
        case "free":
            return Whose.free()
        case _:
            return Whose.led(user)


def _kind(word: str, number: int, turns: Mapping[int, Turns]) -> Json:
    changes = [
        {"days": days, "came": turn.came.get(word, 0), "left": turn.left.get(word, 0)} for days, turn in turns.items()
    ]
    return {"word": word, "companies": number, "changes": changes}


def _groups(numbers: Mapping[str, int]) -> list[Json]:
    return [
        {"code": area.code, "name": area.name, "meaning": area.meaning, "companies": numbers.get(area.code, 0)}
        for area in areas()
    ]
