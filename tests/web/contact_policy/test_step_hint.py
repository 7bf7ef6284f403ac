"""/clients/7/step-hint: is the chosen moment of a next step a good one for this client and channel."""

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils import timezone, translation

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch
from vedu.web.contact_policy.step_hint import StepHint, hint_for

MOSCOW = ZoneInfo("Europe/Moscow")
# A Tuesday, 11:00 in Moscow.
TUESDAY = datetime(2026, 12, 8, 8, tzinfo=UTC)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def hint(
    cast: Cast, client: Client, at: datetime, channel: str = "call", has_time: bool = True, **who: object
) -> StepHint | None:
    contact = who.get("contact")
    with translation.override("en"):
        return hint_for(client, contact, channel, at, has_time=has_time, by=cast.anna, zone=MOSCOW)  # type: ignore[arg-type]


def test_a_good_moment_needs_no_words(cast: Cast, deal: Deal) -> None:
    assert hint(cast, deal.client, TUESDAY) is None


def test_an_unusual_hour_is_unwise_and_a_better_one_is_offered(cast: Cast, deal: Deal) -> None:
    seen = hint(cast, deal.client, TUESDAY + timedelta(hours=9))
    assert (seen.verdict, seen.word) == ("warn", "unwise")
    assert (seen.better.on, seen.better.at, seen.better.theirs) == ("2026-12-09", "09:00", "")


def test_night_at_the_client_is_forbidden_and_both_clocks_are_told(cast: Cast, deal: Deal) -> None:
    deal.client.describe(by=cast.anna, time_zone="Asia/Vladivostok")
    seen = hint(cast, deal.client, TUESDAY + timedelta(hours=6))
    assert seen.word == "forbidden"
    assert (seen.better.on, seen.better.at, seen.better.theirs) == ("2026-12-09", "02:00", "their time 09:00")


def test_without_an_hour_the_day_alone_counts(cast: Cast, deal: Deal) -> None:
    day = datetime(2026, 12, 8, tzinfo=MOSCOW)
    assert hint(cast, deal.client, day, has_time=False) is None
    saturday = hint(cast, deal.client, day + timedelta(days=4), has_time=False)
    assert (saturday.better.on, saturday.better.at) == ("2026-12-14", "09:00")


def test_an_opt_out_is_told_whatever_the_day_and_nothing_is_better(cast: Cast, deal: Deal) -> None:
    person = cast.contact(deal.client)
    object_to(Subject(deal.client, person), by=cast.anna, channels=["call"], why="asked")
    for has_time in (True, False):
        seen = hint(cast, deal.client, TUESDAY, has_time=has_time, contact=person)
        assert (seen.word, seen.better) == ("forbidden", None)
        assert seen.sentences[0] == "The client asked not to be reached this way: Call."
    assert hint(cast, deal.client, TUESDAY) is None


def test_another_channel_is_better_and_no_hour_heals_that(cast: Cast, deal: Deal) -> None:
    ContactPreference.state(deal.client, by=cast.anna, channel="email")
    seen = hint(cast, deal.client, TUESDAY)
    assert (seen.word, seen.better) == ("unwise", None)


def asked(cast: Cast, deal: Deal, who: str = "anna", **said: object) -> str:
    query = {"step_kind": "call", "step_on": "2026-12-08", "step_time": "23:30", **said}
    response = visitor(getattr(cast, who)).get(f"/clients/{deal.client_id}/step-hint", query, headers=HTMX)
    assert response.status_code == 200
    return " ".join(re.sub("<[^>]+>", " ", text_of(response)).split())


def test_the_fragment_has_one_press_for_the_better_moment(cast: Cast, deal: Deal) -> None:
    query = {"step_kind": "call", "step_on": "2026-12-08", "step_time": "23:30"}
    html = text_of(visitor(cast.anna).get(f"/clients/{deal.client_id}/step-hint", query, headers=HTMX))
    assert 'data-step-on="2026-12-09" data-step-at="09:00"' in html
    assert "forbidden: Quiet hours at the client" in asked(cast, deal)


