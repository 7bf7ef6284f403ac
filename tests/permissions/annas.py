"""What Anna keeps: one client that she leads, with everything that can hang on it, and lists of her own."""

from pathlib import Path

from tests.cast import Cast, step
from tests.permissions import secrets
from tests.permissions.company import Things, day_in
from vedu.clients import requisites
from vedu.clients.assignment.method import Method
from vedu.clients.client import Client
from vedu.clients.competitors.supply import Supply
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.erasing import erase
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.opt_out import OptOut
from vedu.clients.consent.request import SubjectRequest
from vedu.clients.consent.subject import Subject
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.clients.handover import Handover
from vedu.clients.imports import preparing, running
from vedu.clients.imports.run import ImportRun
from vedu.clients.merging.merge import Merge
from vedu.clients.preparation.brief import Brief
from vedu.clients.reassignment import carrying_out
from vedu.clients.reassignment.plan import Division
from vedu.clients.reassignment.selection import Selection
from vedu.foundation.people.notice import Notice
from vedu.sales.business_events.business_event import BusinessEvent
from vedu.sales.business_events.encounter import Encounter
from vedu.sales.business_events.event_deal import EventDeal
from vedu.sales.calling.calling_list import CallingList
from vedu.sales.calling.filling import Wanted
from vedu.sales.calling.lease import take_next
from vedu.sales.calling.recording import Said, record
from vedu.sales.calling.sifting import Callers
from vedu.sales.catalogue.deal_product import DealProduct
from vedu.sales.deals.deal import Deal
from vedu.sales.inquiries.beginning import Arrival, begin
from vedu.sales.message_templates.message_template import MessageTemplate
from vedu.sales.message_templates.purpose import Purpose
from vedu.sales.message_templates.wording import Wording
from vedu.sales.objections.objection_action import ObjectionAction
from vedu.sales.pins.pin import Pin
from vedu.sales.playbooks.choice import PlaybookChoice
from vedu.sales.sequences.admission import Person
from vedu.sales.sequences.enrolling import enrol
from vedu.sales.signals.signal_mark import SignalMark
from vedu.sales.talk.argument import DealArgument
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.touches.note import write_note
from vedu.sales.visits.visit_list import VisitList

FILE = f"Компания;Телефон\n{secrets.IMPORTED};89127773196\n{secrets.IMPORTED} 2;12\n"


def lead(cast: Cast, shared: Things, folder: Path) -> Things:
    """Everything by the verbs that people call, in the order in which it would happen."""
    things = dict(shared)
    for chapter in (_client, _deal, _talk, _work, _outside, _lists, _rights, _company):
        things |= chapter(cast, things)
    return things | _import(cast, folder) | {"anna": cast.anna, "pipeline": cast.pipeline, "stage": cast.stage(1)}


def _client(cast: Cast, things: Things) -> Things:
    anna = cast.anna
    client = Client.add(name=secrets.CLIENT, by=anna, city="Kazan", about=f"About {secrets.NOTE}")
    client.claim(by=anna)
    contact = Contact.add(client, name=secrets.PERSON, by=anna, job_title="buyer")
    ContactPoint.add(client, contact=contact, kind="phone", value=secrets.PHONE, by=anna)
    ContactPoint.add(client, contact=contact, kind="email", value=secrets.EMAIL, by=anna)
    requisites.write(client, by=anna, inn=secrets.INN, bank=secrets.BANK, address="Kazan, Tukaya street, 5")
    Brief.write(client, by=anna, problem=secrets.BRIEF)
    return {
        "client": client,
        "contact": contact,
        "supply": Supply.note(client, "Karton", by=anna, dislikes=secrets.SUPPLY),
        "handover": Handover.offer(client, cast.igor, by=anna, why=secrets.HANDOVER),
    }


def _deal(cast: Cast, things: Things) -> Things:
    deal = cast.deal(client=things["client"])  # type: ignore[arg-type]
    deal.describe(by=cast.anna, name=secrets.DEAL)
    CommitteeMember.name_role(deal, things["contact"], "decision_maker", by=cast.anna, note=secrets.COMMITTEE)  # type: ignore[arg-type]
    touch = deal.log_touch(by=cast.anna, channel="call", text=secrets.TOUCH, contact=things["contact"])
    write_note(deal.client, text=secrets.NOTE, by=cast.anna, deal=deal)
    task = deal.plan(step(2, title=secrets.TASK), by=cast.anna)
    Pin.put(deal, by=cast.anna)
    return {"deal": deal, "touch": touch, "task": task}


def _talk(cast: Cast, things: Things) -> Things:
    deal, product, anna = things["deal"], things["product"], cast.anna
    assert isinstance(deal, Deal)
    need = Need.note(deal, words=secrets.NEED, by=anna)
    objection = Objection.note(deal, text=secrets.OBJECTION, kind="price", by=anna)
    objection.reply(answer=secrets.ANSWER, by=anna)
    PlaybookChoice.choose(deal, things["playbook"], by=anna)  # type: ignore[arg-type]
    SignalMark.mark(deal, things["signal"], by=anna)  # type: ignore[arg-type]
    action = ObjectionAction.give(deal, "demo", until_on=day_in(9), by=anna, objection=objection)
    return {
        "need": need,
        "objection": objection,
        "action": action,
        "argument": DealArgument.choose(deal, need=need, text=secrets.ARGUMENT, by=anna),
        "deal_product": DealProduct.note(deal, product, by=anna),  # type: ignore[arg-type]
    }


