"""A pin of a deal."""

from pydantic import BaseModel

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Row, UtcMoment

PIN_COLUMNS = ("id", "deal_id", "deal__name", "at")


class PinOut(BaseModel):
    """``name`` is that of the deal."""

    deal: int
    name: str
    at: UtcMoment


def pin(row: Row) -> Json:
    return {"deal": row["deal_id"], "name": row["deal__name"], "at": moment(row["at"])}
