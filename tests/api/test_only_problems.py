"""The middleware that turns every error below /api/v1/ into a problem."""

import json

import pytest
from django.http import HttpResponse, HttpResponseNotAllowed
from django.test import RequestFactory

from vedu.api.only_problems import OnlyProblems
from vedu.api.problems import MEDIA_TYPE, problem


def through(response: HttpResponse, path: str = "/api/v1/deals") -> HttpResponse:
    return OnlyProblems(lambda _request: response)(RequestFactory().get(path))


@pytest.mark.parametrize("status", [400, 403, 404, 405, 413, 418, 500, 503])
def test_an_error_of_any_status_becomes_a_problem(status: int) -> None:
    answer = through(HttpResponse("<h1>Oops</h1>", status=status))
    body = json.loads(answer.content)
    assert (answer.status_code, answer.headers["Content-Type"]) == (status, MEDIA_TYPE)
    assert body["status"] == status
    assert body["type"].startswith("/problems/")
    assert body["title"]
    assert body["detail"]


def test_the_known_methods_stay_listed() -> None:
    assert through(HttpResponseNotAllowed(["GET", "POST"])).headers["Allow"] == "GET, POST"


def test_a_problem_and_an_answer_pass_as_they_are() -> None:
    for response in (problem(409, "client-led", "Led", "Anna leads it."), HttpResponse("{}")):
        assert through(response) is response


def test_pages_pass_as_they_are() -> None:
    page = HttpResponse("<h1>Oops</h1>", status=404)
    assert through(page, "/deals/7/") is page
    assert through(page, "/api/docs") is page
