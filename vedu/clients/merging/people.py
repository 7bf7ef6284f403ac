"""People and phones of two clients become those of one: the same person once, the same number once."""

from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint
from vedu.clients.merging.ledger import Ledger
from vedu.clients.merging.links import external_ids, links_to
from vedu.clients.merging.moving import move


def same_people(kept: Client, gone: Client) -> list[tuple[Contact, Contact]]:
    """Pairs of one name: who stays and who goes into him."""
    known = {person.name_folded: person for person in Contact.objects.filter(client=kept.pk).order_by("-pk")}
    others = Contact.objects.filter(client=gone.pk).order_by("pk")
    return [(known[other.name_folded], other) for other in others if other.name_folded in known]


def join(ledger: Ledger, kept: Client, gone: Client) -> None:
    _move_points(ledger, kept, gone)
    for person, other in same_people(kept, gone):
        _join_person(ledger, person, other)
    ledger.move(Contact.objects.filter(client=gone.pk), "client_id", kept.pk)


def _move_points(ledger: Ledger, kept: Client, gone: Client) -> None:
    """A number that both have is kept once; whose it is, is not forgotten."""
    known = {(point.kind, point.value): point for point in ContactPoint.objects.filter(client=kept.pk).order_by("-pk")}
    double = [
        (known[point.kind, point.value], point)
        for point in ContactPoint.objects.filter(client=gone.pk).order_by("pk")
        if (point.kind, point.value) in known
    ]
    ledger.delete([point for _own, point in double])
    for own, point in double:
        if own.contact_id is None and point.contact_id is not None:
            ledger.change(own, contact_id=point.contact_id)
    ledger.move(ContactPoint.objects.filter(client=gone.pk), "client_id", kept.pk)


def _join_person(ledger: Ledger, person: Contact, other: Contact) -> None:
    for link in links_to(Contact):
        move(ledger, link, person.pk, other.pk)
    ledger.move(external_ids("contact", other.pk), "object_id", person.pk)
    ledger.change(
        person,
        job_title=person.job_title or other.job_title,
        time_zone=person.time_zone or other.time_zone,
        note="\n".join(filter(None, (person.note, other.note if other.note != person.note else ""))),
    )
    ledger.delete([other])
