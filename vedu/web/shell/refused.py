"""A rule says no: a fragment beside the button, or a page, always with the way on (look.md, «Refused by a rule»)."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from vedu.foundation.refusal import Refused
from vedu.web.shell.toast import is_htmx
from vedu.web.shell.ways_on import ways_on


class RefusalMiddleware:
    """Turns a Refused that a view lets through into a response with its status."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        return refusal(request, exception) if isinstance(exception, Refused) else None


def refusal(request: HttpRequest, refused: Refused) -> HttpResponse:
    """The part v-refused (for htmx) or a page around it. The header tells the scripts to spare the swap's target."""
    template = "shell/_refused.html" if is_htmx(request) else "shell/refused.html"
    response = render(request, template, refusal_context(request, refused), status=HTTPStatus(refused.status))
    response.headers["X-Vedu-Refused"] = ",".join(refused.codes)
    return response


def refusal_context(request: HttpRequest, refused: Refused) -> dict[str, object]:
    """For views that include shell/_refused.html in a part of their own."""
    several = len(refused.reasons) > 1
    return {
        "refused_title": refused.title if several else str(refused),
        "refused_reasons": [reason.sentence for reason in refused.reasons] if several else [],
        "refused_ways": ways_on(request, refused.reasons),
    }
