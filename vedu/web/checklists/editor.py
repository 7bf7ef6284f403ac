"""A checklist as typed: its lines with their keys, and empty ones to write more."""

from dataclasses import dataclass, field
from typing import Self

from django.http import QueryDict

from vedu.foundation.people.user import User
from vedu.sales.checklists.checklist import Checklist, Occasion
from vedu.sales.checklists.item import MOST_ITEMS, Item

SPARE = 3


@dataclass
class Editor:
    checklist: Checklist | None = None
    name: str = ""
    occasion: str = Occasion.ANY
    lines: list[Item] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)

    @classmethod
    def kept(cls, one: Checklist) -> Self:
        return cls(one, one.name, one.occasion, one.lines)

    @classmethod
    def said(cls, post: QueryDict, one: Checklist | None) -> Self:
        """A line without words is taken out."""
        lines = [Item(key, text) for key, text in zip(post.getlist("key"), post.getlist("text"), strict=False)]
        return cls(one, post.get("name", ""), post.get("occasion", ""), [line for line in lines if line.text.strip()])

    def save(self, *, by: User) -> None:
        """Raises Invalid, or NotAllowed."""
        if self.checklist is None:
            Checklist.write(self.name, self.lines, occasion=self.occasion or Occasion.ANY, by=by)
        else:
            self.checklist.change(self.name, self.lines, occasion=self.occasion, by=by)

    @property
    def rows(self) -> list[Item]:
        """With empty ones at the end."""
        return [*self.lines, *[Item("", "")] * min(SPARE, max(0, MOST_ITEMS - len(self.lines)))]

    @property
    def occasions(self) -> list[tuple[str, str]]:
        return [(value, str(label)) for value, label in Occasion.choices]