def _work(cast: Cast, things: Things) -> Things:
    """Messages, a sequence, an inquiry at the counter."""
    deal, anna = things["deal"], cast.anna
    assert isinstance(deal, Deal)
    words = Wording(f"About {secrets.TEMPLATE}", "Hello")
    template = MessageTemplate.write(secrets.TEMPLATE, Purpose(channel="email"), words, by=anna)
    enrolment = enrol(things["sequence"], Person(deal.client, things["contact"], deal), by=anna)  # type: ignore[arg-type]
    inquiry = begin(Arrival(reach=secrets.OTHER_PHONE, name=secrets.INQUIRY, words=secrets.INQUIRY), by=anna)
    step_taken = enrolment.steps.get()
    return {"template": template, "enrolment": enrolment, "enrolment_step": step_taken, "inquiry": inquiry}


def _outside(cast: Cast, things: Things) -> Things:
    """An exhibition to which the company goes, and whom Anna meets there."""
    client, deal, anna = things["client"], things["deal"], cast.anna
    event = BusinessEvent.plan(by=anna, name="FoodExpo", starts_on=day_in(0), ends_on=day_in(2))
    encounter = Encounter.plan(event, client, by=anna, why=secrets.ENCOUNTER)  # type: ignore[arg-type]
    return {
        "event": event,
        "participant": event.participants.get(person=anna),
        "encounter": encounter,
        "event_deal": EventDeal.link(deal, event, by=anna),  # type: ignore[arg-type]
    }


def _lists(cast: Cast, things: Things) -> Things:
    """Where Anna walks and whom she calls: she has made a call, and has the next client in her hands."""
    client, anna = things["client"], cast.anna
    visits = VisitList.plan(on=day_in(1), by=anna, title=secrets.VISITS)
    visits.add_clients([client], by=anna)  # type: ignore[list-item]
    second, third = _another(cast, "second", "7"), _another(cast, "third", "8")
    wanted = Wanted(clients=[client.pk, second.pk, third.pk])
    calls = CallingList.make(secrets.CALLS, wanted, by=anna, callers=Callers(person=anna))
    first = take_next(calls, by=anna)
    assert first is not None
    attempt = record(first, Said("no_answer", note=secrets.CALLS), by=anna)
    queued = take_next(calls, by=anna)
    assert queued is not None
    stop = visits.visits.get()
    return {"visits": visits, "visit": stop, "calls": calls, "queued": queued, "call": attempt, "second": second}


def _another(cast: Cast, name: str, digit: str) -> Client:
    client = cast.client(f"{secrets.CLIENT} {name}", owner=cast.anna)
    ContactPoint.add(client, kind="phone", value=secrets.PHONE[:-1] + digit, by=cast.anna)
    return client


def _rights(cast: Cast, things: Things) -> Things:
    """BASE-9: a consent, an opt-out, a request, and one person who was forgotten."""
    client, anna = things["client"], cast.anna
    assert isinstance(client, Client)
    subject = Subject.of(things["contact"])  # type: ignore[arg-type]
    left_alone = Subject.of(Contact.add(client, name="Left alone", by=anna))
    object_to(left_alone, by=anna, why=secrets.CONSENT)
    forgotten = Subject.of(Contact.add(client, name="Forgotten", by=anna))
    return {
        "consent": Consent.give(
            subject, ["messenger"], purpose="offers", source="paper", note=secrets.CONSENT, by=anna
        )[0],
        "opt_out": OptOut.put("email", "nobody@bakery.example", by=anna)[0],
        "request": SubjectRequest.receive(subject, "access", by=anna, words=secrets.CONSENT),
        "erasure": erase(forgotten, by=cast.sergey, ground="request"),
    }


def _company(cast: Cast, things: Things) -> Things:
    """What a head does with her clients: two are merged, two look alike, all of them might pass to Igor."""
    kept, gone = _another(cast, "kept", "1"), _another(cast, "gone", "2")
    merge = Merge.carry_out(kept, gone, by=cast.anna)
    division = Division(Method.ONE, [cast.igor])
    moved = carrying_out.start(Selection(person=cast.anna), division, why="Vacation", by=cast.sergey)
    left, right = sorted([kept, things["second"]], key=lambda one: one.pk)
    # A search writes pairs; here its night is over.
    pair = ProbablePair.objects.create(left=left, right=right, score=0.9, reasons=[], evidence={})
    notice = Notice.objects.create(person=cast.anna, kind="hold.ends", key="anna", data={"client": kept.pk})
    return {"merge": merge, "kept": kept, "reassignment": moved, "pair": pair, "notice": notice}


def _import(cast: Cast, folder: Path) -> Things:
    path = folder / f"{secrets.IMPORTED}.csv"
    path.write_text(FILE)
    run = preparing.begin(path, by=cast.anna, format_code="clients", file_name=path.name)
    running.carry_out(run)
    return {"run": ImportRun.objects.get(pk=run.pk)}
