"""/touches/7/checklists: going through a talk."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vedu.sales.checklists.checklist import Checklist
from vedu.sales.checklists.filled_checklist import FilledChecklist
from vedu.sales.touches.touch import Touch
from vedu.web.checklists.talk import Talk
from vedu.web.deal.parts import parts_html
from vedu.web.shell.clock import Clock
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx, toast


@require_http_methods(["GET", "POST"])
@login_required
def talk(request: SignedRequest, touch_id: int) -> HttpResponse:
    """A page; on a deal's card its part. Of a colleague's talk nobody learns anything here."""
    touch = get_object_or_404(Touch.objects.select_related("client", "deal"), pk=touch_id)
    if not _is_seen(request, touch):
        raise Http404(_("There is no such talk, or colleagues had it whose work you do not see."))
    if request.method == "POST":
        return filled(request, touch)
    return render(request, "checklists/talk.html", {"talk": Talk(touch, Clock.here())})


def filled(request: SignedRequest, touch: Touch) -> HttpResponse:
    checklist = get_object_or_404(Checklist, pk=number(request.POST.get("checklist", "")))
    FilledChecklist.fill(touch, checklist, request.POST.getlist("done"), by=request.user)
    said = _("The talk is gone through")
    if not is_htmx(request):
        return toast(request, redirect("checklists:talk", touch.pk), said)
    page = render(request, "checklists/_talk.html", {"talk": Talk(touch, Clock.here())})
    if touch.deal is not None and touch.deal.is_visible_to(request.user):
        page.write(parts_html(request, touch.deal.pk, "timeline"))
    return toast(request, page, said)


def _is_seen(request: SignedRequest, touch: Touch) -> bool:
    ids = request.user.visible_owner_ids()
    return ids is None or touch.by_id in ids
