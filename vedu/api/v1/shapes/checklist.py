"""Checklists of talks, what was filled in, and how sellers talk."""

from typing import Annotated

from pydantic import BaseModel, Field

from vedu.api.answer import Json, moment
from vedu.api.v1.shapes.stage_norm import CountOut, ShareOut
from vedu.api.v1.shapes.values import Id, In, Line, UtcMoment, Word
from vedu.sales.checklists.checklist import Checklist, Occasion
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.checklists.item import LONGEST_TEXT, MOST_ITEMS, Item


class ChecklistLineIn(In):
    """``key`` is what the line is known by: keep it when you change the words; empty for a new one."""

    key: Annotated[str, Field(max_length=40)] = ""
    text: Annotated[str, Field(max_length=LONGEST_TEXT)]


class ChecklistLineOut(BaseModel):
    key: str
    text: str


class ChecklistIn(In):
    name: Word
    occasion: Occasion = Occasion.ANY
    items: Annotated[list[ChecklistLineIn], Field(max_length=MOST_ITEMS)]

    @property
    def lines(self) -> list[Item]:
        return [Item(one.key, one.text) for one in self.items]


class ChecklistOut(BaseModel):
    """``occasion`` ``first``: it is for the first talk with a client alone."""

    id: int
    name: str
    occasion: Occasion
    items: list[ChecklistLineOut]
    is_retired: bool


class FilledIn(In):
    """``done``: keys of the lines that were kept to."""

    checklist: Id
    done: Annotated[list[Line], Field(max_length=MOST_ITEMS)]


class FilledLineOut(BaseModel):
    key: str
    text: str
    done: bool


class FilledOut(BaseModel):
    id: int
    touch: int
    checklist: int
    seller: int
    items: list[FilledLineOut]
    at: UtcMoment
    by: int | None


class HabitOut(BaseModel):
    """``open_questions`` of all asked, ``kept`` lines of ``talks`` gone through; null while there are none."""

    user: int
    name: str
    open_questions: ShareOut | None
    talks: int
    kept: ShareOut | None


class MissedOut(BaseModel):
    checklist: str
    text: str
    kept: CountOut


class HabitsOut(BaseModel):
    items: list[HabitOut]
    missed: list[MissedOut]
    next_cursor: None


def checklist(one: Checklist) -> Json:
    return {
        "id": one.pk,
        "name": one.name,
        "occasion": one.occasion,
        "items": one.items,
        "is_retired": one.is_retired,
    }


def filled(one: FilledChecklist) -> Json:
    return {
        "id": one.pk,
        "touch": one.touch_id,
        "checklist": one.checklist_id,
        "seller": one.seller_id,
        "items": one.items,
        "at": moment(one.at),
        "by": one.by_id,
    }
