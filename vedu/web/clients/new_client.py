"""A new client with its phone, e-mail and ИНН in one go: all of it, or nothing."""

from collections.abc import Callable, Iterator
from functools import partial
from typing import Any

from django.db import transaction

from vedu.clients import requisites
from vedu.clients.client import Client, ClientKind
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Invalid, reasons_of


def add(said: dict[str, Any], by: User) -> Client:
    """``said`` as in NewClientForm. Raises Invalid with every field that is wrong, Refused where a rule stops it."""
    with transaction.atomic():
        facts = {name: said[name] for name in ("name", "kind", "city", "region")}
        client = Client.add(by=by, **facts)
        wrong = [reason for step in _steps(client, said, by) for reason in reasons_of(step)]
        if wrong:
            raise Invalid(*wrong)
        if said["lead"]:
            client.claim(by=by)
    return client


def _steps(client: Client, said: dict[str, Any], by: User) -> Iterator[Callable[[], object]]:
    official = said["kind"] != ClientKind.PERSON
    for kind in (ContactPointKind.PHONE, ContactPointKind.EMAIL):
        if said[kind]:
            yield partial(ContactPoint.add, client, kind=kind, value=said[kind], is_official=official, by=by)
    papers = {name: said[name] for name in ("inn", "legal_name", "kpp", "ogrn", "address") if said[name]}
    if said["inn"]:
        yield partial(requisites.write, client, by=by, **papers)
