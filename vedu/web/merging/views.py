"""The page of a merge, the merge, and its undoing."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_http_methods, require_POST

from vedu.clients.client import Client
from vedu.clients.merging.merge import Merge
from vedu.foundation.refusal import Reason
from vedu.web.clients.access import client_seen_by
from vedu.web.deals.opening.client_hits import client_hits
from vedu.web.merging.page import MergePage, choices_in
from vedu.web.shell.address import address_of
from vedu.web.shell.number import number
from vedu.web.shell.refused import refusal_context
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import toast
from vedu.web.shell.ways_on import Way, way_on


@require_http_methods(["GET", "POST"])
@login_required
def merges(request: SignedRequest, pk: int) -> HttpResponse:
    """Side by side with the client named by ``with``; without one it is looked for. A POST merges."""
    request.user.require_selling()
    kept = client_seen_by(request.user, pk)
    other = number(request.GET.get("with", ""))
    if not other:
        return render(request, "merging/choose.html", {"client": kept})
    gone = client_seen_by(request.user, other)
    choices = choices_in(request.POST.dict())
    if request.method == "POST":
        merge = Merge.carry_out(kept, gone, by=request.user, choices=choices, why=request.POST.get("why", ""))
        return merged(request, merge, kept)
    page = MergePage(kept, gone, request.user, choices)
    refusal = refusal_context(request, page.refused) if page.refused else {}
    return render(request, "merging/merge.html", {"page": page} | refusal)


@require_GET
@login_required
def others(request: SignedRequest, pk: int) -> HttpResponse:
    """Clients that may be the same one, by what is typed."""
    client = client_seen_by(request.user, pk)
    hits = [hit for hit in client_hits(request.GET.get("q", ""), request.user) if hit.pk != client.pk]
    return render(request, "merging/_others.html", {"client": client, "hits": hits})


@require_POST
@login_required
def undoing(request: SignedRequest, pk: int) -> HttpResponse:
    merge = get_object_or_404(Merge.objects.visible_to(request.user), pk=pk)
    gone = merge.undo(by=request.user)
    words = _("“%(client)s” is a client of its own again") % {"client": gone.name}
    return toast(request, redirect("clients:card", gone.pk), words)


def merged(request: SignedRequest, merge: Merge, kept: Client) -> HttpResponse:
    words = _("“%(gone)s” has gone into “%(kept)s”") % {"gone": merge.gone_name, "kept": kept.name}
    undo = address_of("merging:undoing", merge.pk)
    return toast(request, redirect("clients:card", kept.pk), words, undo_url=undo)


@way_on("two-owners")
def hand_over_first(request: HttpRequest, reason: Reason) -> Way | None:
    """A head gives one of the two clients to the owner of the other."""
    user = request.user
    if not getattr(user, "is_leading", False):
        return Way(_("Open that client"), address_of("clients:card", reason.facts["client"]))
    return Way(_("Give to another"), address_of("clients:assignment", reason.facts["client"]))
