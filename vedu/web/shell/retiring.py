"""What heads keep goes out of use and comes back by the same two addresses in every room that has such rows."""

from collections.abc import Callable

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import URLPattern, path
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from vedu.foundation.retirable import Retirable
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


def retiring(address: str, back: str, find: Callable[[SignedRequest, int], Retirable]) -> list[URLPattern]:
    """``address``/7/retirement and /restoration, by POST; ``find`` raises Http404, ``back`` names the list to go to."""

    @require_POST
    @login_required
    def retirement(request: SignedRequest, pk: int) -> HttpResponse:
        find(request, pk).retire(by=request.user)
        return toast(request, redirect(back), _("It is not offered any more"))

    @require_POST
    @login_required
    def restoration(request: SignedRequest, pk: int) -> HttpResponse:
        find(request, pk).restore(by=request.user)
        return toast(request, redirect(back), _("It is offered again"))

    return [
        path(f"{address}/<int:pk>/retirement", retirement, name="retirement"),
        path(f"{address}/<int:pk>/restoration", restoration, name="restoration"),
    ]
