"""Somebody begins a sequence: one, or many at once with what was refused collected (CHAN-8)."""

from collections.abc import Sequence as Rows
from dataclasses import dataclass, field
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason, Refused
from vedu.sales.sequences.admission import Admission, Person, admissions
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.sequences.going import plan_step
from vedu.sales.sequences.sequence import Sequence, SequenceVersion

# At one go, so that nobody waits for a page; the rest at the next.
MOST = 200


@dataclass(slots=True)
class Begun:
    """What came of many."""

    enrolments: list[Enrolment] = field(default_factory=list)
    refused: list[Admission] = field(default_factory=list)


def enrol(
    sequence: Sequence, person: Person, *, by: User, at: datetime | None = None, admission: Admission | None = None
) -> Enrolment:
    """Raises Refused with every reason why not. ``admission`` is what was asked for many at once a moment ago."""
    at = at or timezone.now()
    require_open(sequence, by)
    known = admission or admissions(sequence.version, [person], by=by, at=at)[0]
    if known.reasons:
        raise Refused(*known.reasons)
    with transaction.atomic():
        enrolment = _begin(sequence.version, known, by=by, at=at)
        enrolment.tell("enrolment.begun", by=by, at=at)
        plan_step(enrolment, sequence.version.all_steps[0], known.known, known.wanted, at=at)
    return enrolment


def enrol_all(sequence: Sequence, people: Rows[Person], *, by: User, at: datetime | None = None) -> Begun:
    """Each by the same rule as alone; 200 at most. Who was refused, is told with the reasons."""
    at, begun = at or timezone.now(), Begun()
    require_open(sequence, by)
    for known in admissions(sequence.version, people[:MOST], by=by, at=at):
        try:
            begun.enrolments.append(enrol(sequence, known.person, by=by, at=at, admission=known))
        except Refused as refused:
            begun.refused.append(known._replace(reasons=tuple(refused.reasons)))
    return begun


def require_open(sequence: Sequence, by: User) -> None:
    """Who may begin it at all."""
    by.require_selling()
    sequence.require_in_use()


def _begin(version: SequenceVersion, known: Admission, *, by: User, at: datetime) -> Enrolment:
    person = known.person
    facts = {"client": person.client, "contact": person.contact, "deal": person.deal, "assignee": known.assignee}
    try:
        with transaction.atomic():
            return Enrolment.objects.create(version=version, running_for=person.key, at=at, by=by, **facts)
    except IntegrityError as error:  # somebody was quicker
        sentence = _("Goes through a sequence already: stop that one first.")
        raise Refused(Reason("already-enrolled", sentence)) from error
