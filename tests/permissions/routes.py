"""Every address of the installation, taken from the URL configuration and from the description of the API."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver

from vedu.api.v1.api import api
from vedu.web.catalogue.sections import SECTIONS
from vedu.web.clients.batch.registry import ACTIONS as CLIENT_ACTIONS
from vedu.web.deals.batch.registry import ACTIONS as DEAL_ACTIONS

# Not ours: signing in and its second factor (allauth), the switch of languages. The API is read from its description.
FOREIGN = ("allauth.", "django.views.i18n", "ninja.")
# Parameters that are words: each word is an address of its own.
WORDS: dict[str, tuple[str, ...]] = {
    "/clients/batches/<slug:code>": tuple(action.code for action in CLIENT_ACTIONS),
    "/deals/batches/<slug:code>": tuple(action.code for action in DEAL_ACTIONS),
    "/catalogue/<int:pk>/knowledge/<slug:section>/": tuple(SECTIONS),
    "/consent/<whose:kind>/": ("person", "client"),
    "/enrolments/<int:pk>/<str:word>": ("stop", "pause", "resume"),
}
# What ninja adds to the addresses of the description.
DESCRIBING = ("/api/docs", "/api/v1/openapi.json")


_LAST = re.compile(r"<(?!int)[^>]+>")


@dataclass(frozen=True, order=True)
class Route:
    room: str  # the folder of the screen, or "api" with what the address is about
    address: str  # as the configuration writes it: /deals/<int:deal_id>/, /api/v1/deals/{id}
    method: str

    @property
    def is_api(self) -> bool:
        return self.room.startswith("api ")

    @property
    def name(self) -> str:
        return f"{self.method} {self.address}"


@cache
def every_route() -> tuple[Route, ...]:
    """Pages by GET and by POST, since a page that knows only one of them has to say so; the API as it is described."""
    pages = [Route(room, address, method) for room, address in set(_pages()) for method in ("GET", "POST")]
    return tuple(sorted([*pages, *_described(), *(Route("api itself", one, "GET") for one in DESCRIBING)]))


@cache
def rooms() -> tuple[str, ...]:
    return tuple(dict.fromkeys(route.room for route in every_route()))


def _pages(resolver: URLResolver | None = None, before: str = "/", room: str = "") -> Iterator[tuple[str, str]]:
    """(room, address) of our own."""
    for pattern in (resolver or get_resolver()).url_patterns:
        address = before + str(pattern.pattern)
        if isinstance(pattern, URLResolver):
            yield from _pages(pattern, address, pattern.app_name or room)
        elif not _is_foreign(pattern):
            yield from ((room, one) for one in _worded(address))


def _worded(address: str) -> list[str]:
    beginning = next((one for one in WORDS if address.startswith(one)), "")
    return [_LAST.sub(word, beginning) + address.removeprefix(beginning) for word in WORDS.get(beginning, ())] or [
        address
    ]


def _is_foreign(pattern: URLPattern) -> bool:
    module = getattr(pattern.callback, "__module__", "")
    return module.startswith(FOREIGN) or module == "functools"


def _described() -> Iterator[Route]:
    for address, methods in api.get_openapi_schema()["paths"].items():
        room = "api " + address.split("/")[3]
        yield from (Route(room, address, method.upper()) for method in methods)


def operation_of(route: Route) -> dict[str, Any]:
    """What the description says of it; nothing of a page."""
    return api.get_openapi_schema()["paths"].get(route.address, {}).get(route.method.lower(), {})  # type: ignore[no-any-return]
