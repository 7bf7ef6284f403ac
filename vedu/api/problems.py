"""Every error is a problem (RFC 9457) in the person's language; docs/api.md lists the types."""

from collections.abc import Sequence
from http import HTTPStatus

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpResponse
from django.utils.translation import gettext as _
from ninja.errors import AuthenticationError, HttpError, ValidationError

from vedu.api.answer import Json, respond
from vedu.api.parser import WrongMediaType
from vedu.api.wrong_input import wrong_inputs
from vedu.foundation.refusal import Invalid, Missing, Reason, Refused

MEDIA_TYPE = "application/problem+json"
KNOWN = (Refused, ValidationError, AuthenticationError, HttpError, Http404, RequestDataTooBig)


def problem(status: int, code: str, title: str, detail: str, **members: object) -> HttpResponse:
    """``members`` are what this type of problem adds: missing, reasons, errors."""
    body = {"type": f"/problems/{code}", "title": title, "status": status, "detail": detail, **members}
    return respond(body, status, MEDIA_TYPE)


def problem_of(error: Exception) -> HttpResponse:
    """The answer to one of the KNOWN errors; any other goes on to whoever logs it."""
    match error:
        case Refused():
            return of_refusal(error)
        case ValidationError():
            return of_inputs(wrong_inputs(error.errors))
        case AuthenticationError():
            return unknown_person()
        case HttpError(status_code=400) if isinstance(error.__cause__, WrongMediaType):
            return of_status(415)
        case HttpError():
            return of_status(error.status_code)
        case Http404():
            return of_status(404)
        case RequestDataTooBig():
            return of_status(413)
        case _:
            raise error


def of_refusal(refused: Refused) -> HttpResponse:
    """What is missing, or the reasons; wrong values stand in ``errors`` by field as well."""
    if isinstance(refused, Invalid):
        return of_values(refused.reasons, refused.title, _sentences(refused.reasons))
    facts = [fact(reason) for reason in refused.reasons]
    is_missing = isinstance(refused, Missing)
    members = {"missing" if is_missing else "reasons": facts}
    code = "missing" if is_missing else refused.codes[0]
    return problem(refused.status, code, refused.title, _sentences(refused.reasons), **members)


def of_inputs(reasons: Sequence[Reason]) -> HttpResponse:
    """Values that do not even have the right shape; their sentences speak of the field, so it is named."""
    detail = " ".join(f"{reason.facts['field']}: {reason.sentence}" for reason in reasons)
    return of_values(reasons, _("Please check what you sent"), detail)


def of_values(reasons: Sequence[Reason], title: str, detail: str) -> HttpResponse:
    """422: each reason says which field cannot be right."""
    errors = [{"field": reason.facts.get("field", ""), "sentence": reason.sentence} for reason in reasons]
    return problem(422, "invalid", title, detail, errors=errors, reasons=[fact(each) for each in reasons])


def of_status(status: int) -> HttpResponse:
    """An error that HTTP itself has a word for."""
    phrase = HTTPStatus(status).phrase
    usual = (phrase.lower().replace(" ", "-"), phrase, HTTPStatus(status).description)
    return problem(status, *_words().get(status, usual))


def unknown_person() -> HttpResponse:
    response = of_status(401)
    response.headers["WWW-Authenticate"] = 'Bearer realm="Vedu"'
    return response


def fact(reason: Reason) -> Json:
    return {"code": reason.code, "sentence": reason.sentence, **reason.facts}


def _sentences(reasons: Sequence[Reason]) -> str:
    return " ".join(reason.sentence for reason in reasons)


def _words() -> dict[int, tuple[str, str, str]]:
    """Status to the code of its type, a title and a sentence."""
    return {
        400: ("bad-request", _("Not readable"), _("The body of the request has to be JSON in UTF-8.")),
        401: ("unauthorized", _("Who is asking?"), _("Send a valid token in “Authorization: Bearer”, or sign in.")),
        403: ("forbidden", _("Not allowed"), _("Send the CSRF token of your session, or a token of the API.")),
        404: ("not-found", _("Not found"), _("There is nothing at this address, or you may not see it.")),
        405: ("method-not-allowed", _("Unknown method"), _("This address knows only the methods listed in Allow.")),
        413: ("too-large", _("Too large"), _("The request is larger than this server takes.")),
        415: ("unsupported-media-type", _("Not JSON"), _("Send the body as application/json.")),
        500: ("server-error", _("The server failed"), _("The mistake is ours and has been logged. Try again later.")),
    }
