"""Which pipeline and whose deals a person looked at last, kept in this browser."""

from collections.abc import Mapping

from django.http import HttpRequest, HttpResponse

from vedu.web.deals.board.choice import BoardChoice

COOKIE = "deals"
ONE_YEAR = 365 * 24 * 60 * 60


def said_in(request: HttpRequest) -> Mapping[str, str]:
    """What the address says; for the rest, what was chosen last."""
    pipeline, _, scope = request.COOKIES.get(COOKIE, "").partition(".")
    return {"pipeline": pipeline, "scope": scope} | request.GET.dict()


def remember(request: HttpRequest, response: HttpResponse, choice: BoardChoice) -> HttpResponse:
    kept = f"{choice.pipeline}.{choice.scope}"
    if request.COOKIES.get(COOKIE) != kept:
        response.set_cookie(COOKIE, kept, max_age=ONE_YEAR, httponly=True, samesite="Lax", secure=request.is_secure())
    return response
