"""GET /deals/<id>/."""

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone
from django.utils.formats import date_format

from tests.cast import Cast
from tests.web.visitor import is_sign_in, text_of, visitor
from vedu.clients.contact_point import ContactPoint
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.talk.need import Need

MOST_QUERIES = 12


def card(deal: Deal, user: User) -> str:
    response = visitor(user).get(f"/deals/{deal.pk}/")
    assert response.status_code == 200
    return text_of(response)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """At the needs, with a person who decides, a call, a need and an objection."""
    deal = cast.at_stage(3)
    Need.note(deal, words="Cakes arrive crushed", priority="critical", by=cast.anna)
    cast.object_to(deal, "It is frightening to change the supplier")
    ContactPoint.add(deal.client, contact=deal.client.contacts.get(), kind="phone", value="89178123041", by=cast.anna)
    return deal


def test_the_owner_sees_what_to_do_and_what_is_missing(cast: Cast, deal: Deal) -> None:
    page = card(deal, cast.anna)
    assert "480,000\u00a0₽" in page
    assert "Confirm the need" in page
    assert "confirm a need: 0 of 1" in page
    assert "One thing is missing for the stage “Presentation, proposal”" in page
    assert 'href="tel:+79178123041"' in page
    assert "Cakes arrive crushed" in page
    assert "It is frightening to change the supplier" in page
    assert "Understand what the client lacks" in page
    assert 'id="composer"' in page


def test_every_stage_can_be_pressed_and_the_neighbours_have_keys(cast: Cast, deal: Deal) -> None:
    page = card(deal, cast.anna)
    assert page.count(f'hx-post="/deals/{deal.pk}/moves"') == 7 + 2, "seven stages, two of them in the menu of a phone"
    assert 'data-key="&gt;"' in page
    assert 'data-key="&lt;"' in page


def test_a_teammate_reads_without_forms_and_may_ask_for_the_client(cast: Cast, deal: Deal) -> None:
    page = card(deal, cast.igor)
    assert "Led by Anna Kotova" in page
    assert "Ask for a handover" in page
    assert 'id="composer"' not in page
    assert "<textarea" not in page
    assert f'hx-post="/deals/{deal.pk}/' not in page


def test_the_head_works_in_the_deals_of_his_people_and_says_why(cast: Cast, deal: Deal) -> None:
    page = card(deal, cast.sergey)
    assert 'id="composer"' in page
    assert 'name="override_reason"' in page
    assert "Ask for a handover" not in page


def test_the_accountant_only_looks(cast: Cast, deal: Deal) -> None:
    assert 'id="composer"' not in card(deal, cast.boris)


def test_for_an_outsider_there_is_no_such_deal(cast: Cast, deal: Deal) -> None:
    assert visitor(cast.olga).get(f"/deals/{deal.pk}/").status_code == 404


def test_a_stranger_signs_in_first(cast: Cast, deal: Deal) -> None:
    assert is_sign_in(visitor().get(f"/deals/{deal.pk}/"))


def test_without_a_next_step_the_form_to_plan_one_stands_in_its_place(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    page = card(deal, cast.anna)
    assert 'class="v-next none"' in page
    assert f'hx-post="/deals/{deal.pk}/tasks"' in page


def test_a_red_step_says_why(cast: Cast) -> None:
    deal = cast.deal()
    late = timezone.now() - timedelta(days=3)
    deal.tasks.get().move_due(late, by=cast.anna)
    page = card(deal, cast.anna)
    assert 'class="v-next overdue"' in page
    assert "overdue by 3" in page


def test_a_lost_deal_says_who_when_why_and_when_to_come_back(cast: Cast, deal: Deal) -> None:
    closing = deal.lose(by=cast.anna, reason=cast.reason("competitor"), competitor="Karton", objection="Cheaper there")
    page = card(deal, cast.anna)
    assert "Refusal: Chose a competitor" in page
    assert "Competitor: Karton" in page
    assert "Objection: Cheaper there" in page
    assert "Anna Kotova, stage “Needs”" in page
    assert closing.return_on is not None
    assert f"A reminder to come back stands on {closing.return_on.day}" in page
    assert "Return to work" in page
    assert 'id="composer"' not in page


def test_only_those_who_may_return_a_closed_deal_are_offered_to(cast: Cast, deal: Deal) -> None:
    deal.lose(by=cast.anna, reason=cast.reason())
    assert "Return to work" not in card(deal, cast.igor)
    assert "Return to work" in card(deal, cast.sergey)


def test_the_clock_of_the_client_stands_beside_ours_when_they_differ(cast: Cast, deal: Deal) -> None:
    assert "(yours" not in card(deal, cast.anna)
    deal.client.time_zone = "Asia/Vladivostok"
    deal.client.save()
    page = card(deal, cast.anna)
    assert "(yours" in page
    assert "their time is" in page


def test_what_people_typed_is_escaped_everywhere(cast: Cast, deal: Deal) -> None:
    deal.describe(by=cast.anna, name="<b>Boxes</b>", source='"><script>')
    Need.note(deal, words="<i>crushed</i>", by=cast.anna)
    cast.contact(deal.client, "<u>Olga</u>")
    page = card(deal, cast.anna)
    assert not any(tag in page for tag in ("<b>Boxes", '"><script>', "<i>crushed", "<u>Olga"))


def test_the_expected_day_is_said(cast: Cast, deal: Deal) -> None:
    deal.describe(by=cast.anna, expected_on=timezone.localdate() + timedelta(days=40))
    page = card(deal, cast.anna)
    assert "we expect it" in page
    assert date_format(timezone.localdate() + timedelta(days=40), "Y-m-d") in page


@pytest.mark.every_case
@pytest.mark.parametrize("who", ["anna", "igor", "sergey", "boris", "vera"])
@pytest.mark.parametrize("closed", [False, True], ids=["open", "closed"])
def test_the_page_takes_at_most_twelve_queries(cast: Cast, deal: Deal, who: str, *, closed: bool) -> None:
    if closed:
        deal.lose(by=cast.anna, reason=cast.reason())
    guest = visitor(getattr(cast, who))
    guest.get(f"/deals/{deal.pk}/")
    with CaptureQueriesContext(connection) as queries:
        guest.get(f"/deals/{deal.pk}/")
    assert len(queries) <= MOST_QUERIES, [query["sql"][:120] for query in queries]
