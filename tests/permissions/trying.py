"""One person tries one address; whatever came of it is taken back."""

import json
from contextlib import nullcontext
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.db import transaction
from django.test import Client

from tests.permissions import bodies
from tests.permissions.addresses import address_of
from tests.permissions.routes import Route
from tests.permissions.scene import Scene
from tests.permissions.secrets import told_in
from tests.permissions.traces import Traces
from tests.web.visitor import HTMX, is_sign_in, visitor
from vedu.foundation.people.token import ApiToken
from vedu.foundation.people.user import User

OUTSIDE = ("outsider", "caller", "anonymous")
SENT, JSON = "application/x-www-form-urlencoded", "application/json"


@dataclass(frozen=True)
class Cell:
    value: str  # a status, or "sign-in"
    told: frozenset[str] = frozenset()  # words of Anna's that stand in the answer
    changed: frozenset[str] = frozenset()  # tables where something of Anna's changed, or has got company


@dataclass(frozen=True)
class Sending:
    address: str
    content: str
    kind: str


class Trier:
    """Keeps a browser and a program for each person."""

    def __init__(self, scene: Scene) -> None:
        self._scene, self.bag = scene, bodies.forms(scene)
        self._browsers = {name: _browser(user) for name, user in scene.people.items()}
        self._programs = {name: _program(user) for name, user in scene.people.items()}
        self._traces = Traces(scene)

    def row(self, route: Route) -> dict[str, Cell]:
        """By person."""
        sending = self._sending(route)
        return {name: self._cell(route, name, sending) for name in self._scene.people}

    def visit(self, name: str, address: str, said: dict[str, Any] | None = None) -> Cell:
        """Beside the routes: a search, a filter, a part of a page by htmx. ``said`` is posted, without it is read."""
        client = (self._programs if address.startswith("/api/") else self._browsers)[name]
        sending = Sending(address, urlencode(said or {}, doseq=True), SENT)
        return self._tried(client, name, "POST" if said else "GET", sending, headers=HTMX)

    def _cell(self, route: Route, name: str, sending: Sending) -> Cell:
        client = (self._programs if route.is_api else self._browsers)[name]
        return self._tried(client, name, route.method, sending)

    def _tried(self, client: Client, name: str, method: str, sending: Sending, **more: Any) -> Cell:
        looks = name in OUTSIDE
        with transaction.atomic():
            with self._traces.noted() if looks else nullcontext():
                answer = client.generic(method, sending.address, sending.content, sending.kind, **more)
            cell = Cell("sign-in" if is_sign_in(answer) else str(answer.status_code))
            if looks:
                cell = replace(cell, told=told_in(text_of(answer)), changed=self._traces.of(name))
            transaction.set_rollback(True)
        return cell

    def _sending(self, route: Route) -> Sending:
        address = address_of(route, self._scene)
        if route.is_api:
            said = bodies.body(route, self._scene)
            content = "" if said is None else json.dumps(said)
            return Sending(address + bodies.query(route, self._scene), content, JSON)
        bag = self.bag | bodies.FORMS.get(route.address, {}) if route.method == "POST" else {}
        return Sending(address, urlencode(bag, doseq=True), SENT)


def text_of(answer: Any) -> str:
    """Headers too: the name of a file, the address of a redirect."""
    content = b"".join(answer.streaming_content) if answer.streaming else answer.content
    return f"{dict(answer.headers)} {content.decode(errors='replace')}"


class Bare(Client):
    """Keeps neither contexts of templates nor cookies, which takes a third of the time; a failure is an answer."""

    def request(self, **request: Any) -> Any:
        return self.handler(self._base_environ(**request))


def _browser(user: User | None) -> Client:
    browser = Bare(headers={"accept-language": "en"})
    browser.cookies = visitor(user).cookies
    return browser


def _program(user: User | None) -> Client:
    return Bare(
        headers={"accept-language": "en"} | ({"authorization": f"Bearer {ApiToken.issue(user)}"} if user else {})
    )
