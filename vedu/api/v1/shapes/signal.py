"""Buying signals, their marks on a deal, and its readiness."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Asked, Id, In, Row, UtcMoment, Word

SIGNAL_COLUMNS = ("id", "name", "weight", "is_retired")
MARK_COLUMNS = ("signal_id", "signal__name", "weight", "at", "by_id")


class SignalIn(In):
    """``weight`` in per cent, 1 to 90."""

    name: Word
    weight: Annotated[int, Field(ge=0, le=1000)]


class SignalOut(BaseModel):
    id: int
    name: str
    weight: int
    is_retired: bool


class SignalMarkQuery(Asked):
    signal: Id


class SignalMarkIn(SignalMarkQuery, In):
    pass


class SignalMarkOut(BaseModel):
    """``weight`` is that of the signal on the day of the mark."""

    signal: int
    name: str
    weight: int
    at: UtcMoment
    by: int | None


class BuyingReadinessOut(BaseModel):
    """``readiness`` from 0 to 100; ``chance`` is that of the stage, ``chance_with_signals`` the one the day is ordered
    by."""

    deal: int
    readiness: int
    chance: int
    chance_with_signals: int
    marks: list[SignalMarkOut]


def signal(row: Row) -> Json:
    return {name: row[name] for name in SIGNAL_COLUMNS}


def mark(row: Row) -> Json:
    return {
        "signal": row["signal_id"],
        "name": row["signal__name"],
        "weight": row["weight"],
        "at": moment(row["at"]),
        "by": row["by_id"],
    }
