"""The card, and what is written from its composer."""

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_GET, require_POST

from vedu.sales.touches.task import Task
from vedu.web.deal.card import Card
from vedu.web.deal.finding import find_deal
from vedu.web.deal.parts import OF_STAGE, STORY, changed, parts_html
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import tell
from vedu.web.touches.answers import shows_task
from vedu.web.touches.entry import Entry
from vedu.web.touches.step_fields import require_step


@login_required
@require_GET
def card(request: SignedRequest, deal_id: int) -> HttpResponse:
    return render(request, "deal/card.html", {"card": Card(request, find_deal(request, deal_id))})


@login_required
@require_GET
def parts(request: SignedRequest, deal_id: int) -> HttpResponse:
    """What another stage changes; the page asks when it hears ``deal:moved``. Texts being written stay."""
    return HttpResponse(parts_html(request, deal_id, *OF_STAGE))


@login_required
@require_POST
def touches(request: SignedRequest, deal_id: int) -> HttpResponse:
    """Whatever the composer says: a touch, a note or a task."""
    deal = find_deal(request, deal_id)
    said = Entry(request.POST.dict(), deal.client, request.user, deal).write()
    return tell(changed(request, deal, "composer", *STORY, said=said), **{"deal:touched": {"deal": deal.pk}})


@login_required
@require_POST
def tasks(request: SignedRequest, deal_id: int) -> HttpResponse:
    """The next step, from the place where it is missing."""
    deal = find_deal(request, deal_id)
    deal.plan(require_step(request.POST.dict()), by=request.user)
    return changed(request, deal, "composer_step", *STORY, said=_("Next step planned"))


@shows_task("deal")
def after_task(request: SignedRequest, task: Task) -> str:
    """What the card shows anew when one of its tasks was done or moved."""
    return parts_html(request, task.deal_id, "composer_step", *STORY) if task.deal_id else ""
