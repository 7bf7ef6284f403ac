"""The small dialog that asks for a word or two before a client changes hands; a page without scripts."""

from django.forms import BaseForm
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from vedu.clients.client import Client
from vedu.web.clients.changed import ask_again
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


def asking(
    request: SignedRequest, client: Client, form: BaseForm, title: str, button: str, hint: str = ""
) -> HttpResponse:
    """``title`` names what is asked for, ``button`` is the verb, ``hint`` says what happens next.
    One who asks for a client that he does not see does not read its name (OWN-2)."""
    heading = client.name if client.is_visible_to(request.user) else _("A client of another team")
    context = {
        "client": client,
        "form": form,
        "heading": heading,
        "title": title,
        "button": button,
        "hint": hint,
    }
    template = "clients/_ask.html" if is_htmx(request) else "clients/ask.html"
    response = render(request, template, context, status=422 if form.errors else 200)
    return ask_again(request, response) if form.errors else response
