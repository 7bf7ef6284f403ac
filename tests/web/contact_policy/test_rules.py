"""/contact-rules/: the editor, its preview and the simulator."""

import re
from datetime import timedelta

import pytest
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.channel import Channel
from vedu.clients.segments.segment import Segment
from vedu.sales.contact_policy.contact_rule import ContactRule
from vedu.sales.contact_policy.rules import USUAL
from vedu.sales.contact_policy.touch_cost import TouchCost
from vedu.sales.contact_policy.written_rules import as_json
from vedu.sales.touches.touch import Touch

ADDRESS, PREVIEW, TRY, COSTS = (f"/contact-rules/{place}" for place in ("", "preview", "simulation", "costs"))
HEADS = ["sergey", "vera", "adam"]
OTHERS = ["anna", "igor", "olga", "boris"]


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define("In Kirov", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)


def typed(number: int = 0, segment: object = "others", **facts: object) -> dict[str, object]:
    """A row as the page sends it; what is not said is as usual."""
    written = {**as_json(USUAL), **facts}
    return {f"rule-{number}-segment": segment} | {f"rule-{number}-{word}": value for word, value in written.items()}


def words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def test_the_usual_rules_stand_there_before_any_is_written(cast: Cast) -> None:
    html = text_of(visitor(cast.sergey).get(ADDRESS))
    assert 'name="rule-0-usual" value="09:00-18:00"' in html
    assert 'name="rule-0-most_a_week" value="5"' in html
    assert "All clients" in html
    assert not ContactRule.objects.exists()


@pytest.mark.parametrize("who", HEADS)
def test_heads_write_rules_by_segment(cast: Cast, kirov: Segment, who: str) -> None:
    said = typed(0, kirov.pk, most_a_week=1, need_consent=["call"]) | typed(1, most_a_day=1)
    response = visitor(getattr(cast, who)).post(ADDRESS, said)
    assert response.headers["Location"] == ADDRESS
    first, last = ContactRule.objects.all()
    assert (first.segment, first.rules.most_a_week, first.rules.need_consent) == (kirov, 1, {"call"})
    assert (last.segment, last.rules.most_a_day) == (None, 1)
    shown = text_of(visitor(cast.vera).get(ADDRESS))
    assert f'<option value="{kirov.pk}" selected>' in shown
    assert 'name="rule-0-need_consent" value="call" checked' in shown


def test_everything_that_is_wrong_is_told_at_once_and_typing_stays(cast: Cast, kirov: Segment) -> None:
    said = (
        typed(0, kirov.pk, usual="from nine", most_a_week="many") | typed(1, kirov.pk) | typed(2, outer="22:00-08:00")
    )
    response = visitor(cast.sergey).post(ADDRESS, said, headers=HTMX)
    html = text_of(response)
    assert response.status_code == 422
    for value in ("from nine", "many", "22:00-08:00"):
        assert f'value="{value}"' in html
    for sentence in (
        "Write hours as 09:00-18:00.",
        "Write a whole number from 0 to 100.",
        "The hours end before they begin: write them as 09:00-18:00.",
        "Two rules speak of one segment: leave one of them.",
    ):
        assert sentence in html
    assert not ContactRule.objects.exists()


def test_a_rule_needs_its_segment(cast: Cast) -> None:
    response = visitor(cast.sergey).post(ADDRESS, typed(0, "") | typed(1))
    assert response.status_code == 422
    assert "Choose a segment." in text_of(response)


def test_rows_are_added_moved_and_taken_away_without_saving(cast: Cast, kirov: Segment) -> None:
    browser = visitor(cast.sergey)
    rows = typed(0, kirov.pk, most_a_week=1) | typed(1, "", most_a_week=2) | typed(2, most_a_week=3)

    def order(do: str) -> list[str]:
        html = text_of(browser.post(ADDRESS, {**rows, "do": do}, headers=HTMX))
        assert "Not saved yet" in html
        return re.findall(r'name="rule-\d+-most_a_week" value="(\d+)"', html)

    assert order("add") == ["1", "2", "3", "3"]
    assert order("up-1") == ["2", "1", "3"]
    assert order("down-0") == ["2", "1", "3"]
    assert order("remove-0") == ["2", "3"]
    assert order("remove-2") == ["1", "2", "3"]
    assert order("nonsense") == ["1", "2", "3"]
    assert not ContactRule.objects.exists()
    page = text_of(browser.post(ADDRESS, {**rows, "do": "add"}))
    assert "<h1>Rules of contact</h1>" in page


