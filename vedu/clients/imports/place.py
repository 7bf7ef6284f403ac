"""A client that a batch works with, found in the base or new, and what the batch adds to it."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from functools import lru_cache

from vedu.clients.imports.draft import ClientDraft, PointDraft
from vedu.foundation.values.fold import fold

Key = tuple[str, str]


@dataclass(slots=True, eq=False)
class Person:
    """``id`` is 0 until written."""

    name: str
    job_title: str = ""
    id: int = 0


@dataclass(slots=True)
class Change:
    """What a draft would add to a place. Empty: the place has it all."""

    facts: dict[str, str] = field(default_factory=dict)
    requisites: dict[str, str] = field(default_factory=dict)
    person: Person | None = None
    new_person: bool = False
    job_title: str = ""
    points: list[PointDraft] = field(default_factory=list)

    def __bool__(self) -> bool:
        return bool(self.facts or self.requisites or self.new_person or self.job_title or self.points)


@dataclass(slots=True, eq=False)
class Place:
    """``id`` is 0 until written. ``led_from_here``: its owner was set by this very run."""

    name: str
    kind: str
    facts: dict[str, str] = field(default_factory=dict)
    created_at: datetime | None = None
    id: int = 0
    is_new: bool = False
    owner_id: int | None = None
    open_deals: int = 0
    led_from_here: bool = False
    requisites: dict[str, str] = field(default_factory=dict)
    requisites_id: int = 0
    people: dict[str, Person] = field(default_factory=dict)
    points: dict[Key, list[Person | None]] = field(default_factory=dict)
    changes: list[Change] = field(default_factory=list)
    given_owner: int | None = None

    @classmethod
    def of(cls, draft: ClientDraft) -> "Place":
        return cls(name=draft.name, kind=draft.kind, created_at=draft.created_at, is_new=True)

    def lacks(self, draft: ClientDraft) -> Change:
        """What the draft knows and the place does not; nothing of what a person wrote is overwritten."""
        facts = {name: value for name, value in draft.facts.items() if not self.facts.get(name)}
        requisites = {name: value for name, value in draft.requisites.items() if not self.requisites.get(name)}
        person, is_new = self._person(draft)
        job_title = draft.job_title if person and not is_new and not person.job_title else ""
        points = [point for point in draft.points if not self._reaches(point, person)]
        return Change(facts, requisites, person, is_new, job_title, points)

    def take(self, change: Change) -> None:
        self.facts |= change.facts
        self.requisites |= change.requisites
        if change.new_person and change.person:
            self.people[person_key(change.person.name)] = change.person
        for point in change.points:
            self.points.setdefault((point.kind, point.value), []).append(change.person)
        self.changes.append(change)

    def give_to(self, owner_id: int) -> None:
        self.owner_id, self.given_owner, self.led_from_here = owner_id, owner_id, True

    def _person(self, draft: ClientDraft) -> tuple[Person | None, bool]:
        name = draft.person or (draft.name if draft.kind == "person" and self.kind != "person" else "")
        if not name or (self.kind == "person" and person_key(name) == person_key(self.name)):
            return None, False
        found = self.people.get(person_key(name))
        return (found, False) if found else (Person(name, draft.job_title), True)

    def _reaches(self, point: PointDraft, person: Person | None) -> bool:
        """The same number at the company or at this person; a colleague's shared number is written for him too."""
        holders = self.points.get((point.kind, point.value), [])
        return bool(holders) and (person is None or person in holders or None in holders)


@lru_cache(maxsize=4096)
def person_key(name: str) -> str:
    """«Котова Анна» and «Анна Котова» are one person of a client."""
    return " ".join(sorted(fold(name).split()))


def new_points(place: Place) -> Iterable[tuple[PointDraft, Person | None]]:
    """The points to write, with whom they belong to."""
    return ((point, change.person) for change in place.changes for point in change.points)
