"""Each request speaks the person's language and time zone; a stranger gets the cookie, the browser, the setting."""

from collections.abc import Callable
from zoneinfo import ZoneInfo, available_timezones

from django.http import HttpRequest, HttpResponse
from django.utils import timezone, translation

from vedu.foundation.people.installation import defaults


class LanguageMiddleware:
    """Stands after SignedInMiddleware and takes the place of LocaleMiddleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        language = language_of(request)
        with translation.override(language), timezone.override(zone_of(request)):
            request.LANGUAGE_CODE = language
            response = self.get_response(request)
        response.headers.setdefault("Content-Language", language)
        return response


def language_of(request: HttpRequest) -> str:
    chosen = getattr(request.user, "language", "")
    return chosen or translation.get_language_from_request(request)


def zone_of(request: HttpRequest) -> ZoneInfo:
    """The person's zone, else that of the installation."""
    name = getattr(request.user, "time_zone", "")
    return ZoneInfo(name if name in zones() else defaults().time_zone)


def zones() -> frozenset[str]:
    return _ZONES


_ZONES = frozenset(available_timezones())
