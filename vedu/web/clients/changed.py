"""What a change on the card answers: the whole card anew, for a new owner changes what every part allows."""

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from vedu.clients.client import Client
from vedu.web.clients.access import any_client
from vedu.web.clients.card import card_of
from vedu.web.clients.pool import Pool
from vedu.web.clients.rows import rows_of
from vedu.web.shell.signed import SignedRequest
from vedu.web.shell.toast import close_ask, is_htmx, toast


def changed(request: SignedRequest, client: Client, words: str) -> HttpResponse:
    """The card, or what is left to see of it; a row of the list or of the pool, or nothing for a line of another page,
    where the form says so by ``part``. A row of a client that this person does not see goes."""
    if not is_htmx(request):
        return toast(request, redirect("clients:card", client.pk), words)
    match request.POST.get("part"):
        case "row" | "pool" if not client.is_visible_to(request.user):
            response = HttpResponse()
        case "row":
            card = card_of(client, request.user)
            response = render(request, "clients/_row.html", {"row": rows_of([client], request.user, card.now)[0]})
        case "pool":
            pool = Pool(request.user, timezone.now())
            response = render(request, "clients/_taken.html", {"client": client, "pool": pool})
        case "line":
            response = HttpResponse()
        case _:
            response = render(request, "clients/_card.html", {"card": card_of(any_client(client.pk), request.user)})
    return toast(request, close_ask(response), words)


def ask_again(request: SignedRequest, response: HttpResponse) -> HttpResponse:
    """A form of a dialog with its errors goes back into the dialog, whatever part its answer was meant for."""
    if is_htmx(request):
        response.headers["HX-Retarget"] = "#ask"
        response.headers["HX-Reswap"] = "innerHTML"
    return response
