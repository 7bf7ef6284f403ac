"""A panel of the card with a form in it: kept, or shown again with what was typed and what is wrong."""

from collections.abc import Callable, Mapping
from typing import Any

from django.db import transaction
from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import redirect, render

from vedu.clients.client import Client
from vedu.foundation.people.user import User
from vedu.foundation.refusal import Refused
from vedu.web.clients.access import any_client
from vedu.web.clients.card import card_of
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast

Verb = Callable[[Client, dict[str, Any], User], object]


def kept(
    request: SignedRequest,
    client: Client,
    form: BaseForm,
    verb: Verb,
    *,
    part: str,
    words: str,
    fields: Mapping[str, str] | None = None,
) -> HttpResponse:
    """Call the verb with what was typed. ``part`` is the template of the panel and, with "_form", the name of the
    form in it; ``fields`` are the verb's names of fields that differ in the form."""
    if form.is_valid():
        try:
            with transaction.atomic():
                verb(client, form.cleaned_data, request.user)
        except Refused as refused:
            put_on(form, refused, fields)
        else:
            return _done(request, client, part, words)
    return _again(request, client, part, form)


def _done(request: SignedRequest, client: Client, part: str, words: str) -> HttpResponse:
    if not is_htmx(request):
        return toast(request, redirect("clients:card", client.pk), words)
    card = card_of(any_client(client.pk), request.user)
    return toast(request, render(request, f"clients/_{panel_of(part)}.html", {"card": card}), words)


def _again(request: SignedRequest, client: Client, part: str, form: BaseForm) -> HttpResponse:
    template = f"clients/_{panel_of(part)}.html" if is_htmx(request) else "clients/card.html"
    context = {"card": card_of(client, request.user), f"{part}_form": form}
    return render(request, template, context, status=422)


def panel_of(part: str) -> str:
    """The people's panel has two forms."""
    return "people" if part in ("person", "point") else part
