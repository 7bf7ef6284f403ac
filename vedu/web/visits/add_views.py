"""/visits/7/add/: clients and doors for a list."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_POST

from vedu.clients.client import Client
from vedu.foundation.bulk import BulkResult
from vedu.foundation.refusal import Invalid
from vedu.sales.visits.visit_list import VisitList
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.visits.list_views import found_list
from vedu.web.visits.picking import Picking, Sought


@require_http_methods(["GET", "POST"])
@login_required
def add(request: SignedRequest, pk: int) -> HttpResponse:
    """POST takes the ticked clients; whom a rule refuses is told by name, and the rest are on the list."""
    visit_list = found_list(request.user, pk)
    visit_list.require_work(request.user)
    if request.method != "POST":
        return _shown(request, visit_list)
    chosen = chosen_clients(request)
    done = visit_list.add_clients(chosen, by=request.user, why=request.POST.get("why", ""))
    if done.refused or not chosen:
        return _shown(request, visit_list, refused=reasons_of(done) or [_("Tick at least one client.")])
    return toast(request, redirect("visits:list", pk), said_of(len(done.done)))


@require_POST
@login_required
def doors(request: SignedRequest, pk: int) -> HttpResponse:
    visit_list, said = found_list(request.user, pk), request.POST
    try:
        number = visit_list.add_doors(said.get("addresses", ""), by=request.user, city=said.get("city", ""))
    except Invalid as refused:
        return _shown(request, visit_list, fault=str(refused))
    return toast(request, redirect("visits:list", pk), said_of(number))


def chosen_clients(request: SignedRequest) -> list[Client]:
    """In the order of the page, as far as this person sees them."""
    ids = [int(one) for one in request.POST.getlist("client") if one.isascii() and one.isdigit()]
    found = Client.objects.visible_to(request.user).select_related("owner").in_bulk(ids)
    return [found[one] for one in dict.fromkeys(ids) if one in found]


def reasons_of(done: "BulkResult[Client]") -> list[str]:
    """Each sentence names its client."""
    return [reason.sentence for _client, reasons in done.refused for reason in reasons]


def said_of(number: int) -> str:
    return ngettext("On the list: %(number)d more", "On the list: %(number)d more", number) % {"number": number}


def _shown(
    request: SignedRequest, visit_list: VisitList, *, refused: list[str] | None = None, fault: str = ""
) -> HttpResponse:
    query = request.POST if request.method == "POST" else request.GET
    taken = set(visit_list.visits.exclude(client=None).values_list("client", flat=True))
    sought = Sought.of(query)._replace(city="") if fault else Sought.of(query)
    context = {
        "visit_list": visit_list,
        "picking": Picking(request.user, visit_list.owner, sought, visit_list.on, taken),
        "refused": refused,
        "fault": fault,
        "typed": request.POST,
    }
    return render(request, "visits/add.html", context, status=422 if fault or refused else 200)
