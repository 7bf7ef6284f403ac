"""POST /clients/<id>/contacts, /points, /requisites and /clients/<id>/ itself: what is known of a client (BASE-1)."""

from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.clients import requisites as requisites_of_client
from vedu.clients.client import Client
from vedu.clients.contact import Contact
from vedu.clients.contact_point import ContactPoint, ContactPointKind
from vedu.foundation.people.user import User
from vedu.web.clients.access import client_seen_by
from vedu.web.clients.forms import PersonForm, PlacementForm, PointForm, RequisitesForm
from vedu.web.clients.panels import kept
from vedu.web.clients.parent_meant import parent_meant
from vedu.web.shell.signed import SignedRequest

VALUE = dict.fromkeys(ContactPointKind.values, "value")


@require_POST
@login_required
def contacts(request: SignedRequest, pk: int) -> HttpResponse:
    client, form = client_seen_by(request.user, pk), PersonForm(request.POST)
    return kept(request, client, form, add_person, part="person", words=_("The person is added"))


@require_POST
@login_required
def points(request: SignedRequest, pk: int) -> HttpResponse:
    client = client_seen_by(request.user, pk)
    form = PointForm(request.POST, people=client.contacts.values_list("pk", "name"))
    return kept(request, client, form, add_point, part="point", words=_("Added"), fields=VALUE)


@require_POST
@login_required
def requisites(request: SignedRequest, pk: int) -> HttpResponse:
    client, form = client_seen_by(request.user, pk), RequisitesForm(request.POST)
    return kept(request, client, form, write_requisites, part="requisites", words=_("Requisites saved"))


@require_POST
@login_required
def placement(request: SignedRequest, pk: int) -> HttpResponse:
    """Under which client it stands; nothing typed takes it out of the tree."""
    client, form = client_seen_by(request.user, pk), PlacementForm(request.POST)
    return kept(request, client, form, place, part="tree", words=_("Saved"))


def place(client: Client, said: dict[str, Any], by: User) -> None:
    if said["parent"].strip():
        client.place_under(parent_meant(said["parent"], by), said["tie"], by=by)
    elif client.parent_id is not None:
        client.stand_alone(by=by)


def add_person(client: Client, said: dict[str, Any], by: User) -> None:
    contact = Contact.add(client, name=said["name"], job_title=said["job_title"], by=by)
    for kind in (ContactPointKind.PHONE, ContactPointKind.EMAIL):
        if said[kind]:
            official = not said["personal"]
            ContactPoint.add(client, contact=contact, kind=kind, value=said[kind], is_official=official, by=by)


def add_point(client: Client, said: dict[str, Any], by: User) -> None:
    contact = client.contacts.get(pk=said["contact"]) if said["contact"] else None
    facts = {name: said[name] for name in ("kind", "value", "network")}
    ContactPoint.add(client, contact=contact, is_official=not said["personal"], by=by, **facts)


def write_requisites(client: Client, said: dict[str, Any], by: User) -> None:
    requisites_of_client.write(client, by=by, **said)
