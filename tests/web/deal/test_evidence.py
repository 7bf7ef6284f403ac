"""POST /deals/<id>/evidence: what a person records himself."""

import pytest
from django.http import HttpResponse

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.evidence import Evidence
from vedu.sales.talk.need import Need


def record(user: User | None, deal: Deal, kind: str = "documents_issued", **said: object) -> HttpResponse:
    return visitor(user).post(f"/deals/{deal.pk}/evidence", {"kind": kind, **said}, headers=HTMX)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.at_stage(4)


def test_a_presentation_names_the_needs_it_answered(cast: Cast, deal: Deal) -> None:
    other = Need.note(deal, words="The store is full of boxes", by=cast.anna)
    other.confirm(by=cast.anna)
    page = text_of(record(cast.anna, deal, "presentation_made", needs=[other.pk], note="Liked the lid"))
    evidence = Evidence.objects.get()
    assert list(evidence.needs.all()) == [other]
    assert evidence.note == "Liked the lid"
    assert "the presentation was made" in page
    assert "Record the presentation" not in page.split('id="deal-help"')[1].split('id="timeline"')[0]


def test_papers_and_payment_are_recorded_with_a_note(cast: Cast, deal: Deal) -> None:
    record(cast.anna, deal, note="Invoice 318")
    record(cast.anna, deal, "paid", note="402 000")
    assert set(Evidence.objects.values_list("kind", "note")) == {
        ("documents_issued", "Invoice 318"),
        ("paid", "402 000"),
    }


def test_before_a_need_is_confirmed_the_form_says_what_to_do_first(cast: Cast) -> None:
    deal = cast.at_stage(3)
    page = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))
    assert "A presentation answers confirmed needs: confirm one first." in page
    assert record(cast.anna, deal, "presentation_made").status_code == 422


def test_each_stage_offers_what_it_and_the_next_one_ask_for(cast: Cast) -> None:
    offers = {
        1: set(),
        3: {"Record the presentation"},
        4: {"Record the presentation"},
        5: {"Record the documents", "Record the payment"},
    }
    for position, expected in offers.items():
        deal = cast.at_stage(position, client=cast.client(f"Client {position}", owner=cast.anna))
        page = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/"))
        shown = page.split('id="deal-help"')[1].split("</section>")[0]
        words = {"Record the presentation", "Record the documents", "Record the payment"}
        assert {word for word in words if f'<summary class="v-btn sm">{word}' in shown} == expected, position


def test_evidence_that_appears_by_itself_is_not_recorded(cast: Cast, deal: Deal) -> None:
    assert record(cast.anna, deal, "contact_established").status_code == 422
    assert record(cast.anna, deal, "").status_code == 422


def test_others_may_not(cast: Cast, deal: Deal) -> None:
    assert record(cast.igor, deal).status_code == 403
    assert record(cast.olga, deal).status_code == 404
    assert is_sign_in(record(None, deal))
    assert not Evidence.objects.exists()
