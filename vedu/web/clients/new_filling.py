"""The form of a new client filled by its ИНН: first shown beside what is typed, then taken where a person ticked it."""

from collections.abc import Collection
from typing import Any

from django.http import HttpResponse, QueryDict
from django.shortcuts import render
from django.utils.translation import gettext as _

from vedu.clients.client import ClientKind
from vedu.integrations.enrichment.comparing import LABELS, compared_with
from vedu.integrations.enrichment.lookup import Lookup, look_up
from vedu.web.clients.forms import NewClientForm
from vedu.web.enrichment.found import found_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx

TAKE = "take"


def filling(request: SignedRequest) -> HttpResponse:
    """``fill`` in the form says which of the two. What was typed stays, whatever the register answers."""
    typed = typed_in(request.POST)
    lookup = look_up(typed["inn"])
    takes = request.POST["fill"] == TAKE and lookup.facts is not None
    if takes:
        typed |= taken(lookup, request.POST.getlist("field"), typed)
    context = {"form": NewClientForm(initial=typed), "papers": papers_words(typed)}
    if not takes:
        rows = compared_with(lookup.facts, beside(typed)) if lookup.facts else ()
        context["found"] = found_of(lookup, rows)
    return render(request, "clients/_new.html" if is_htmx(request) else "clients/new.html", context)


def typed_in(post: QueryDict) -> dict[str, Any]:
    words: dict[str, Any] = {name: post.get(name, "").strip() for name in NewClientForm.base_fields}
    return words | {"lead": "lead" in post, "kind": words["kind"] or ClientKind.COMPANY}


def beside(typed: dict[str, Any]) -> dict[str, str]:
    return {field: str(typed[field]) for field in LABELS if field in typed}


def taken(lookup: Lookup, fields: Collection[str], typed: dict[str, Any]) -> dict[str, Any]:
    """The ticked fields; a sole trader is not left standing as a company, which the form says by itself."""
    party = lookup.facts
    assert party is not None
    found = {field: getattr(party, field) for field in LABELS if field in fields}
    if found and typed["kind"] == ClientKind.COMPANY:
        found["kind"] = party.kind
    return found


def papers_words(typed: dict[str, Any]) -> str:
    """What was taken that the form has no visible field for."""
    hidden = [str(LABELS[name]) for name in ("legal_name", "kpp", "ogrn", "address") if typed[name]]
    return _("Taken: %(fields)s") % {"fields": ", ".join(hidden)} if hidden else ""
