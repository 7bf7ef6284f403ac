"""The queue of probable duplicates, decisions on its pairs, and the hint while a client is typed in."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.clients.contact_point import ContactPointKind
from vedu.clients.duplicates.facts import Facts
from vedu.clients.duplicates.jobs import order_scan
from vedu.clients.duplicates.likely import candidates_for
from vedu.clients.duplicates.probable_pair import ProbablePair
from vedu.foundation.values.email import normalise_email
from vedu.foundation.values.phone import normalise_phone
from vedu.web.duplicates.queue import Queue
from vedu.web.shell.address import address_of
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast

SHORTEST = 3


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    queue = Queue(request.user, number(request.GET.get("after", "")))
    return render(request, "duplicates/index.html", {"queue": queue})


@require_POST
@login_required
def scans(request: SignedRequest) -> HttpResponse:
    """A head wants to know now."""
    order_scan(by=request.user)
    return toast(request, redirect("duplicates:index"), _("The search is running: what it finds comes into the queue"))


@require_POST
@login_required
def difference(request: SignedRequest, pk: int) -> HttpResponse:
    """These are two clients. The row goes, «Undo» brings it back."""
    pair = _pair(request, pk)
    pair.say_different(by=request.user, why=request.POST.get("why", ""))
    response = HttpResponse() if is_htmx(request) else redirect("duplicates:index")
    return toast(request, response, _("Kept apart for good"), undo_url=address_of("duplicates:reopening", pk))


@require_POST
@login_required
def reopening(request: SignedRequest, pk: int) -> HttpResponse:
    _pair(request, pk).reopen(by=request.user)
    return toast(request, redirect("duplicates:index"), _("The pair waits in the queue again"))


@require_GET
@login_required
def likely(request: SignedRequest) -> HttpResponse:
    """Whom the new client probably is, by what is typed so far."""
    said = request.GET
    found = candidates_for(_facts(said.dict()), user=request.user) if _is_enough(said.dict()) else []
    return render(request, "duplicates/_likely.html", {"found": found})


def _pair(request: SignedRequest, pk: int) -> ProbablePair:
    pairs = ProbablePair.objects.visible_to(request.user).select_related("left", "right")
    return get_object_or_404(pairs, pk=pk)


def _is_enough(said: dict[str, str]) -> bool:
    return any(len(said.get(name, "").strip()) >= SHORTEST for name in ("name", "phone", "email", "inn"))


def _facts(said: dict[str, str]) -> Facts:
    """What may be half-typed yet: a phone or an address that is not whole says nothing."""
    phone, email = normalise_phone(said.get("phone", "")), normalise_email(said.get("email", ""))
    points = [
        (str(kind), value)
        for kind, value in (
            (ContactPointKind.PHONE, phone.e164 if phone else ""),
            (ContactPointKind.EMAIL, email or ""),
        )
        if value
    ]
    name, kind, city = (said.get(key, "").strip() for key in ("name", "kind", "city"))
    return Facts(name, kind or "company", points=points, city=city, inn=said.get("inn", "").strip())
