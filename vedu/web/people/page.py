"""The page of a person's own settings, whichever of its forms was sent."""

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render

from vedu.foundation.notices.feed_address import FeedAddress
from vedu.web.notices.choice_form import ChoiceForm
from vedu.web.people.forms import PreferencesForm
from vedu.web.people.zones import ZONES
from vedu.web.shell.signed import SignedRequest


def page(
    request: SignedRequest,
    *,
    form: PreferencesForm | None = None,
    notices: ChoiceForm | None = None,
    status: int = 200,
    **shown: Any,
) -> HttpResponse:
    """``shown``: secrets that are seen this once (``token``, ``feed_url``)."""
    context = {
        "form": form or PreferencesForm(instance=request.user),
        "notices": notices or ChoiceForm(None, request.user),
        "zones": ZONES,
        "tokens": request.user.tokens.order_by("-created_at"),
        "feed": FeedAddress.objects.filter(person=request.user).first(),
        **shown,
    }
    response = render(request, "people/me.html", context, status=status)
    if shown:
        response.headers["Cache-Control"] = "no-store"
    return response