def test_the_preview_tells_what_the_typed_rules_would_answer(cast: Cast) -> None:
    browser = visitor(cast.sergey)
    said = words(text_of(browser.post(PREVIEW, typed(), headers=HTMX)))
    assert "in Khabarovsk, 01:30 forbidden Quiet hours at the client" in said
    always = {"outer": "00:00-23:59", "outer_on_days_off": "00:00-23:59"}
    wide = words(text_of(browser.post(PREVIEW, typed(**always), headers=HTMX)))
    assert "in Khabarovsk, 01:30 unwise" in wide


def test_the_preview_knows_channels_limits_and_rows(cast: Cast, kirov: Segment) -> None:
    browser = visitor(cast.sergey)
    said = typed(0, kirov.pk, most_a_week=3) | typed(1) | {"preview_touches": "3"}
    assert "at most 3" not in text_of(browser.post(PREVIEW, said, headers=HTMX))
    strict = words(text_of(browser.post(PREVIEW, said | {"preview_rule": "0"}, headers=HTMX)))
    assert "In 7 days he has had 3 touches from us, at most 3." in strict
    letters = text_of(browser.post(PREVIEW, typed() | {"preview_channel": "email"}, headers=HTMX))
    assert letters.count('class="allow"') == 12


def test_a_rule_that_cannot_be_read_is_not_previewed(cast: Cast) -> None:
    html = text_of(visitor(cast.sergey).post(PREVIEW, typed(usual="?"), headers=HTMX))
    assert "This rule cannot be read yet" in html


@pytest.mark.parametrize("said", [{"preview_rule": "99"}, {"preview_rule": "-1", "preview_channel": "pigeon"}, {}])
def test_whatever_is_asked_of_the_preview_it_answers(cast: Cast, said: dict[str, str]) -> None:
    assert visitor(cast.sergey).post(PREVIEW, typed() | said, headers=HTMX).status_code == 200
    assert visitor(cast.sergey).post(PREVIEW, said).status_code == 200


def test_the_simulator_tries_the_typed_rules_and_writes_nothing(cast: Cast) -> None:
    deal = cast.deal()
    for days in (3, 2, 1):
        at = timezone.now() - timedelta(days=days)
        Touch.log(deal.client, by=cast.anna, channel=Channel.EMAIL, outcome="sent", at=at, deal=deal)
    browser = visitor(cast.sergey)
    loose = words(text_of(browser.post(TRY, typed(), headers=HTMX)))
    assert "Of 3 touches of the last 30 days: forbidden 0, unwise 0." in loose
    assert "None of them would have been forbidden." in loose
    html = text_of(browser.post(TRY, typed(most_a_week=1), headers=HTMX))
    assert "Of 3 touches of the last 30 days: forbidden 2, unwise 0." in words(html)
    assert "too many in 7 days 2" in words(html)
    assert "Anna Kotova forbidden 2, unwise 0 of 3" in words(html)
    assert html.count(f'href="/deals/{deal.pk}/"') == 2
    assert not ContactRule.objects.exists()
    assert "<h1>Rules of contact</h1>" in text_of(browser.post(TRY, typed()))


def test_the_simulator_asks_for_rules_that_can_be_read(cast: Cast) -> None:
    assert visitor(cast.sergey).post(TRY, typed(usual="?")).status_code == 422


def test_costs_are_kept_and_a_mistake_keeps_what_was_typed(cast: Cast) -> None:
    browser = visitor(cast.sergey)
    said = {f"cost_{channel}": "7" for channel in ("call", "email", "messenger", "social", "meeting", "visit")}
    wrong = browser.post(COSTS, {**said, "cost_call": "dear", "margin_percent": "101"})
    assert wrong.status_code == 422
    assert 'value="dear"' in text_of(wrong)
    assert not TouchCost.objects.exists()
    browser.post(COSTS, {**said, "margin_percent": "35"})
    assert (TouchCost.known().costs["meeting"], TouchCost.known().margin_percent) == (7, 35)
    assert 'name="margin_percent" value="35"' in text_of(browser.get(ADDRESS))


@pytest.mark.parametrize("who", OTHERS)
def test_the_others_neither_look_nor_change(cast: Cast, who: str) -> None:
    browser = visitor(getattr(cast, who))
    assert browser.get(ADDRESS).status_code == 403
    for address in (ADDRESS, PREVIEW, TRY, COSTS):
        assert browser.post(address, typed()).status_code == 403
    assert not ContactRule.objects.exists()


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get(ADDRESS))
    for address in (ADDRESS, PREVIEW, TRY, COSTS):
        assert is_sign_in(visitor().post(address))


def test_the_page_costs_few_queries_and_is_linked(cast: Cast, kirov: Segment, django_assert_max_num_queries) -> None:
    ContactRule.decide([(kirov, {}), (None, {})], by=cast.vera)
    browser = visitor(cast.sergey)
    assert f'href="{ADDRESS}"' in text_of(browser.get("/rules/"))
    with django_assert_max_num_queries(12):
        browser.get(ADDRESS)
