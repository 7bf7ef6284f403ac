"""GET /calendar/<secret>.ics, for calendars that sign in by nothing but the address, and the address itself."""

import hashlib

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseNotModified
from django.shortcuts import redirect
from django.utils import timezone, translation
from django.utils.http import parse_etags
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.notices.feed_address import FeedAddress
from vedu.foundation.notices.notice_choice import NoticeChoice
from vedu.foundation.people.installation import defaults, zone_of
from vedu.web.calendar.feed_entries import entries_of
from vedu.web.calendar.ical import calendar_name, calendar_text
from vedu.web.people.page import page
from vedu.web.shell.address import address_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


@require_http_methods(["GET", "HEAD"])
def feed(request: HttpRequest, secret: str) -> HttpResponse:
    """304 while nothing has changed."""
    person = FeedAddress.person_of(secret)
    if person is None:
        raise Http404
    zone, choice = zone_of(person), NoticeChoice.of(person)
    with translation.override(person.language or defaults().language):
        entries = entries_of(person, zone, timezone.now())
        said = repr((entries, str(zone), choice.remind, choice.ahead_minutes, person.name, translation.get_language()))
        tag = f'"{hashlib.sha256(said.encode()).hexdigest()[:32]}"'
        if tag in parse_etags(request.headers.get("If-None-Match", "")):
            response: HttpResponse = HttpResponseNotModified()
        else:
            text = calendar_text(entries, choice, zone, calendar_name(person.name))
            response = HttpResponse(text, content_type="text/calendar; charset=utf-8")
            response.headers["Content-Disposition"] = 'inline; filename="vedu.ics"'
    response.headers["ETag"] = tag
    response.headers["Cache-Control"] = "private, no-cache"
    return response


@require_POST
@login_required
def feed_address(request: SignedRequest) -> HttpResponse:
    """A new one, shown this once; the one before opens nothing any more. With ``take_away`` there is none."""
    if "take_away" in request.POST:
        FeedAddress.take_away(request.user)
        return toast(request, redirect("people:me"), _("The address is taken away"))
    secret = FeedAddress.make(request.user)
    return page(request, feed_url=request.build_absolute_uri(address_of("calendar:feed", secret)))
