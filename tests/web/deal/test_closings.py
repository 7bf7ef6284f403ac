"""/deals/<id>/closings: the dialogs ask, POST takes the deal out of work (STAGE-5)."""

import json
from datetime import timedelta

import pytest
from django.http import HttpResponse
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.task import Task


def ask(user: User | None, deal: Deal, result: str, *, htmx: bool = True, **more: object) -> HttpResponse:
    fields = {"result": result, **more}
    return visitor(user).get(f"/deals/{deal.pk}/closings", fields, headers=HTMX if htmx else {})


def close(user: User | None, deal: Deal, result: str, *, htmx: bool = True, **said: object) -> HttpResponse:
    fields = {"result": result, **said}
    return visitor(user).post(f"/deals/{deal.pk}/closings", fields, headers=HTMX if htmx else {})


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


# lost


def test_the_refusal_is_asked_with_grouped_reasons_and_the_open_objection(cast: Cast, deal: Deal) -> None:
    cast.object_to(deal, "Frightening to change the supplier")
    page = text_of(ask(cast.anna, deal, "lost"))
    assert '<dialog class="v-ask"' in page
    assert '<optgroup label="Money">' in page
    assert 'value="Frightening to change the supplier"' in page
    assert (timezone.localdate() + timedelta(days=14)).isoformat() in page


def test_a_chosen_reason_brings_its_own_pause(cast: Cast, deal: Deal) -> None:
    page = text_of(ask(cast.anna, deal, "lost", reason=cast.reason("competitor").pk))
    assert "<dialog" not in page, "only the part about the return is swapped"
    assert (timezone.localdate() + timedelta(days=90)).isoformat() in page
    assert 'value="on" checked' in page


def test_a_reason_that_is_final_proposes_not_to_come_back(cast: Cast, deal: Deal) -> None:
    assert 'value="never" checked' in text_of(ask(cast.anna, deal, "lost", reason=cast.reason("no_need").pk))


def test_a_lost_deal_keeps_everything_that_was_said(cast: Cast, deal: Deal) -> None:
    day = timezone.localdate() + timedelta(days=40)
    said = {
        "reason": cast.reason("competitor").pk,
        "objection": "Cheaper there",
        "competitor": "Karton",
        "note": "Spring",
    }
    close(cast.anna, deal, "lost", **said, **{"return": "on", "return_on": day.isoformat()})
    closing = Closing.objects.get()
    assert (closing.reason, closing.objection, closing.competitor) == (
        cast.reason("competitor"),
        "Cheaper there",
        "Karton",
    )
    assert (closing.return_on, closing.note) == (day, "Spring")
    assert Task.objects.open().get().kind == "return"


def test_not_to_come_back_is_kept_as_a_word(cast: Cast, deal: Deal) -> None:
    day = timezone.localdate() + timedelta(days=40)
    close(cast.anna, deal, "lost", reason=cast.reason().pk, return_on=day.isoformat(), **{"return": "never"})
    closing = Closing.objects.get()
    assert (closing.do_not_return, closing.return_on) == (True, None)
    assert not Task.objects.open().exists()


def test_without_a_word_on_the_return_the_reason_decides(cast: Cast, deal: Deal) -> None:
    close(cast.anna, deal, "lost", reason=cast.reason().pk)
    assert Closing.objects.get().return_on == timezone.localdate() + timedelta(days=14)


def test_a_refusal_without_a_reason_or_with_a_past_day_is_refused(cast: Cast, deal: Deal) -> None:
    for said in ({}, {"reason": "999"}, {"reason": cast.reason().pk, "return": "on", "return_on": "2020-01-01"}):
        assert close(cast.anna, deal, "lost", **said).status_code == 422, said
    deal.refresh_from_db()
    assert deal.is_open


# put off


def test_a_deal_is_put_off_till_a_day(cast: Cast, deal: Deal) -> None:
    assert 'name="until"' in text_of(ask(cast.anna, deal, "postponed"))
    day = timezone.localdate() + timedelta(days=30)
    close(cast.anna, deal, "postponed", until=day.isoformat(), note="After the holidays")
    deal.refresh_from_db()
    assert deal.state == "postponed"
    assert Closing.objects.get().return_on == day


def test_to_put_off_takes_a_day_ahead(cast: Cast, deal: Deal) -> None:
    assert close(cast.anna, deal, "postponed").status_code == 422
    assert close(cast.anna, deal, "postponed", until="2020-01-01").status_code == 422


# won


def test_the_seller_sees_what_is_missing_to_win_and_no_way_past_it(cast: Cast, deal: Deal) -> None:
    page = text_of(ask(cast.anna, deal, "won"))
    assert "Something is still missing to win" in page
    assert "Record the client&#x27;s payment." in page
    assert "override_reason" not in page
    assert "Close the deal as won" not in page
    assert close(cast.anna, deal, "won").status_code == 422
    assert close(cast.anna, deal, "won", override_reason="Please").status_code == 403


def test_the_head_wins_past_the_gates_with_a_reason(cast: Cast, deal: Deal) -> None:
    assert 'name="override_reason"' in text_of(ask(cast.sergey, deal, "won"))
    close(cast.sergey, deal, "won", override_reason="Paid in cash yesterday")
    assert Closing.objects.get().override_reason == "Paid in cash yesterday"


def test_a_deal_with_all_evidence_is_won(cast: Cast) -> None:
    deal = cast.ready_for(cast.deal(), 7)
    page = text_of(ask(cast.anna, deal, "won"))
    assert "Something is still missing" not in page
    close(cast.anna, deal, "won", note="The lid decided it")
    deal.refresh_from_db()
    assert deal.state == "won"


# the way there and back


def test_the_card_comes_anew_with_a_toast_that_can_take_it_back(cast: Cast, deal: Deal) -> None:
    response = close(cast.anna, deal, "lost", reason=cast.reason().pk)
    assert json.loads(response.headers["HX-Location"])["path"] == f"/deals/{deal.pk}/"
    told = json.loads(response.headers["HX-Trigger"])
    assert told["toast"]["undo_url"] == f"/deals/{deal.pk}/reopenings"
    assert list(told)[-1] == "ask:close"


def test_without_scripts_the_question_is_a_page(cast: Cast, deal: Deal) -> None:
    for result in ("lost", "postponed", "won"):
        page = text_of(ask(cast.anna, deal, result, htmx=False))
        assert "<html" in page
        assert f'name="result" value="{result}"' in page
    response = close(cast.anna, deal, "lost", htmx=False, reason=cast.reason().pk)
    assert response.headers["Location"] == f"/deals/{deal.pk}/"


def test_an_unknown_ending_is_refused(cast: Cast, deal: Deal) -> None:
    assert ask(cast.anna, deal, "vanished").status_code == 422
    assert close(cast.anna, deal, "").status_code == 422


def test_others_are_neither_asked_nor_obeyed(cast: Cast, deal: Deal) -> None:
    assert ask(cast.igor, deal, "lost").status_code == 403
    assert ask(cast.olga, deal, "lost").status_code == 404
    assert is_sign_in(ask(None, deal, "lost"))
    reason = cast.reason().pk
    assert close(cast.igor, deal, "lost", reason=reason).status_code == 403
    assert close(cast.olga, deal, "lost", reason=reason).status_code == 404
    assert is_sign_in(close(None, deal, "lost", reason=reason))
    assert not Closing.objects.exists()
