"""Two entries of one company, merged and parted."""

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.values import Id, In, Row, Text, UtcMoment
from vedu.clients.merging.fields import Side

MERGE_PLAIN = ("id", "gone_id", "gone_name", "why")
MERGE_COLUMNS = (*MERGE_PLAIN, "kept_id", "at", "by_id", "undone_at", "undone_by_id")


class MergeIn(In):
    """``company`` goes into the one of the address. ``choices``: field (``city``, ``requisites.inn`` …) → which of the
    two values stays."""

    company: Id
    choices: dict[str, Side] = Field(default_factory=dict, max_length=40)
    why: Text = ""


class MergeOut(BaseModel):
    """``company`` is empty when that one has gone into another since."""

    id: int
    company: int | None
    gone: int
    gone_name: str
    why: str
    at: UtcMoment
    by: int | None
    undone_at: UtcMoment | None
    undone_by: int | None


def merge(row: Row) -> Json:
    return {
        "id": row["id"],
        "company": row["kept_id"],
        "gone": row["gone_id"],
        "gone_name": row["gone_name"],
        "why": row["why"],
        "at": moment(row["at"]),
        "by": row["by_id"],
        "undone_at": moment(row["undone_at"]),
        "undone_by": row["undone_by_id"],
    }