@pytest.mark.parametrize(
    "said",
    [
        {"step_kind": "document"},
        {"step_kind": ""},
        {"step_kind": "nonsense"},
        {"step_on": ""},
        {"step_on": "soon"},
        {"step_time": "25:99"},
    ],
)
def test_nothing_is_said_where_nothing_can_be(cast: Cast, deal: Deal, said: dict[str, str]) -> None:
    assert asked(cast, deal, **said) == ""


@pytest.mark.parametrize("contact", ["", "x", "987654"])
def test_a_person_who_is_not_there_is_left_out(cast: Cast, deal: Deal, contact: str) -> None:
    assert asked(cast, deal, contact=contact).startswith("forbidden")


def test_every_form_that_plans_asks_for_it(cast: Cast, deal: Deal) -> None:
    browser, address = visitor(cast.anna), f'hx-get="/clients/{deal.client_id}/step-hint"'
    task = deal.tasks.get()
    for page in (
        f"/deals/{deal.pk}/",
        f"/clients/{deal.client_id}/",
        f"/tasks/{task.pk}/completion",
        f"/tasks/{task.pk}/due",
    ):
        assert address in text_of(browser.get(page)), page


def chosen(cast: Cast, who: str = "anna", **said: object) -> str:
    """What a form is told that chooses the client itself."""
    query = {"step_kind": "call", "step_on": "2026-12-08", "step_time": "23:30", **said}
    return text_of(visitor(getattr(cast, who)).get("/step-hint", query, headers=HTMX))


def test_where_the_form_chooses_the_client_it_asks_for_the_chosen_one(cast: Cast, deal: Deal) -> None:
    for page in ("/deals/new/", "/calendar/steps/new/"):
        assert 'hx-get="/step-hint"' in text_of(visitor(cast.anna).get(page)), page
    assert "Quiet hours at the client" in chosen(cast, client=deal.client_id)
    assert "Quiet hours at the client" in chosen(cast, deal=deal.pk)


@pytest.mark.parametrize("who", [{}, {"client": ""}, {"client": "new"}, {"client": "9" * 30}, {"deal": ""}])
def test_nothing_is_said_while_nobody_is_chosen(cast: Cast, who: dict[str, str]) -> None:
    assert not chosen(cast, **who).strip()


def test_a_deal_that_one_does_not_see_tells_nothing(cast: Cast, deal: Deal) -> None:
    assert not chosen(cast, "olga", deal=deal.pk).strip()
    assert visitor(cast.olga).get("/step-hint", {"client": deal.client_id}).status_code == 403
    assert is_sign_in(visitor().get("/step-hint"))


def test_who_may_ask(cast: Cast, deal: Deal) -> None:
    for who in ("anna", "igor", "sergey", "boris"):
        assert asked(cast, deal, who).startswith("forbidden")
    assert visitor(cast.olga).get(f"/clients/{deal.client_id}/step-hint").status_code == 403
    assert is_sign_in(visitor().get(f"/clients/{deal.client_id}/step-hint"))


def test_it_costs_few_queries(cast: Cast, deal: Deal, django_assert_max_num_queries) -> None:
    for hours in range(5):
        at = timezone.now() - timedelta(hours=hours)
        Touch.log(deal.client, by=cast.anna, channel=Channel.CALL, at=at)
    browser = visitor(cast.anna)
    query = {
        "step_kind": "call",
        "step_on": "2026-12-08",
        "step_time": "23:30",
        "contact": cast.contact(deal.client).pk,
    }
    with django_assert_max_num_queries(12):
        browser.get(f"/clients/{deal.client_id}/step-hint", query, headers=HTMX)


def test_a_step_for_one_who_opted_out_is_refused_in_the_form(cast: Cast, deal: Deal) -> None:
    object_to(Subject(deal.client), by=cast.anna, channels=["call"], why="asked")
    said = {"as": "task", "step_kind": "call", "step_on": "2026-12-08", "step_time": "11:00", "step_title": "Ask"}
    response = visitor(cast.anna).post(f"/deals/{deal.pk}/touches", said, headers=HTMX)
    assert response.status_code == 409
    assert "The client asked not to be reached this way: Call." in text_of(response)
    assert deal.tasks.count() == 1
