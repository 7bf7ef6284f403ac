"""The board and the next cards of a column."""

from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET

from vedu.web.deals.board.board import open_board
from vedu.web.deals.board.more_cards import more_cards
from vedu.web.deals.remembered import remember, said_in
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import is_htmx


@require_GET
@login_required
def board(request: SignedRequest) -> HttpResponse:
    found = open_board(said_in(request), request.user)
    if found is None:
        return render(request, "deals/no_pipeline.html")
    response = render(request, "deals/_board.html" if is_htmx(request) else "deals/board.html", {"board": found})
    return remember(request, response, found.choice)


@require_GET
@login_required
def column(request: SignedRequest, stage_id: int) -> HttpResponse:
    """The next cards of a column and the link to those after them."""
    more = more_cards(stage_id, request.GET.dict(), request.user)
    if more is None:
        raise Http404
    return render(request, "deals/_more_cards.html", more._asdict())
