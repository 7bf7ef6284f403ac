import json

from django.contrib.messages import get_messages
from django.contrib.messages.storage.cookie import CookieStorage
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from vedu.web.shell.toast import close_ask, is_htmx, say, toast


def asked(**headers: str) -> HttpRequest:
    request = RequestFactory().post("/", headers=headers)
    request._messages = CookieStorage(request)
    return request


def told(response: HttpResponse) -> dict[str, object]:
    return json.loads(response["HX-Trigger"])


def test_a_fragment_brings_its_toast_along() -> None:
    response = toast(asked(**{"HX-Request": "true"}), HttpResponse(), "Сделка в «Презентации»", "/deals/7/undo")
    assert told(response) == {"toast": {"text": "Сделка в «Презентации»", "undo_url": "/deals/7/undo"}}


def test_a_header_carries_only_ascii() -> None:
    assert toast(asked(**{"HX-Request": "true"}), HttpResponse(), "Готово")["HX-Trigger"].isascii()


def test_without_htmx_the_next_page_shows_it() -> None:
    request = asked()
    response = toast(request, HttpResponse(), "Готово", "/undo")
    assert "HX-Trigger" not in response
    assert [(str(message), message.extra_tags) for message in get_messages(request)] == [("Готово", "/undo")]


def test_several_events_travel_together() -> None:
    response = close_ask(say(HttpResponse(), "В колонке 8 сделок"))
    assert told(response) == {"say": {"text": "В колонке 8 сделок"}, "ask:close": {}}


def test_the_dialog_closes_after_everything_else_was_told() -> None:
    asking = asked(**{"HX-Request": "true"})
    assert list(told(toast(asking, close_ask(HttpResponse()), "Готово"))) == ["toast", "ask:close"]


def test_a_boosted_link_wants_a_whole_page() -> None:
    assert is_htmx(asked(**{"HX-Request": "true"}))
    assert not is_htmx(asked(**{"HX-Request": "true", "HX-Boosted": "true"}))
    assert not is_htmx(asked())
