"""An error below /api/v1/ is a problem in JSON, whoever found it: the router, a middleware, a failure of ours."""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

from vedu.api.problems import MEDIA_TYPE, of_status

PREFIX = "/api/v1/"


class OnlyProblems:
    """Middleware; stands inside that of the language."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code < 400 or not request.path_info.startswith(PREFIX):
            return response
        return response if response.headers.get("Content-Type") == MEDIA_TYPE else _as_problem(response)


def _as_problem(response: HttpResponse) -> HttpResponse:
    answer = of_status(response.status_code)
    if "Allow" in response.headers:
        answer.headers["Allow"] = response.headers["Allow"]
    return answer
