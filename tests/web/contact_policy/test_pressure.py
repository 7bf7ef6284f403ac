"""/clients/7/pressure and /deals/7/pressure: the gauge, and how the client likes to be reached."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.channel import Channel
from vedu.clients.client import Client
from vedu.clients.consent.objection import object_to
from vedu.clients.consent.subject import Subject
from vedu.clients.contact_point import ContactPoint
from vedu.clients.segments.segment import Segment
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.preference import ContactPreference
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch

MOST_QUERIES = 12
ALWAYS = {"outer": "00:00-23:59", "outer_on_days_off": "00:00-23:59"}


@pytest.fixture
def deal(cast: Cast) -> Deal:
    return cast.deal()


def call(client: Client, cast: Cast, days_ago: float, outcome: str = "no_answer") -> Touch:
    at = timezone.now() - timedelta(days=days_ago)
    return Touch.log(client, by=cast.anna, channel=Channel.CALL, outcome=outcome, at=at)


def words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def gauge(cast: Cast, client: Client, who: str = "anna", **query: object) -> str:
    response = visitor(getattr(cast, who)).get(f"/clients/{client.pk}/pressure", query, headers=HTMX)
    assert response.status_code == 200
    return text_of(response)


def test_touches_stand_against_the_limits(cast: Cast, deal: Deal) -> None:
    for days in (1, 3, 12):
        call(deal.client, cast, days)
    html = gauge(cast, deal.client)
    said = words(html)
    assert "in 7 days 2 of 5" in said
    assert "in 30 days 3 of 12" in said
    assert "in a row without an answer 3 of 6" in said
    assert "--p:40" in html
    assert "Last: Anna Kotova, " in said


def test_each_channel_has_its_word_and_the_reasons_stand_once(cast: Cast, deal: Deal) -> None:
    ContactRule.decide([(None, ALWAYS | {"most_a_week": 1, "hours_between": 0})], by=cast.vera)
    call(deal.client, cast, 1)
    html = gauge(cast, deal.client)
    assert html.count('class="block"') == 4
    assert words(html).count("In 7 days he has had 1 touch from us, at most 1.") == 1
    assert "possible" in words(html)


def test_who_opted_out_of_calls_may_get_a_letter(cast: Cast, deal: Deal) -> None:
    person = cast.contact(deal.client)
    ContactRule.decide([(None, ALWAYS)], by=cast.vera)
    object_to(Subject(deal.client, person), by=cast.anna, channels=["call"], why="asked")
    assert "The client asked not to be reached this way" not in gauge(cast, deal.client)
    said = words(gauge(cast, deal.client, contact=person.pk))
    assert "Call forbidden E-mail allowed" in said
    assert "Call: The client asked not to be reached this way: Call." in said


def test_the_people_to_choose_from_come_when_they_are_asked_for(cast: Cast, deal: Deal) -> None:
    person = cast.contact(deal.client)
    assert person.name not in gauge(cast, deal.client)
    assert f'?contact={person.pk}"' in gauge(cast, deal.client, choose=1)
    page = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/pressure?choose=1"))
    assert f'href="/deals/{deal.pk}/pressure?contact={person.pk}"' in page


def test_what_was_learned_is_told_with_how_sure_it_is(cast: Cast, deal: Deal) -> None:
    for number in range(12):
        call(deal.client, cast, 20 + number, "talked" if number % 4 else "no_answer")
    said = words(gauge(cast, deal.client))
    assert re.search(r"Call answers about 6\d% ± 1\d, by 12 attempts", said)
    assert "Answers best by this channel: Call." in said


def test_what_was_said_by_hand_is_kept_and_shown(cast: Cast, deal: Deal) -> None:
    browser, address = visitor(cast.anna), f"/deals/{deal.pk}/pressure"
    shown = browser.post(address, {"channel": "email", "hours": "10-12, 16"}, headers=HTMX)
    assert "E-mail, 10:00–12:00, 16:00–17:00" in words(text_of(shown))
    assert "said to Anna Kotova" in words(text_of(shown))
    assert ContactPreference.objects.get().hours == [10, 11, 16]
    browser.post(address, {"channel": "", "hours": ""}, headers=HTMX)
    assert not ContactPreference.objects.exists()


def test_without_scripts_it_leads_back_to_the_person(cast: Cast, deal: Deal) -> None:
    person = cast.contact(deal.client)
    said = {"channel": "call", "hours": "", "contact": person.pk}
    response = visitor(cast.anna).post(f"/clients/{deal.client_id}/pressure", said)
    assert response.headers["Location"] == f"/clients/{deal.client_id}/pressure?contact={person.pk}"
    assert ContactPreference.objects.get().contact == person


def test_a_mistake_keeps_what_was_typed(cast: Cast, deal: Deal) -> None:
    said = {"channel": "email", "hours": "in the evening"}
    response = visitor(cast.anna).post(f"/clients/{deal.client_id}/pressure", said, headers=HTMX)
    html = text_of(response)
    assert response.status_code == 422
    assert 'value="in the evening"' in html
    assert "Write hours as 10-12, 16-18: from 0 to 24." in html
    assert not ContactPreference.objects.exists()


def test_a_deal_whose_touches_cost_more_than_it_brings_says_so(cast: Cast) -> None:
    deal = cast.deal(amount=10_000)
    for _number in range(15):
        deal.log_touch(by=cast.anna, channel=Channel.CALL)
    said = words(text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/pressure", headers=HTMX)))
    assert "15 touches have cost about 2,250 ₽, more than the margin that is expected: 2,000 ₽." in said
    assert "more than the margin" not in words(gauge(cast, deal.client))


@pytest.mark.parametrize("kind", ["deals", "clients"])
def test_it_costs_few_queries(cast: Cast, deal: Deal, kind: str, django_assert_max_num_queries) -> None:
    everybody = Segment.define("All", [{"field": "city", "op": "in", "values": ["Самара"]}], by=cast.vera)
    ContactRule.decide([(everybody, {}), (None, {"need_consent": ["call"]})], by=cast.vera)
    for number in range(5):
        person = cast.contact(deal.client, f"Person {number}")
        ContactPoint.add(deal.client, kind="phone", value=f"+791234567{number:02}", by=cast.anna, contact=person)
        deal.log_touch(by=cast.anna, channel=Channel.CALL)
    Touch.log(deal.client, by=cast.sergey, channel=Channel.CALL, override_reason="x")
    ContactPreference.state(deal.client, by=cast.anna, channel="call")
    browser, address = visitor(cast.igor), f"/{kind}/{deal.pk if kind == 'deals' else deal.client_id}/pressure"
    browser.get(address, headers=HTMX)
    with django_assert_max_num_queries(MOST_QUERIES):
        browser.get(address, headers=HTMX)


def test_the_page_stands_alone_too(cast: Cast, deal: Deal) -> None:
    html = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/pressure"))
    assert "<h1" in html
    assert f'href="/deals/{deal.pk}/"' in html


@pytest.mark.parametrize(
    ("who", "seen", "kept"),
    [("anna", 200, 200), ("igor", 200, 409), ("sergey", 200, 409), ("boris", 200, 403), ("olga", 403, 403)],
)
def test_who_may_look_and_who_may_say(cast: Cast, deal: Deal, who: str, seen: int, kept: int) -> None:
    browser, address = visitor(getattr(cast, who)), f"/clients/{deal.client_id}/pressure"
    assert browser.get(address, headers=HTMX).status_code == seen
    assert browser.post(address, {"channel": "email", "hours": ""}, headers=HTMX).status_code == kept
    assert ContactPreference.objects.exists() == (kept == 200)


def test_others_deals_and_people_are_not_there(cast: Cast, deal: Deal) -> None:
    stranger = cast.contact(cast.client("Other", owner=cast.anna))
    assert visitor(cast.olga).get(f"/deals/{deal.pk}/pressure").status_code == 404
    assert visitor(cast.anna).get(f"/deals/{deal.pk}/pressure", {"contact": stranger.pk}).status_code == 404
    assert visitor(cast.anna).get(f"/deals/{deal.pk}/pressure", {"contact": "x"}).status_code == 404
    assert is_sign_in(visitor().get(f"/clients/{deal.client_id}/pressure"))
    assert is_sign_in(visitor().post(f"/deals/{deal.pk}/pressure"))
