import datetime as dt

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory
from django.utils import timezone, translation

from vedu.foundation.people.installation import Defaults, remember
from vedu.foundation.people.user import User
from vedu.web.shell.language import LanguageMiddleware, language_of, zone_of


def asked_by(user: object, **headers: str) -> HttpRequest:
    request = RequestFactory().get("/", headers=headers)
    request.user = user
    return request


def test_the_language_of_the_person_comes_first() -> None:
    request = asked_by(User(language="en"), **{"Accept-Language": "ru"})
    request.COOKIES["django_language"] = "ru"
    assert language_of(request) == "en"


def test_a_stranger_is_spoken_to_as_his_cookie_says() -> None:
    request = asked_by(AnonymousUser(), **{"Accept-Language": "ru"})
    request.COOKIES["django_language"] = "en"
    assert language_of(request) == "en"


def test_without_a_cookie_the_browser_decides() -> None:
    assert language_of(asked_by(AnonymousUser(), **{"Accept-Language": "en-GB,en;q=0.8"})) == "en"


def test_without_either_the_installation_decides(settings) -> None:
    assert language_of(asked_by(User())) == settings.LANGUAGE_CODE


@pytest.mark.parametrize("name", ["", "Mars/Olympus"])
def test_an_unknown_zone_leaves_that_of_the_installation(name: str) -> None:
    remember(Defaults("ru", "Asia/Omsk"))
    assert zone_of(asked_by(User(time_zone=name))).key == "Asia/Omsk"


def test_the_page_is_made_in_the_language_and_zone_of_the_person() -> None:
    moment = dt.datetime(2026, 11, 24, 6, tzinfo=dt.UTC)

    def view(request: HttpRequest) -> HttpResponse:
        return HttpResponse(f"{translation.get_language()} {timezone.localtime(moment):%H:%M}")

    before = translation.get_language()
    response = LanguageMiddleware(view)(asked_by(User(language="en", time_zone="Asia/Vladivostok")))
    assert response.content == b"en 16:00"
    assert response["Content-Language"] == "en"
    assert translation.get_language() == before
