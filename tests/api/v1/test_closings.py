"""POST and GET /deals/{id}/closings, POST /deals/{id}/reopenings."""

from datetime import timedelta

import pytest
from django.utils import timezone

from tests.api.caller import Caller
from tests.cast import Cast
from vedu.sales.deals.closing import Closing
from vedu.sales.touches.task import Task


def in_days(days: int) -> str:
    return str(timezone.localdate() + timedelta(days=days))


def test_a_lost_deal_keeps_its_reason_and_return_date(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    body = {"result": "lost", "reason": "expensive", "return_on": in_days(30), "competitor": "Boxes & Co"}
    closed = anna.post(f"/deals/{deal.pk}/closings", body)
    assert closed.status == 201
    assert (closed.body["reason"], closed.body["return_on"]) == ("expensive", in_days(30))
    assert closed.body["competitor"] == "Boxes & Co"
    assert Task.objects.open().get(deal=deal).kind == "return"


def test_a_reason_goes_by_its_id_too(cast: Cast, anna: Caller) -> None:
    body = {"result": "lost", "reason": cast.reason().pk, "do_not_return": True}
    closed = anna.post(f"/deals/{cast.deal().pk}/closings", body)
    assert (closed.body["reason"], closed.body["do_not_return"]) == ("expensive", True)


def test_the_pause_of_the_reason_decides_when_nothing_is_said(cast: Cast, anna: Caller) -> None:
    closed = anna.post(f"/deals/{cast.deal().pk}/closings", {"result": "lost", "reason": "expensive"})
    assert closed.body["return_on"] == in_days(cast.reason().return_days or 0)


@pytest.mark.parametrize(
    ("body", "field", "code"),
    [
        ({"result": "lost"}, "reason", "reason-needed"),
        ({"result": "lost", "reason": "no-such-word"}, "reason", "unknown-word"),
        ({"result": "lost", "reason": 987_654}, "reason", "unknown-word"),
        ({"result": "lost", "reason": "expensive", "return_on": "2020-01-01"}, "return_on", "return-past"),
        ({"result": "postponed"}, "until", "return-needed"),
        ({"result": "postponed", "until": "2020-01-01"}, "until", "return-past"),
        ({"result": "forgotten"}, "result", "unknown-word"),
        ({}, "result", "needed"),
    ],
)
def test_a_closing_that_says_too_little_is_refused(
    cast: Cast, anna: Caller, body: dict[str, object], field: str, code: str
) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/closings", body)
    assert (refused.status, refused.codes) == (422, [code])
    assert refused.body["errors"][0]["field"] == field
    assert not Closing.objects.exists()


def test_winning_lists_what_is_missing(cast: Cast, anna: Caller) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/closings", {"result": "won"})
    assert refused.status == 422
    assert {"paid", "documents_issued"} <= set(refused.codes)
    assert "missing" in refused.body


def test_a_deal_with_all_evidence_is_won(cast: Cast, anna: Caller) -> None:
    deal = cast.at_stage(7)
    assert anna.post(f"/deals/{deal.pk}/closings", {"result": "won", "note": "Signed"}).status == 201
    deal.refresh_from_db()
    assert deal.state == "won"


def test_a_head_wins_past_the_gates_with_a_reason(cast: Cast, sergey: Caller) -> None:
    body = {"result": "won", "override_reason": "Paid in cash"}
    closed = sergey.post(f"/deals/{cast.deal().pk}/closings", body)
    assert (closed.status, closed.body["override_reason"]) == (201, "Paid in cash")


def test_a_postponed_deal_waits_for_its_day(cast: Cast, anna: Caller) -> None:
    closed = anna.post(f"/deals/{cast.deal().pk}/closings", {"result": "postponed", "until": in_days(60)})
    assert (closed.status, closed.body["return_on"]) == (201, in_days(60))


def test_only_those_who_work_on_a_deal_close_it(cast: Cast, igor: Caller, olga: Caller, stranger: Caller) -> None:
    path, body = f"/deals/{cast.deal().pk}/closings", {"result": "lost", "reason": "expensive"}
    assert igor.post(path, body).status == 403
    assert olga.post(path, body).status == 404
    assert stranger.post(path, body).status == 401


def test_a_closed_deal_is_not_closed_again(cast: Cast, anna: Caller) -> None:
    path, body = f"/deals/{cast.deal().pk}/closings", {"result": "lost", "reason": "expensive"}
    assert anna.post(path, body).status == 201
    again = anna.post(path, body)
    assert (again.status, again.codes) == (409, ["deal-closed"])


def test_a_lost_deal_comes_back_to_work(cast: Cast, anna: Caller) -> None:
    deal = cast.deal()
    anna.post(f"/deals/{deal.pk}/closings", {"result": "lost", "reason": "expensive"})
    reopened = anna.post(f"/deals/{deal.pk}/reopenings", {"why": "They called"})
    assert (reopened.status, reopened.body["status"]) == (201, "open")
    history = anna.get(f"/deals/{deal.pk}/closings").body["items"]
    assert (history[0]["result"], history[0]["reopened_why"]) == ("lost", "They called")


def test_an_open_deal_is_not_reopened_and_needs_no_body_for_it(cast: Cast, anna: Caller) -> None:
    refused = anna.post(f"/deals/{cast.deal().pk}/reopenings")
    assert (refused.status, refused.codes) == (409, ["deal-open"])


def test_only_those_who_work_on_a_deal_reopen_it(cast: Cast, igor: Caller, olga: Caller) -> None:
    deal = cast.deal()
    deal.lose(by=cast.anna, reason=cast.reason())
    assert igor.post(f"/deals/{deal.pk}/reopenings").status == 403
    assert olga.post(f"/deals/{deal.pk}/reopenings").status == 404
    assert olga.get(f"/deals/{deal.pk}/closings").status == 404
