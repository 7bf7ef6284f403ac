"""The rules of contact as typed: rows that are put in order, added and taken away before they are saved."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, NamedTuple, Self

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vedu.clients.segments.segment import Segment
from vedu.foundation.refusal import Invalid
from vedu.sales.contact_policy.contact_rule import SegmentRules, kept_rules
from vedu.sales.contact_policy.rules import USUAL, Rules
from vedu.sales.contact_policy.words import channel_name
from vedu.sales.contact_policy.written_rules import as_json, read
from vedu.web.contact_policy.rule_fields import CHANNELS, CONSENT, GROUPS, WORDS

MOST_ROWS = 20
OTHERS = ""
_ROW = re.compile(r"rule-(\d{1,3})-segment")


class FieldShown(NamedTuple):
    name: str
    label: str | Promise
    unit: str | Promise
    help: str | Promise
    value: str
    error: str


class ConsentShown(NamedTuple):
    channel: str
    label: str
    is_on: bool


@dataclass
class RuleRow:
    """``segment`` is an id as text; that of all the others is always the last and has none."""

    segment: str
    typed: dict[str, str]
    consent: list[str] = field(default_factory=list)
    errors: dict[str, str] = field(default_factory=dict)
    place: int = 0
    is_others: bool = False

    @classmethod
    def of(cls, segment: Segment | None, rules: Rules) -> Self:
        written = as_json(rules)
        typed = {word: str(written[word]) for word in WORDS}
        return cls(str(segment.pk) if segment else "", typed, written[CONSENT], is_others=segment is None)

    @property
    def groups(self) -> list[tuple[str | Promise, list[FieldShown]]]:
        return [(group.title, [self._shown(*one) for one in group.fields]) for group in GROUPS]

    @property
    def consents(self) -> list[ConsentShown]:
        return [ConsentShown(one, channel_name(one), one in self.consent) for one in CHANNELS]

    @cached_property
    def rules(self) -> Rules | None:
        """None while something is wrong, which stands under its field then."""
        try:
            return read({**self.typed, CONSENT: self.consent})
        except Invalid as refused:
            self.errors |= {str(reason.facts["field"]): reason.sentence for reason in refused.reasons}
            return None

    def _shown(self, word: str, label: str | Promise, unit: str | Promise, help_text: str | Promise) -> FieldShown:
        name, error = f"rule-{self.place}-{word}", self.errors.get(word, "")
        return FieldShown(name, label, unit, help_text, self.typed.get(word, ""), error)


@dataclass
class RulesForm:
    """``changed`` when it is not what is kept."""

    rows: list[RuleRow]
    changed: bool = False

    def __post_init__(self) -> None:
        self._number()

    @cached_property
    def segments(self) -> Mapping[str, Segment]:
        return {str(one.pk): one for one in Segment.objects.all()}

    @classmethod
    def kept(cls) -> Self:
        """What stands behind a rule for all others never acts, so it is not shown."""
        rows: list[RuleRow] = []
        for one in [*kept_rules(), SegmentRules(None, USUAL)]:
            rows.append(RuleRow.of(*one))
            if one.segment is None:
                break
        return cls(rows)

    @classmethod
    def said(cls, post: QueryDict) -> Self:
        """In the order of the page, whatever the numbers are."""
        numbers = [int(match[1]) for name in post if (match := _ROW.fullmatch(name))][:MOST_ROWS]
        rows = [_typed(post, number) for number in numbers]
        others = [row for row in rows if row.is_others][-1:] or [RuleRow.of(None, USUAL)]
        return cls([row for row in rows if not row.is_others] + others, changed=True)

    def arrange(self, do: str) -> None:
        """``add``, or ``remove-2``, ``up-2``, ``down-2`` with the number of a row; the others stay last."""
        word, _sep, place = do.partition("-")
        *rows, others = self.rows
        if word == "add" and len(rows) < MOST_ROWS - 1:
            rows.append(RuleRow("", dict(others.typed), list(others.consent)))
        number = int(place) if place.isascii() and place.isdigit() and len(place) < 4 else len(rows)
        if number < len(rows):
            row = rows.pop(number)
            if word in {"up", "down"}:
                rows.insert(max(0, number + (1 if word == "down" else -1)), row)
        self.rows = [*rows, others]
        self._number()

    def is_right(self) -> bool:
        """Says under each field what is wrong with it, everything at once."""
        seen: set[str] = set()
        for row in self.rows:
            if not row.is_others and (error := self._fault(row.segment, seen)):
                row.errors["segment"] = error
            seen.add(row.segment)
        read_all = [row.rules for row in self.rows]  # each says what is wrong with it
        return None not in read_all and not any(row.errors for row in self.rows)

    @property
    def decided(self) -> list[SegmentRules]:
        """Those that can be read, with a segment; for what is tried before it is saved."""
        return [
            SegmentRules(None if row.is_others else self.segments[row.segment], row.rules)
            for row in self.rows
            if row.rules is not None and (row.is_others or row.segment in self.segments)
        ]

    def chosen(self) -> list[tuple[Segment | None, Mapping[str, Any]]]:
        return [(one.segment, as_json(one.rules)) for one in self.decided]

    @property
    def names(self) -> list[tuple[int, str]]:
        return [(row.place, self.name_of(row)) for row in self.rows]

    def name_of(self, row: RuleRow) -> str:
        if row.is_others:
            return _("All clients") if len(self.rows) == 1 else _("All the others")
        return str(self.segments.get(row.segment) or _("choose a segment"))

    def _number(self) -> None:
        for place, row in enumerate(self.rows):
            row.place = place

    def _fault(self, segment: str, seen: set[str]) -> str:
        if segment not in self.segments:
            return _("Choose a segment.")
        return _("Two rules speak of one segment: leave one of them.") if segment in seen else ""


def _typed(post: QueryDict, number: int) -> RuleRow:
    typed = {word: post.get(f"rule-{number}-{word}", "").strip()[:40] for word in WORDS}
    consent: Sequence[str] = [one for one in post.getlist(f"rule-{number}-{CONSENT}") if one in CHANNELS]
    segment = post.get(f"rule-{number}-segment", "")
    return RuleRow(segment, typed, list(consent), is_others=segment == "others")
