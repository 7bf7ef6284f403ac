"""/time-budgets/: the editor and what it would put off today."""

import re

import pytest

from tests.cast import Cast
from tests.web.day.morning import entry, morning
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.clients.segments.segment import Segment
from vedu.sales.time_budgets.time_budget import TimeBudget, kept_budgets

ADDRESS, PREVIEW = "/time-budgets/", "/time-budgets/preview"


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


@pytest.fixture
def kirov(cast: Cast) -> Segment:
    return Segment.define("Cold", [{"field": "city", "op": "in", "values": ["Kirov"]}], by=cast.vera)


def typed(number: int, segment: object, minutes: object = 60) -> dict[str, object]:
    return {f"budget-{number}-segment": segment, f"budget-{number}-minutes": minutes}


def words(html: str) -> str:
    return " ".join(re.sub("<[^>]+>", " ", html).split())


def cold_day(cast: Cast) -> None:
    for minutes in (30, 30, 30):
        entry(cast, minutes=minutes).client.describe(by=cast.anna, city="Kirov")


def test_an_empty_page_teaches(cast: Cast, kirov: Segment) -> None:
    html = text_of(visitor(cast.sergey).get(ADDRESS))
    assert "No budget yet" in html
    assert "A budget for a segment" in html


def test_without_segments_it_leads_to_them(cast: Cast) -> None:
    assert "Name a segment to give it a budget" in text_of(visitor(cast.sergey).get(ADDRESS))


@pytest.mark.parametrize("who", ["sergey", "vera", "adam"])
def test_heads_decide(cast: Cast, kirov: Segment, who: str) -> None:
    response = visitor(getattr(cast, who)).post(ADDRESS, typed(0, kirov.pk, 45))
    assert response.headers["Location"] == ADDRESS
    assert [(one.segment, one.minutes) for one in kept_budgets()] == [(kirov, 45)]
    html = text_of(visitor(cast.vera).get(ADDRESS))
    assert f'<option value="{kirov.pk}" selected>' in html
    assert 'value="45"' in html


def test_everything_wrong_is_told_and_typing_stays(cast: Cast, kirov: Segment) -> None:
    said = typed(0, kirov.pk, "an hour") | typed(1, kirov.pk) | typed(2, "", 601)
    response = visitor(cast.sergey).post(ADDRESS, said, headers=HTMX)
    html = text_of(response)
    assert response.status_code == 422
    for part in ('value="an hour"', 'value="601"', "Choose a segment.", "Two budgets speak of one segment"):
        assert part in html
    assert html.count("Write a whole number from 0 to 600.") == 2
    assert not TimeBudget.objects.exists()


def test_rows_are_put_in_order_without_saving(cast: Cast, kirov: Segment) -> None:
    browser = visitor(cast.sergey)
    rows = typed(0, kirov.pk, 10) | typed(1, "", 20)

    def order(do: str) -> list[str]:
        html = text_of(browser.post(ADDRESS, {**rows, "do": do}, headers=HTMX))
        assert "Not saved yet" in html
        return re.findall(r'name="budget-\d+-minutes" value="(\d+)"', html)

    assert order("add") == ["10", "20", "60"]
    assert order("up-1") == ["20", "10"]
    assert order("down-0") == ["20", "10"]
    assert order("remove-0") == ["20"]
    assert order("nonsense") == ["10", "20"]
    assert "<h1>Time budgets</h1>" in text_of(browser.post(ADDRESS, {**rows, "do": "add"}))
    assert not TimeBudget.objects.exists()


def test_the_preview_tells_what_today_s_plans_would_put_off(cast: Cast, kirov: Segment) -> None:
    cold_day(cast)
    browser = visitor(cast.sergey)
    said = words(text_of(browser.post(PREVIEW, typed(0, kirov.pk, 60), headers=HTMX)))
    assert "Anna Kotova −30 min Cold 60 of 60 min done 0, planned 60, beyond the budget 1 entry of 30 min" in said
    wide = words(text_of(browser.post(PREVIEW, typed(0, kirov.pk, 90), headers=HTMX)))
    assert "−" not in wide
    assert "concern nothing" in text_of(browser.post(PREVIEW, typed(0, "", 90)))
    assert not TimeBudget.objects.exists()


def test_a_head_sees_the_plans_of_his_own_people(cast: Cast, kirov: Segment) -> None:
    entry(cast, owner=cast.olga, minutes=90).client.describe(by=cast.olga, city="Kirov")
    said = typed(0, kirov.pk, 60)
    assert "Olga Orlova" not in text_of(visitor(cast.sergey).post(PREVIEW, said, headers=HTMX))
    assert "Olga Orlova" in text_of(visitor(cast.vera).post(PREVIEW, said, headers=HTMX))


def test_the_day_shows_its_bars_and_what_comes_last(cast: Cast, kirov: Segment) -> None:
    cold_day(cast)
    TimeBudget.decide([(kirov, 60)], by=cast.sergey)
    html = text_of(visitor(cast.anna).get("/day/fit", headers=HTMX))
    assert 'id="day-budgets" hx-swap-oob="true"' in html
    assert "The time budget of the segment “Cold” for the day is used up: 60 min." in html
    assert 'href="/time-budgets/"' not in html
    page = text_of(visitor(cast.sergey).get(f"/day/fit?person={cast.anna.pk}", headers=HTMX))
    assert 'href="/time-budgets/"' in page


@pytest.mark.parametrize("who", ["anna", "igor", "olga", "boris"])
def test_the_others_neither_look_nor_change(cast: Cast, kirov: Segment, who: str) -> None:
    browser = visitor(getattr(cast, who))
    assert browser.get(ADDRESS).status_code == 403
    for address in (ADDRESS, PREVIEW):
        assert browser.post(address, typed(0, kirov.pk)).status_code == 403
    assert not TimeBudget.objects.exists()


def test_a_stranger_signs_in_first(db: None) -> None:
    assert is_sign_in(visitor().get(ADDRESS))
    for address in (ADDRESS, PREVIEW):
        assert is_sign_in(visitor().post(address))


def test_the_page_costs_few_queries_and_is_linked(cast: Cast, kirov: Segment, django_assert_max_num_queries) -> None:
    cold_day(cast)
    TimeBudget.decide([(kirov, 60)], by=cast.vera)
    browser = visitor(cast.sergey)
    assert f'href="{ADDRESS}"' in text_of(browser.get("/rules/"))
    with django_assert_max_num_queries(12):
        assert "Anna Kotova" in text_of(browser.get(ADDRESS))
