"""POST /deals/<id>/moves: the transition command, with the answers that the gates ask for."""

from http import HTTPStatus

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.views.decorators.http import require_POST

from vedu.sales.deals.deal import Deal
from vedu.web.deals.moves.answers import move_with_answers
from vedu.web.deals.moves.ask import Ask
from vedu.web.deals.moves.moved import moved
from vedu.web.shell.number import number
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_POST
@login_required
def moves(request: SignedRequest, deal_id: int) -> HttpResponse:
    """``stage`` and the board's words come in the form or in the address (for «Undo»)."""
    said = request.GET.dict() | request.POST.dict()
    deals = Deal.objects.visible_to(request.user).select_related("client", "owner", "stage", "pipeline")
    deal = get_object_or_404(deals, pk=deal_id)
    stage = get_object_or_404(deal.pipeline.stages, pk=number(said.get("stage", "")))
    result = move_with_answers(deal, stage, request.POST, request.user)
    return _asked(request, result, said) if isinstance(result, Ask) else moved(request, deal, result, said)


def _asked(request: SignedRequest, ask: Ask, said: dict[str, str]) -> HttpResponse:
    template = "deals/_missing.html" if is_htmx(request) else "deals/missing.html"
    board = {name: said[name] for name in ("pipeline", "scope", "chip") if said.get(name)}
    context = {"ask": ask, "board_words": board}
    response = render(request, template, context, status=HTTPStatus.UNPROCESSABLE_ENTITY)
    # «Undo» has no target of its own.
    response.headers["HX-Retarget"], response.headers["HX-Reswap"] = "#ask", "innerHTML"
    return response
