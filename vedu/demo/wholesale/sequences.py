"""What sellers of the demo world write by templates, and whom they lead through sequences."""

from datetime import datetime, timedelta
from random import Random

from django.db import transaction

from vedu.clients.client import Client
from vedu.foundation.bulk_work import one_batch
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.sales.deals.deal import Deal
from vedu.sales.message_templates.filling import fill
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.profile import SellerProfile
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.wording import Wording
from vedu.sales.sequences.admission import Person
from vedu.sales.sequences.candidates import people_of_clients
from vedu.sales.sequences.enrolling import enrol
from vedu.sales.sequences.enrolment import Enrolment, EnrolmentStep
from vedu.sales.sequences.going import make
from vedu.sales.sequences.presets.install import install
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.stop import stop_by_hand
from vedu.sales.touches.channel import Channel, Direction, Outcome
from vedu.sales.touches.touch import Touch

PHONES = {"kotova": "+7 843 212-40-11", "demina": "+7 843 212-40-12", "zuev": "+7 843 212-40-13"}
# So many go through sequences with each of the three, and what comes of them in turn.
EACH = 12
ENDINGS = ("made", "made", "answered", "open", "made", "stopped", "answered", "open")
OWN = "{contact.address}, добрый день. Это {me.name}. Образцы коробок уже у вас. Что сказал технолог?"


def sequences(rng: Random, now: datetime, people: dict[str, User]) -> None:
    """Begun in the last two weeks; some clients have answered, some steps are due today."""
    for login, phone in PHONES.items():
        SellerProfile.write(people[login], job_title="Менеджер по продажам", phone=phone)
    purpose = Purpose(channel="messenger", phase="presentation", aida="desire")
    MessageTemplate.write("Про образцы", purpose, Wording(OWN), by=people["kotova"])
    install()
    known = Sequence.objects.with_steps().get(preset="first-contact")
    for login in PHONES:
        with one_batch(), transaction.atomic():
            for number, person in enumerate(_people(people[login])):
                _go(rng, known, person, people[login], now, ENDINGS[number % len(ENDINGS)])


def _people(seller: User) -> list[Person]:
    """Of his early deals, those who have not been heard yet."""
    deals = Deal.objects.open().filter(owner=seller, last_two_way_at=None).order_by("-pk")
    clients = list(Client.objects.filter(pk__in=deals.values("client")).select_related("owner").order_by("-pk")[:EACH])
    return people_of_clients(clients)


def _go(rng: Random, known: Sequence, person: Person, seller: User, now: datetime, ending: str) -> None:
    """A refusal of the policy is life: the next one then."""
    begun_at = now - timedelta(days=rng.randint(2, 12), hours=rng.randint(0, 3))
    try:
        enrolment = enrol(known, person, by=seller, at=begun_at)
    except Refused:
        return
    if ending != "open":
        _make(enrolment, seller, now)
    if ending == "answered" and person.contact is not None:
        _answer(person, seller, now - timedelta(hours=rng.randint(2, 30)))
    elif ending == "stopped":
        stop_by_hand(enrolment, by=seller, note="Позвонил сам, уже работаем", at=now - timedelta(hours=4))


def _answer(person: Person, seller: User, at: datetime) -> None:
    Touch.log(
        person.client,
        by=seller,
        contact=person.contact,
        channel=Channel.EMAIL,
        direction=Direction.IN,
        outcome=Outcome.REPLIED,
        text="Да, давайте созвонимся",
        at=at,
    )


def _make(enrolment: Enrolment, seller: User, now: datetime) -> None:
    """Those of its steps whose day has come, but for today's."""
    for _step in range(3):
        taken = enrolment.open_step
        if taken is None or taken.task is None or taken.due_at > now - timedelta(hours=6):
            return
        _make_one(enrolment, taken, seller, taken.due_at + timedelta(minutes=40))
        enrolment.refresh_from_db()


def _make_one(enrolment: Enrolment, taken: EnrolmentStep, seller: User, at: datetime) -> None:
    """In the words of its template; what the policy stops is done by a call from the card."""
    assert taken.task is not None
    assert taken.step.template is not None
    said = fill(taken.step.template.version, enrolment.recipient, by=seller)
    outcome = "no_answer" if taken.step.channel == "call" else ""
    try:
        with transaction.atomic():
            make(enrolment, taken, said.wording, by=seller, outcome=outcome, at=at)
    except Refused:
        taken.task.complete(by=seller, at=at)
