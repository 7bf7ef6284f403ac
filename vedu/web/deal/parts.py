"""The answer to a verb on the card: the parts that changed, swapped out of band; without htmx the card again."""

import json
from collections.abc import Collection

from django.http import HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string

from vedu.sales.deals.deal import Deal
from vedu.web.deal.card import Card
from vedu.web.deal.finding import find_deal
from vedu.web.shell.address import address_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, tell, toast

# What moves when a touch or a task is written.
STORY = ("next", "path", "timeline")
# What depends on the stage.
OF_STAGE = ("head", "path", "next", "help", "chance", "facts", "timeline")


def changed(request: SignedRequest, deal: Deal, *parts: str, said: str) -> HttpResponse:
    """Read the deal anew and show these parts of its card."""
    if not is_htmx(request):
        return toast(request, redirect("deal:card", deal.pk), said)
    return pitched(toast(request, HttpResponse(parts_html(request, deal.pk, *parts)), said), parts)


def pitched(response: HttpResponse, parts: Collection[str]) -> HttpResponse:
    """Products and arguments are asked for anew when what they hang on has changed (arguments/_panel.html)."""
    return tell(response, **{"deal:pitched": {}}) if {"needs", "help"} & set(parts) else response


def parts_html(request: SignedRequest, deal_id: int, *parts: str) -> str:
    card = Card(request, find_deal(request, deal_id))
    return "".join(_part(request, card, name) for name in parts)


def _part(request: SignedRequest, card: Card, name: str) -> str:
    """Parts of this screen know the card; those that screens share know only themselves."""
    context: dict[str, object] = {"oob": True}
    match name:
        case "composer":
            return render_to_string("touches/_composer.html", context | {"composer": card.composer}, request)
        case "composer_step":
            swapped = {"composer": card.composer, "swaps": True}
            return render_to_string("touches/_composer_step.html", swapped, request)
        case "composer_contact":
            return card.composer.contact("oob")
        case "timeline":
            return render_to_string("touches/_timeline.html", context | {"timeline": card.timeline}, request)
    return render_to_string(f"deal/_{name}.html", context | {"card": card}, request)


def whole(request: SignedRequest, deal: Deal, *, said: str, undo_url: str = "") -> HttpResponse:
    """The card as a whole is another one now: closed, or in work again."""
    url = address_of("deal:card", deal.pk)
    if not is_htmx(request):
        return toast(request, redirect(url), said, undo_url)
    response = HttpResponse()
    response.headers["HX-Location"] = json.dumps(
        {"path": url, "target": "#main", "select": "#main", "swap": "outerHTML show:window:top"}
    )
    return toast(request, close_ask(response), said, undo_url)
