"""A sequence of three steps, and a client who goes through it on a Tuesday noon in Moscow."""

from datetime import UTC, datetime

from tests.cast import Cast
from vedu.clients.client import Client
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.wording import Wording
from vedu.sales.sequences.admission import Person
from vedu.sales.sequences.enrolling import enrol
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.sequences.outline import StepOutline
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.touches.task import Task

TUESDAY = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
WORDS = Wording("Hello", "Hi")


def sequence(cast: Cast) -> Sequence:
    """A letter at once, a call after two working days, a message after three more."""
    steps = [StepOutline(0, "email", template(cast, "email")), StepOutline(2, "call", None, "Ask for a talk")]
    steps.append(StepOutline(3, "messenger", template(cast, "messenger")))
    return Sequence.write("Three steps", steps, by=cast.sergey)


def template(cast: Cast, channel: str) -> MessageTemplate:
    words = Wording("Hello", "Hi" if channel == "email" else "")
    return MessageTemplate.write(f"By {channel}", Purpose(channel=channel), words, by=cast.sergey, is_team=True)


def begin(cast: Cast, client: Client | None = None, deal: Deal | None = None, at: datetime = TUESDAY) -> Enrolment:
    """Of the client's first contact."""
    client = client or (deal.client if deal else cast.client(owner=cast.anna))
    contact = client.contacts.first() or cast.contact(client)
    known = Sequence.objects.filter(name="Three steps").first() or sequence(cast)
    return enrol(known, Person(client, contact, deal), by=cast.anna, at=at)


def open_tasks(enrolment: Enrolment) -> list[Task]:
    return list(Task.objects.open().filter(pk__in=enrolment.steps.values("task")))
