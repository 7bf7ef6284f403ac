"""Who may go through a sequence, who may not and why, and when the first step would come: one answer for one person
and for a list, before anything is written (CHAN-8)."""

from collections.abc import Iterator
from collections.abc import Sequence as Rows
from datetime import datetime
from typing import NamedTuple

from django.utils.formats import date_format
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.protection import led_by_another
from vedu.foundation.many_rows import chunked
from vedu.foundation.people.installation import local_day
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Reason
from vedu.sales.contact_policy.asking import Known, known_of_all
from vedu.sales.contact_policy.decision import Objection
from vedu.sales.contact_policy.words import reasons_of
from vedu.sales.deals.deal import Deal
from vedu.sales.sequences.enrolment import person_key, running_keys
from vedu.sales.sequences.pace import allowed_at, decision_at, wanted_at
from vedu.sales.sequences.sequence import SequenceVersion

CHUNK = 100


class Person(NamedTuple):
    """``deal``: the touches are made about it."""

    client: Client
    contact: Contact | None = None
    deal: Deal | None = None

    @property
    def key(self) -> str:
        return person_key(self.client.pk, self.contact.pk if self.contact else None)


class Admission(NamedTuple):
    """``reasons`` speak against it, none: he may begin. ``wanted`` is when the first step would come, ``first_at`` when
    the policy lets it, and ``objections`` are why it is put off. ``known`` spares another look."""

    person: Person
    assignee: User
    reasons: tuple[Reason, ...]
    wanted: datetime
    first_at: datetime | None
    objections: tuple[Objection, ...]
    known: Known

    @property
    def is_admitted(self) -> bool:
        return not self.reasons

    @property
    def is_put_off(self) -> bool:
        """By the policy, to another day than it was meant for by the client's clock."""
        zone = self.known.whom.clock.zone
        if self.first_at is None or not any(one.is_hard for one in self.objections):
            return False
        return self.first_at.astimezone(zone).date() > self.wanted.astimezone(zone).date()


def admissions(version: SequenceVersion, people: Rows[Person], *, by: User, at: datetime) -> list[Admission]:
    """Some ten queries for each hundred of people. ``client.owner`` comes along."""
    return [one for some in chunked(people, CHUNK) for one in _admissions(version, list(some), by, at)]


def assignee_of(person: Person, by: User) -> User:
    """Whoever leads the deal, else the client; a free client is his who begins."""
    if person.deal is not None:
        return person.deal.owner
    return person.client.owner or by


def _admissions(version: SequenceVersion, people: Rows[Person], by: User, at: datetime) -> Iterator[Admission]:
    known = known_of_all([(one.client, one.contact) for one in people], at=at)
    taken = running_keys([one.key for one in people])
    for person in people:
        of_him = known[person.client.pk, person.contact.pk if person.contact else None]
        yield _admission(version, person, of_him, taken, by, at)


def _admission(
    version: SequenceVersion, person: Person, known: Known, taken: set[str], by: User, at: datetime
) -> Admission:
    first, assignee = version.all_steps[0], assignee_of(person, by)
    wanted = wanted_at(known, at, first.after_days)
    # Whoever may not work with the client learns nothing else of it.
    reasons = tuple(_by_right(person, by)) or (
        *_by_state(person, taken, at),
        *_by_policy(version, known, wanted, assignee),
    )
    first_at = allowed_at(known, first, wanted, assignee)
    objections = decision_at(known, first, wanted, assignee).objections
    return Admission(person, assignee, reasons, wanted, first_at, objections, known)


def _by_right(person: Person, by: User) -> Iterator[Reason]:
    client, deal = person.client, person.deal
    if client.owner is not None and not by.may_work_for(client.owner_id):
        yield from led_by_another(client, by).reasons
    elif deal is not None and not by.may_work_for(deal.owner_id):
        yield from deal.not_yours().reasons
    if deal is not None and not deal.is_open:
        yield Reason("deal-closed", _("The deal is closed: reopen it to go on."))
    if (deal and deal.client_id != client.pk) or (person.contact and person.contact.client_id != client.pk):
        yield Reason("contact-elsewhere", _("This person is at another client."))


def _by_state(person: Person, taken: set[str], at: datetime) -> Iterator[Reason]:
    client = person.client
    if person.key in taken:
        yield Reason("already-enrolled", _("Goes through a sequence already: stop that one first."))
    if person.contact is not None and person.contact.erased_at is not None:
        yield Reason("erased", _("The data of this person are erased: nothing more is kept here."))
    if not client.open_deals and client.refused_at is not None:
        yield from _open_refusal(client, client.refused_at, at)


def _open_refusal(client: Client, refused_at: datetime, at: datetime) -> Iterator[Reason]:
    if client.last_purchase_at is not None and client.last_purchase_at > refused_at:
        return  # it was of another purchase
    if client.return_on is None:
        yield Reason("open-refusal", _("The client refused and we agreed not to come back."))
    elif client.return_on > local_day(at):
        day = date_format(client.return_on, "SHORT_DATE_FORMAT")
        sentence = _("The client refused and waits for us on %(day)s: not before.") % {"day": day}
        yield Reason("open-refusal", sentence, {"return_on": client.return_on.isoformat()})


def _by_policy(version: SequenceVersion, known: Known, wanted: datetime, by: User) -> Iterator[Reason]:
    """A step that can never be made: all that it would need is asked before it begins."""
    told: dict[str, Reason] = {}
    for step in {one.touched_by: one for one in version.all_steps}.values():
        decision = known.decide(step.touched_by, wanted, by)
        if decision.next_at is None:
            forbidding = [reason for reason in reasons_of(decision) if reason.facts["forbids"]]
            told |= {reason.sentence: Reason(reason.code, reason.sentence) for reason in forbidding}
    yield from told.values()
