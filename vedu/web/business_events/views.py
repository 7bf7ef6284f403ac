"""/business-events/: the list, a new one, its page and its facts."""

from django.contrib.auth.decorators import login_required
from django.db.models import BigIntegerField
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import get_language
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.foundation.people.user import User
from vedu.foundation.prepared_seen import seen_objects
from vedu.foundation.refusal import Refused
from vedu.sales.business_events.business_event import BusinessEvent, EventParticipant
from vedu.web.business_events.card import Card
from vedu.web.business_events.forms import EventForm
from vedu.web.business_events.listing import Listing
from vedu.web.shell.form_refusal import put_on
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast


def found_event(user: User, pk: int) -> BusinessEvent:
    """Raises Http404 for one that this person does not see."""
    found = _seen(user.visible_owner_ids(), pk)
    if not found:
        raise Http404
    return found[0]


_seen = seen_objects(
    lambda owners, pk: BusinessEvent.objects.of_people(owners).filter(pk=pk),
    fields=[BigIntegerField()],
    related=["organizer"],
)


@require_GET
@login_required
def index(request: SignedRequest) -> HttpResponse:
    return render(request, "business_events/index.html", {"list": Listing(request.user)})


@require_GET
@login_required
def event(request: SignedRequest, pk: int) -> HttpResponse:
    card = Card(found_event(request.user, pk), request.user, only_mine="mine" in request.GET)
    return render(request, "business_events/event.html", {"card": card})


@require_http_methods(["GET", "POST"])
@login_required
def new(request: SignedRequest) -> HttpResponse:
    request.user.require_selling()
    form = EventForm(request.POST or None)
    if form.is_valid():
        try:
            made = BusinessEvent.plan(by=request.user, **form.cleaned_data)
        except Refused as refused:
            put_on(form, refused)
        else:
            return redirect("business_events:event", made.pk)
    return render(request, "business_events/edit.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
@login_required
def edit(request: SignedRequest, pk: int) -> HttpResponse:
    found = found_event(request.user, pk)
    found.require_change(request.user)
    form = EventForm(request.POST) if request.method == "POST" else EventForm.of(found, get_language() or "en")
    if form.is_valid():
        try:
            found.describe(by=request.user, **form.cleaned_data)
        except Refused as refused:
            put_on(form, refused)
        else:
            return toast(request, redirect("business_events:event", pk), _("Saved"))
    context = {"form": form, "event": found_event(request.user, pk)}
    return render(request, "business_events/edit.html", context, status=422 if form.errors else 200)


@require_POST
@login_required
def people(request: SignedRequest, pk: int) -> HttpResponse:
    """Somebody of us goes too."""
    found = found_event(request.user, pk)
    person = get_object_or_404(User, pk=request.POST.get("person") or 0, is_active=True)
    found.send(person, by=request.user)
    return toast(request, redirect("business_events:event", pk), _("Goes: %(who)s") % {"who": person.name})


@require_POST
@login_required
def call_off(request: SignedRequest, pk: int) -> HttpResponse:
    going = get_object_or_404(EventParticipant.objects.select_related("event__organizer", "person"), pk=pk)
    found_event(request.user, going.event_id)
    going.call_off(by=request.user)
    said = _("Does not go: %(who)s") % {"who": going.person.name}
    return toast(request, redirect("business_events:event", going.event_id), said)
