"""/clients/7/pressure and /deals/7/pressure: the gauge, for a card or on a page of its own; a POST keeps how the client
likes to be reached."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.clients.contact import Contact
from vedu.foundation.refusal import Refused
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.web.clients.access import client_seen_by
from vedu.web.contact_policy.preference_form import PreferenceForm
from vedu.web.contact_policy.pressure_panel import PressurePanel
from vedu.web.deal.finding import find_deal
from vedu.web.shell.clock import Clock
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_http_methods(["GET", "POST"])
@login_required
def client(request: SignedRequest, pk: int) -> HttpResponse:
    return _answer(request, PressurePanel(client_seen_by(request.user, pk), request.user, Clock.here()))


@require_http_methods(["GET", "POST"])
@login_required
def deal(request: SignedRequest, deal_id: int) -> HttpResponse:
    found = find_deal(request, deal_id)
    return _answer(request, PressurePanel(found.client, request.user, Clock.here(), deal=found))


def _answer(request: SignedRequest, panel: PressurePanel) -> HttpResponse:
    panel.contact = _person(request, panel)
    return _stated(request, panel) if request.method == "POST" else _shown(request, panel)


def _stated(request: SignedRequest, panel: PressurePanel) -> HttpResponse:
    form = PreferenceForm(request.POST)
    if form.is_valid():
        try:
            ContactPreference.state(panel.client, panel.contact, by=request.user, **form.cleaned_data)
        except Refused as refused:
            put_on(form, refused)
        else:
            return _kept(request, panel)
    panel.form_sent = form
    return _shown(request, panel, status=422)


def _kept(request: SignedRequest, panel: PressurePanel) -> HttpResponse:
    if is_htmx(request):
        return toast(request, _shown(request, panel), _("Saved: how the client likes to be reached"))
    person = f"?contact={panel.contact.pk}" if panel.contact else ""
    return toast(request, redirect(panel.url + person), _("Saved: how the client likes to be reached"))


def _shown(request: SignedRequest, panel: PressurePanel, status: int = 200) -> HttpResponse:
    """With ``choose`` the people to choose from."""
    chooses = request.method == "GET" and "choose" in request.GET
    part = "contact_policy/_whom.html" if chooses else "contact_policy/_pressure.html"
    page = part if is_htmx(request) else "contact_policy/pressure.html"
    return render(request, page, {"panel": panel, "chooses": chooses}, status=status)


def _person(request: SignedRequest, panel: PressurePanel) -> Contact | None:
    said = (request.POST if request.method == "POST" else request.GET).get("contact", "")
    if not said:
        return None
    return get_object_or_404(panel.client.contacts, pk=number(said))
