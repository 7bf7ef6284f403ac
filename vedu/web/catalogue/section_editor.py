"""The rows of a section as typed: put in another order, then published (catalogue/_rows.html)."""

import re
from dataclasses import dataclass, field
from typing import Any, NamedTuple, Self

from django.http import QueryDict

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid
from vedu.sales.catalogue.knowledge import SECTIONS as MODELS
from vedu.sales.catalogue.product import Product
from vedu.sales.catalogue.publishing import MOST_ROWS
from vedu.web.catalogue.sections import Choices, Column, Section

_ROW = re.compile(r"row-(\d{1,3})-id")
Typed = dict[str, str]


class Cell(NamedTuple):
    column: Column
    value: str
    choices: Choices


class EditedRow(NamedTuple):
    pk: str
    cells: list[Cell]
    error: str


@dataclass
class SectionEditor:
    """``rows`` are what was typed, by column, and ``id``. ``error`` belongs to the row at ``wrong``."""

    product: Product
    section: Section
    user: User
    rows: list[Typed] = field(default_factory=list)
    is_considerable: bool = False
    error: str = ""
    wrong: int | None = None

    @classmethod
    def kept(cls, product: Product, section: Section, user: User) -> Self:
        standing = MODELS[section.code].standing_of(product)
        names = [column.name for column in section.columns]
        rows = [{"id": str(one.pk), **{name: str(getattr(one, name)) for name in names}} for one in standing]
        return cls(product, section, user, rows or [_empty(section)])

    @classmethod
    def said(cls, post: QueryDict, product: Product, section: Section, user: User) -> Self:
        numbers = [int(match[1]) for name in post if (match := _ROW.fullmatch(name))][: MOST_ROWS + 10]
        names = ["id", *(column.name for column in section.columns)]
        rows = [{name: post.get(f"row-{number}-{name}", "") for name in names} for number in numbers]
        return cls(product, section, user, rows or [_empty(section)], "considerable" in post)

    def arrange(self, do: str) -> None:
        """``add``, ``remove-1``, ``up-1``, ``down-1``; anything else only shows the rows anew."""
        word, _sep, place = do.partition("-")
        number = int(place) if place.isascii() and place.isdigit() and len(place) < 4 else None
        if word == "add" and len(self.rows) < MOST_ROWS:
            self.rows.append(_empty(self.section))
        elif number is not None and number < len(self.rows):
            self._move(word, number)

    def save(self) -> bool:
        """Published, or shown again with the fault in its row. Raises NotAllowed."""
        said = [self._row(row) for row in self.rows]
        try:
            sections = {self.section.code: said}
            self.product.publish_knowledge(sections, is_considerable=self.is_considerable, by=self.user)
        except Invalid as refused:
            reason = refused.reasons[0]
            self.error, self.wrong = reason.sentence, self._typed_place(reason.facts.get("row", 0))
            return False
        return True

    @property
    def shown(self) -> list[EditedRow]:
        choices = {column.name: column.choices() for column in self.section.columns if column.choices}
        return [
            EditedRow(
                row["id"],
                [Cell(column, row[column.name], choices.get(column.name, [])) for column in self.section.columns],
                self.error if number == self.wrong else "",
            )
            for number, row in enumerate(self.rows)
        ]

    @property
    def can_grow(self) -> bool:
        return len(self.rows) < MOST_ROWS

    def _move(self, word: str, number: int) -> None:
        if word == "remove":
            del self.rows[number]
            self.rows = self.rows or [_empty(self.section)]
        other = number + (1 if word == "down" else -1)
        if word in ("up", "down") and 0 <= other < len(self.rows):
            self.rows[number], self.rows[other] = self.rows[other], self.rows[number]

    def _row(self, row: Typed) -> dict[str, Any]:
        """Ids as numbers."""
        return {name: _number(value) if name in ("id", "competitor_id") else value for name, value in row.items()}

    def _typed_place(self, place: int) -> int:
        """The verb counts only rows with words in them."""
        written = [number for number, row in enumerate(self.rows) if _has_words(row)]
        return written[place] if place < len(written) else 0


def _has_words(row: Typed) -> bool:
    return any(value.strip() for name, value in row.items() if name not in ("id", "kind"))


def _number(text: str) -> int | None:
    return int(text) if text.isascii() and text.isdigit() and len(text) <= 18 else None


def _empty(section: Section) -> Typed:
    return {"id": "", **{column.name: "" for column in section.columns}}
