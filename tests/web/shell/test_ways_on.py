import pytest
from django.http import HttpRequest
from django.test import RequestFactory

from vedu.foundation.refusal import Reason
from vedu.web.shell import ways_on as room
from vedu.web.shell.ways_on import Way, way_on, ways_on

REQUEST = RequestFactory().get("/")
LED = Reason("test-led", "Anna leads it.", {"client": 5})


@pytest.fixture(autouse=True)
def own_register(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(room, "_finders", {})


def test_a_screen_registers_the_button_that_leads_on() -> None:
    @way_on("test-led")
    def ask(request: HttpRequest, reason: Reason) -> Way | None:
        return Way("Ask for it", f"/clients/{reason.facts['client']}/handover")

    assert ways_on(REQUEST, [LED]) == [Way("Ask for it", "/clients/5/handover")]


def test_a_finder_may_know_nothing() -> None:
    way_on("test-led")(lambda _request, _reason: None)
    assert ways_on(REQUEST, [LED]) == []


def test_one_button_for_two_reasons_stands_once() -> None:
    way_on("test-led", "test-held")(lambda _request, _reason: Way("Ask", "/ask"))
    assert ways_on(REQUEST, [LED, Reason("test-held", "Held.")]) == [Way("Ask", "/ask")]


def test_a_reason_nobody_knows_has_no_button() -> None:
    assert ways_on(REQUEST, [Reason("test-new", "New.")]) == []
