"""«Done»: six seconds of words at the bottom of the page, with Undo."""

import json

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

CLOSES = "ask:close"


def is_htmx(request: HttpRequest) -> bool:
    """The request wants a fragment, not a page."""
    return "HX-Request" in request.headers and "HX-Boosted" not in request.headers


def toast(request: HttpRequest, response: HttpResponse, text: str, undo_url: str = "") -> HttpResponse:
    """Adds the toast to a fragment now, or to the next full page; ``undo_url`` is POSTed by «Undo» or `z`."""
    if not is_htmx(request):
        messages.success(request, text, extra_tags=undo_url)
        return response
    return tell(response, toast={"text": text, "undo_url": undo_url})


def say(response: HttpResponse, text: str) -> HttpResponse:
    """Tells a screen reader what changed; nothing is seen."""
    return tell(response, say={"text": text})


def close_ask(response: HttpResponse) -> HttpResponse:
    """The dialog in #ask was answered and goes away."""
    return tell(response, **{CLOSES: {}})


def tell(response: HttpResponse, **events: object) -> HttpResponse:
    """Events that htmx raises in the page, added to those already there."""
    told = json.loads(response.headers.get("HX-Trigger", "{}")) | events
    if CLOSES in told:
        # They are raised on the form that asked: it must not be gone with its dialog before the last of them.
        told[CLOSES] = told.pop(CLOSES)
    response.headers["HX-Trigger"] = json.dumps(told)
    return response
