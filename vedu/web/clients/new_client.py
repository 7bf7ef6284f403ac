"""A new client with its phone, e-mail and ИНН in one go: all of it, or nothing."""

from typing import Any

from django.db import transaction

from vedu.clients import requisites
from vedu.clients.client import Client, ClientKind
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User


def add(said: dict[str, Any], by: User) -> Client:
    """``said`` as in NewClientForm. Raises Refused with the field that is wrong."""
    official = said["kind"] != ClientKind.PERSON
    with transaction.atomic():
        client = Client.add(name=said["name"], kind=said["kind"], city=said["city"], by=by)
        for kind in (ContactPointKind.PHONE, ContactPointKind.EMAIL):
            if said[kind]:
                ContactPoint.add(client, kind=kind, value=said[kind], is_official=official, by=by)
        if said["inn"]:
            requisites.write(client, by=by, inn=said["inn"])
        if said["lead"]:
            client.claim(by=by)
    return client
