import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest, HttpResponse
from django.test import RequestFactory

from vedu.foundation.refusal import Missing, NotAllowed, Reason, Refused
from vedu.web.shell.refused import RefusalMiddleware, refusal, refusal_context
from vedu.web.shell.ways_on import Way, way_on

ONE = NotAllowed(Reason("test-role", "Your role may not do this."))
TWO = Missing(Reason("test-need", "Confirm a need."), Reason("test-maker", "Name the decision maker."))


def asked(**headers: str) -> HttpRequest:
    request = RequestFactory().post("/deals/7/moves", headers=headers)
    request.user = AnonymousUser()
    request.resolver_match = None
    return request


def part(refused: Refused) -> HttpResponse:
    return refusal(asked(**{"HX-Request": "true"}), refused)


@pytest.mark.parametrize(("refused", "status"), [(ONE, 403), (TWO, 422)])
def test_the_answer_has_the_status_of_the_refusal(refused: Refused, status: int) -> None:
    assert part(refused).status_code == status


def test_htmx_gets_the_part_alone_and_is_told_to_spare_the_target() -> None:
    response = part(ONE)
    assert response.content.startswith(b'<div class="v-refused" role="alert">')
    assert response["X-Vedu-Refused"] == "test-role"


def test_one_reason_is_said_in_bold() -> None:
    assert b"<b>Your role may not do this.</b>" in part(ONE).content


def test_several_reasons_are_a_list_under_a_title() -> None:
    text = part(TWO).content.decode()
    assert f"<b>{TWO.title}</b>" in text
    assert "<li>Confirm a need.</li><li>Name the decision maker.</li>" in text


def test_without_htmx_it_is_a_page() -> None:
    response = refusal(asked(), ONE)
    assert b"<!doctype html>" in response.content
    assert response.status_code == 403


def test_the_way_on_is_a_button_in_the_same_box() -> None:
    way_on("test-door")(lambda _request, _reason: Way("Ask for it", "/ask", post=True))
    text = part(Refused(Reason("test-door", "Igor leads it."))).content.decode()
    assert 'hx-post="/ask"' in text
    assert ">Ask for it</button>" in text


def test_a_sentence_cannot_bring_markup() -> None:
    assert b"<script>" not in part(Refused(Reason("test-name", "<script> leads it."))).content


def test_a_view_may_include_the_refusal_in_its_own_part() -> None:
    assert refusal_context(asked(), ONE)["refused_title"] == "Your role may not do this."


def test_the_middleware_takes_refusals_and_leaves_the_rest() -> None:
    middleware = RefusalMiddleware(lambda _request: HttpResponse())
    answer = middleware.process_exception(asked(), ONE)
    assert answer is not None
    assert answer.status_code == 403
    assert middleware.process_exception(asked(), ValueError()) is None
