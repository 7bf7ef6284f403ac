"""Every error is a problem in JSON."""

import json

import pytest
from django.conf import settings
from django.core.exceptions import PermissionDenied
from django.test import Client

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.api.problems import MEDIA_TYPE, problem_of
from vedu.foundation.refusal import Reason, Refused


def test_an_unknown_address_is_a_problem(anna: Caller) -> None:
    for path in ("/nothing", "/deals/seven", "/deals/7/", "/deals/987654"):
        answer = anna.get(path)
        assert (answer.status, answer.body["type"]) == (404, "/problems/not-found")


def test_an_unknown_method_is_a_problem_that_lists_the_known(anna: Caller) -> None:
    answer = anna.call("PUT", "/deals")
    assert (answer.status, answer.body["type"]) == (405, "/problems/method-not-allowed")
    assert set(answer.headers["Allow"].split(", ")) == {"GET", "POST"}


@pytest.mark.parametrize("body", ["{", "{'name': 1}", '{"name": NaN}', '{"name": "\\u0000"}', "[" * 100_000])
def test_a_body_that_is_no_json_is_a_problem(anna: Caller, body: str) -> None:
    answer = anna.client.post("/api/v1/companies", body, "application/json", headers=anna.headers)
    assert (answer.status_code, answer.headers["Content-Type"]) == (400, MEDIA_TYPE)
    assert answer.json()["type"] == "/problems/bad-request"


def test_a_body_in_another_encoding_is_a_problem(anna: Caller) -> None:
    body = '{"name": "Пекарня"}'.encode("cp1251")
    answer = anna.client.post("/api/v1/companies", body, "application/json", headers=anna.headers)
    assert answer.status_code == 400


def test_half_a_surrogate_is_no_text(anna: Caller) -> None:
    answer = anna.client.post("/api/v1/companies", '{"name": "\\ud800"}', "application/json", headers=anna.headers)
    assert answer.status_code in {400, 422}


@pytest.mark.parametrize("body", [[], "text", 7, None])
def test_a_body_that_is_no_object_is_a_problem(anna: Caller, body: object) -> None:
    answer = anna.client.post("/api/v1/companies", json.dumps(body), "application/json", headers=anna.headers)
    assert (answer.status_code, answer.json()["type"]) == (422, "/problems/invalid")


def test_wrong_fields_are_named_in_the_detail(anna: Caller) -> None:
    answer = anna.post("/deals", {"name": "Boxes"})
    assert answer.body["detail"] == "company: This field is needed. pipeline: This field is needed."


def test_a_missing_body_is_a_problem(anna: Caller) -> None:
    answer = anna.post("/companies")
    assert (answer.status, answer.codes) == (422, ["needed"])


def test_a_body_that_is_not_declared_as_json_is_a_problem(anna: Caller) -> None:
    answer = anna.client.post("/api/v1/companies", "name=Bakery", "text/plain", headers=anna.headers)
    assert (answer.status_code, answer.json()["type"]) == (415, "/problems/unsupported-media-type")


def test_a_body_that_is_too_large_is_a_problem(anna: Caller, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(settings, "DATA_UPLOAD_MAX_MEMORY_SIZE", 100)
    answer = anna.post("/companies", {"name": "x" * 200})
    assert (answer.status, answer.body["type"]) == (413, "/problems/too-large")


def test_a_failure_of_the_server_is_a_problem_without_details(
    cast: Cast, anna: Caller, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vedu.api.v1.users._user", lambda _user: 1 / 0)
    anna.client.raise_request_exception = False
    answer = anna.get("/users/me")
    assert (answer.status, answer.body["type"]) == (500, "/problems/server-error")
    assert "ZeroDivisionError" not in json.dumps(answer.body)


def test_a_problem_speaks_the_language_of_the_request(cast: Cast) -> None:
    russian, english = Caller(cast.anna, "ru").get("/nothing"), Caller(cast.anna, "en").get("/nothing")
    assert (russian.headers["Content-Language"], english.headers["Content-Language"]) == ("ru", "en")
    assert russian.body["detail"] != english.body["detail"]
    assert russian.body["type"] == english.body["type"]


def test_a_problem_of_several_reasons_tells_them_all() -> None:
    answer = problem_of(Refused(Reason("one", "First."), Reason("two", "Second.", {"owner": 7})))
    body = json.loads(answer.content)
    assert (answer.status_code, body["type"], body["detail"]) == (409, "/problems/one", "First. Second.")
    assert body["reasons"][1] == {"code": "two", "sentence": "Second.", "owner": 7}


def test_an_error_that_is_not_known_goes_on_to_the_log() -> None:
    with pytest.raises(PermissionDenied):
        problem_of(PermissionDenied())


def test_pages_keep_their_own_errors(db: None) -> None:
    assert Client().get("/nothing-here/").headers["Content-Type"].startswith("text/html")
