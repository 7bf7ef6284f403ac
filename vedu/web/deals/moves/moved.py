"""The answer to a move: the card in its new column, the heads of both columns and the totals, or words alone."""

from collections.abc import Mapping
from urllib.parse import urlencode

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _

from vedu.sales.deals.deal import Deal
from vedu.sales.deals.move import Move
from vedu.web.deals.board.board import Board, open_board
from vedu.web.deals.board.card import cards_of
from vedu.web.deals.board.card_html import cards_html
from vedu.web.deals.row import make_rows, rows_of
from vedu.web.shell.address import address_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, toast

AFTER_SWAP = "HX-Trigger-After-Swap"


def moved(request: SignedRequest, deal: Deal, move: Move, said: Mapping[str, str]) -> HttpResponse:
    """Any page may listen to the event ``deal:moved`` {deal, stage}; the board gets its parts anew."""
    if not is_htmx(request):
        response: HttpResponse = redirect("deal:card", deal.pk)
    else:
        board = open_board(said, request.user) if said.get("scope") else None
        response = _parts(request, deal, move, board) if board else HttpResponse()
        response.headers[AFTER_SWAP] = f'{{"deal:moved": {{"deal": {deal.pk}, "stage": {move.to_stage_id}}}}}'
        close_ask(response)
    words = _("%(client)s: now at “%(stage)s”") % {"client": deal.client.name, "stage": deal.stage.name}
    return toast(request, response, words, _undo(deal, move, said))


def _parts(request: SignedRequest, deal: Deal, move: Move, board: Board) -> HttpResponse:
    rows = make_rows(rows_of(Deal.objects.filter(pk=deal.pk)))
    card = cards_html(cards_of(rows, {deal.stage_id: deal.stage}, board.clock), swap=True)
    heads = board.heads_of(move.from_stage_id, move.to_stage_id)
    return render(request, "deals/_moved.html", {"board": board, "card": card, "heads": heads})


def _undo(deal: Deal, move: Move, said: Mapping[str, str]) -> str:
    """Back to where it stood, for the same board."""
    board = {name: said[name] for name in ("pipeline", "scope", "chip") if said.get(name)}
    return f"{address_of('deals:moves', deal.pk)}?{urlencode({'stage': move.from_stage_id, **board})}"
