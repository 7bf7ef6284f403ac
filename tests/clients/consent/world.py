"""A person whose data stand wherever data of a person can stand: in his own rows, in words of others, in imports."""

from dataclasses import dataclass

from tests.cast import Cast, step
from vedu.clients.client import Client
from vedu.clients.consent.consent import Consent
from vedu.clients.consent.subject import Subject
from vedu.clients.consent.text import ConsentText
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.imports.batch import ImportBatch
from vedu.clients.imports.external_id import ExternalId
from vedu.clients.imports.refused_row import RefusedRow
from vedu.clients.imports.run import ImportRun
from vedu.foundation.idempotency import KeptReply
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.committee import CommitteeMember
from vedu.sales.talk.need import Need
from vedu.sales.talk.objection import Objection
from vedu.sales.touches.note import write_note
from vedu.sales.touches.task import Task

NAME, PHONE, EMAIL = "Ольга Рябинина", "+79126401822", "ryabinina@volga.example"
SAID = f"Ольга Рябинина, 8 (912) 640-18-22, {EMAIL.upper()}; просила звонить Рябининой после обеда"
TEXT = "I agree that North Boxes calls me and writes to me about its boxes."


@dataclass
class World:
    client: Client
    contact: Contact
    deal: Deal

    @property
    def subject(self) -> Subject:
        return Subject.of(self.contact)


def publish(cast: Cast, text: str = TEXT) -> ConsentText:
    return ConsentText.publish("offers", text, by=cast.adam)


def agree(cast: Cast, subject: Subject, *channels: str, **facts: object) -> list[Consent]:
    """The person agrees on paper to be reached by these channels."""
    return Consent.give(subject, channels or ("call",), purpose="offers", source="paper", **({"by": cast.anna} | facts))  # type: ignore[arg-type]


def person_at(cast: Cast, client: Client) -> Contact:
    by = client.owner or cast.anna
    contact = Contact.add(client, name=NAME, by=by, job_title="закупщица", note=SAID)
    for kind, value in (("phone", "8 (912) 640-18-22"), ("email", EMAIL), ("messenger", "@ryabinina")):
        ContactPoint.add(client, contact=contact, kind=kind, value=value, by=by, network="Telegram")
    return contact


def full_world(cast: Cast) -> World:
    """Anna leads the client; everybody's words there are of Olga Ryabinina."""
    deal = cast.deal()
    contact = person_at(cast, deal.client)
    world = World(deal.client, contact, deal)
    tell_of(cast, world)
    leave_in_imports(cast, contact)
    return world


def tell_of(cast: Cast, world: World) -> None:
    deal, contact, anna = world.deal, world.contact, cast.anna
    deal.log_touch(by=anna, channel="call", text=SAID, contact=contact)
    deal.log_touch(by=anna, channel="call", text=SAID)
    write_note(deal.client, text=SAID, by=anna, deal=deal)
    CommitteeMember.name_role(deal, contact, "decision_maker", by=anna, note=SAID[:255])
    Need.note(deal, words=SAID, problem=SAID, by=anna, contact=contact)
    Objection.note(deal, text=SAID, by=anna).reply(answer=SAID, by=anna)
    task = Task.plan(deal.client, step(title=f"Позвонить: {NAME}"), by=anna, deal=deal)
    task.complete(by=anna, result=SAID)
    deal.describe(by=anna, name=f"Коробки для {NAME}")
    deal.client.describe(by=anna, about=SAID)
    deal.client.describe(by=anna, about="Пекарня")


def leave_in_imports(cast: Cast, contact: Contact) -> None:
    """What an import and the API remember of their own."""
    run = ImportRun.objects.create(
        by=cast.anna, format="clients", file_name="base.csv", path="/tmp/base.csv", survey={"names": {NAME: 3}}
    )
    reasons = [{"code": "client-led", "sentence": f"«{NAME}» уже ведут"}]
    RefusedRow.objects.create(run=run, number=1, cells=[NAME, "8-912-640-18-22"], reasons=reasons)
    ImportBatch.objects.create(run=run, number=0, filled=[["contact", contact.pk, "note", "", SAID]])
    ExternalId.objects.create(source="old", kind="contact", external_id="contact:417", object_id=contact.pk)
    ExternalId.objects.create(source="old", kind="client", external_id=f"name:{NAME.lower()}", object_id=1)
    KeptReply.objects.create(
        user=cast.anna, key="once", fingerprint="0" * 64, status=201, body=f'{{"name":"{NAME}"}}'.encode()
    )
