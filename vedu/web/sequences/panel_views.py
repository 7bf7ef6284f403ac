"""/deals/7/sequence, /clients/7/sequence, /enrolments/7/stop: begun, paused, stopped."""

from collections.abc import Callable, Mapping

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vedu.foundation.people.user import User
from vedu.sales.message_templates.recipient import Recipient
from vedu.sales.sequences.admission import Person
from vedu.sales.sequences.enrolling import enrol
from vedu.sales.sequences.enrolment import Enrolment
from vedu.sales.sequences.going import pause, resume
from vedu.sales.sequences.sequence import Sequence
from vedu.sales.sequences.stop import stop_by_hand
from vedu.web.clients.access import client_seen_by
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import STORY, parts_html
from vedu.web.message_templates.numbers import number
from vedu.web.sequences.panel import Panel
from vedu.web.shell.clock import Clock
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast

Verb = Callable[[Enrolment, User, str], object]


@require_http_methods(["GET", "POST"])
@login_required
def of_deal(request: SignedRequest, pk: int) -> HttpResponse:
    deal = find_deal(request, pk)
    return panel(request, Recipient(deal.client, deal=deal))


@require_http_methods(["GET", "POST"])
@login_required
def of_client(request: SignedRequest, pk: int) -> HttpResponse:
    return panel(request, Recipient(client_seen_by(request.user, pk)))


@require_POST
@login_required
def word(request: SignedRequest, pk: int, word: str) -> HttpResponse:
    """stop, pause or resume."""
    if word not in _VERBS:
        raise Http404
    enrolment = get_object_or_404(Enrolment.objects.whole().visible_to(request.user), pk=pk)
    verb, said = _VERBS[word]
    verb(enrolment, request.user, request.POST.get("note", ""))
    if "sequence" in request.POST:
        return toast(request, redirect("sequences:card", enrolment.version.sequence_id), str(said()))
    return answered(request, enrolment.recipient, said())


def panel(request: SignedRequest, recipient: Recipient) -> HttpResponse:
    if request.method == "POST":
        return begun(request, recipient)
    page = "sequences/_panel.html" if is_htmx(request) else "sequences/panel.html"
    context = {"panel": Panel(recipient, request.user, Clock.here()), "is_card": is_htmx(request)}
    return render(request, page, context)


def begun(request: SignedRequest, recipient: Recipient) -> HttpResponse:
    sequence = get_object_or_404(Sequence.objects.with_steps(), pk=number(request.POST.get("sequence", "")))
    contact = recipient.client.contacts.filter(pk=number(request.POST.get("contact", ""))).first()
    enrol(sequence, Person(recipient.client, contact, recipient.deal), by=request.user)
    return answered(request, recipient, _("The sequence has begun: its first step is in the plan"))


def answered(request: SignedRequest, recipient: Recipient, words: str) -> HttpResponse:
    """The panel; on a deal's card what depends on it too."""
    shown = Panel(recipient, request.user, Clock.here())
    if not is_htmx(request):
        return toast(request, redirect(shown.back), words)
    page = render(request, "sequences/_panel.html", {"panel": shown, "is_card": True})
    if recipient.deal is not None:
        page.write(parts_html(request, recipient.deal.pk, *STORY))
    return toast(request, page, words)


_VERBS: Mapping[str, tuple[Verb, Callable[[], str]]] = {
    "stop": (lambda one, by, note: stop_by_hand(one, by=by, note=note), lambda: _("The sequence is stopped")),
    "pause": (lambda one, by, _note: pause(one, by=by), lambda: _("The sequence is paused")),
    "resume": (lambda one, by, _note: resume(one, by=by), lambda: _("The sequence goes on")),
}
