"""What rows become: clients, deals. A floor registers its own target; the engine knows none by name."""

from collections.abc import Mapping as AnyMapping
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any, Protocol

from django.utils.functional import Promise

from vedu.clients.imports.field import Field
from vedu.clients.imports.format import Format
from vedu.clients.imports.mapping import Mapping, Record
from vedu.clients.imports.trace import Created, Trace
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason


class Verdict(StrEnum):
    """What came of a row: a new object, an existing one that got something, one that has it all, or nothing."""

    NEW = "new"
    EXISTING = "existing"
    UNCHANGED = "unchanged"
    REFUSED = "refused"


# Code → what to tell a person, with the number of rows as %(rows)d.
NOTES: dict[str, str | Promise] = {}


@dataclass(slots=True)
class Outcome:
    verdict: Verdict
    reasons: Sequence[Reason] = ()
    note: str = ""  # a code of NOTES: taken, but not quite as the file says


@dataclass(frozen=True, slots=True)
class Job:
    """Who imports what, and when. ``before`` knows what earlier batches of the run created."""

    format: Format
    mapping: Mapping
    by: User | None
    at: datetime
    file: Path
    before: Created = field(default_factory=Created)

    @property
    def namespace(self) -> str:
        """Under which the external ids of this file are kept."""
        return self.mapping.source.strip()[:40] or self.format.namespace


class Session(Protocol):
    """One open target in one run."""

    def write(self, records: Sequence[Record], trace: Trace) -> list[Outcome]:
        """An outcome for each record; inside a transaction of the caller."""
        ...

    def cells(self, record: Record) -> dict[str, str]:
        """The record as it will be, label → text, for the preview."""
        ...

    def keys(self, record: Record) -> list[str]:
        """By what the record is known again; for a rehearsal, which forgets what it wrote."""
        ...


class Target(Protocol):
    """``names``: fields whose different values a person maps, together where they belong together."""

    code: str
    fields: Sequence[Field]
    names: Sequence[tuple[str, ...]]

    def suggestions(self, survey: AnyMapping[str, Any], job: Job) -> dict[str, dict[str, str]]:
        """Parts of a mapping that can be guessed from what the file holds: {"stages": {…}}."""
        ...

    def complaints(self, survey: AnyMapping[str, Any], job: Job) -> list[Reason]:
        """What must be answered before anything may be written."""
        ...

    def open(self, job: Job, trace: Trace) -> Session: ...


_targets: dict[str, Target] = {}


def register(target: Target) -> None:
    _targets[target.code] = target


def target_named(code: str) -> Target:
    return _targets[code]
