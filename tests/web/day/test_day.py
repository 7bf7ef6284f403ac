"""GET /day/: what to do now, then the rest from the end of the funnel to its start (DAY-1)."""

from datetime import timedelta

import pytest
from django.urls import reverse
from pytest_django import DjangoAssertNumQueries

from tests.cast import Cast
from tests.web.day.morning import DAY, HOUR, NOW, entry, morning, page_of, row_of, shown
from tests.web.visitor import is_sign_in, visitor
from vedu.clients.contact_point import ContactPoint
from vedu.clients.handover import Handover
from vedu.insight.day_plan import plan as planning
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.channel import TaskKind


@pytest.fixture(autouse=True)
def tuesday():
    with morning():
        yield


def test_the_root_leads_to_the_day(cast: Cast) -> None:
    assert visitor(cast.anna).get("/").headers["Location"] == "/day/"


@pytest.mark.parametrize("address", ["/day/", "/day/tomorrow/", "/day/done/", "/tasks/1/touch"])
def test_a_stranger_signs_in_first(db: None, address: str) -> None:
    assert is_sign_in(visitor().get(address))


def test_the_heading_is_the_day(cast: Cast) -> None:
    assert "<h1>Tuesday, 24\u00a0November</h1>" in page_of(cast.anna)
    assert "<h1>Wednesday, 25\u00a0November</h1>" in page_of(cast.anna, "/day/tomorrow/")


def test_an_entry_says_when_whom_why_and_how_much(cast: Cast) -> None:
    row = shown(cast.anna, entry(cast, NOW + 2 * HOUR, minutes=25))
    for words in ("12:20", "25 min", "Northern Bakery: Remind of the invoice", "480,000\u00a0₽", "No conversation yet"):
        assert words in row


def test_an_entry_without_an_hour_is_for_today(cast: Cast) -> None:
    assert "<b>today</b>" in shown(cast.anna, entry(cast))


def test_an_entry_leads_to_the_card_of_its_deal(cast: Cast) -> None:
    task = entry(cast)
    assert f'href="/deals/{task.deal_id}/"' in shown(cast.anna, task)


def test_groups_run_from_the_end_of_the_funnel_to_its_start(cast: Cast) -> None:
    for position in (0, 6, 3):
        entry(cast, NOW + HOUR, position=position)
        entry(cast, NOW + HOUR, position=position)
    page = page_of(cast.anna)
    places = [page.index(f"<h2>{cast.stage(position).name}") for position in (6, 3, 0)]
    assert places == sorted(places)


def test_overdue_is_red_with_the_reason_and_keeps_its_place(cast: Cast) -> None:
    late, first = entry(cast, NOW - 3 * DAY), entry(cast, position=6)
    page = page_of(cast.anna)
    assert "v-entry overdue" in row_of(page, late)
    assert "Due 3\u00a0days ago" in row_of(page, late)
    assert "Sat\u00a021" in row_of(page, late)
    assert page.index(f"entry-{first.pk}") < page.index(f"entry-{late.pk}")


def test_only_what_to_do_now_has_the_filled_button(cast: Cast) -> None:
    waits, now = entry(cast, NOW + HOUR, position=6), entry(cast)
    page = page_of(cast.anna)
    assert page.count("v-btn sm main") == 1
    assert "v-entry now" in row_of(page, now)
    assert 'data-key="s"' in row_of(page, now)
    assert "v-entry now" not in row_of(page, waits)


def test_an_hour_that_has_come_goes_ahead_of_the_queue(cast: Cast) -> None:
    entry(cast, position=6)
    called = entry(cast, NOW + timedelta(minutes=5))
    page = page_of(cast.anna)
    assert "v-entry now" in row_of(page, called)
    assert "ahead of the queue: set for 10:25" in page


def test_a_call_dials_the_phone_of_the_person(cast: Cast) -> None:
    deal = cast.deal()
    contact = cast.contact(deal.client)
    ContactPoint.add(deal.client, kind="phone", value="+7 912 640-18-22", by=cast.anna, contact=contact)
    task = deal.tasks.get()
    task.contact = contact
    task.save()
    task.move_due(NOW + HOUR, by=cast.anna)
    row = shown(cast.anna, task)
    assert 'href="tel:+79126401822"' in row
    assert "+7 912 640-18-22, Olga Ryabinina" in row


def test_a_document_is_opened(cast: Cast) -> None:
    row = shown(cast.anna, entry(cast, kind=TaskKind.DOCUMENT))
    assert "tel:" not in row
    assert ">Open</a>" in row


def test_a_call_to_nobody_s_phone_opens_the_card(cast: Cast) -> None:
    assert ">Open</a>" in shown(cast.anna, entry(cast))


def test_what_is_typed_cannot_bring_markup(cast: Cast) -> None:
    entry(cast, title="<script>alert(1)</script>")
    assert "<script>alert" not in page_of(cast.anna)


def test_done_entries_stay_as_progress(cast: Cast) -> None:
    entry(cast).complete(by=cast.anna, result="They wait for a letter")
    page = page_of(cast.anna)
    assert "See what is done" in page
    assert "Done 1" in page
    assert "All is done for today" in page
    assert "They wait for a letter" in page_of(cast.anna, "/day/done/")


def test_tomorrow_has_its_own_plan(cast: Cast) -> None:
    today, tomorrow = entry(cast), entry(cast, NOW + DAY)
    page = page_of(cast.anna, "/day/tomorrow/")
    assert f"entry-{tomorrow.pk}" in page
    assert f"entry-{today.pk}" not in page
    assert "v-entry now" not in page


def test_what_does_not_fit_is_counted_with_a_way_to_it(cast: Cast, monkeypatch) -> None:
    monkeypatch.setattr(planning, "MOST_ENTRIES", 2)
    for _number in range(5):
        entry(cast)
    page = page_of(cast.anna)
    assert "3 more entries do not fit into one day" in page
    assert "chip=overdue" in page


def test_deals_without_a_step_are_seen(cast: Cast) -> None:
    deal = cast.deal()
    deal.tasks.get().complete(by=cast.anna)
    page = page_of(cast.anna)
    assert "Without a next step" in page
    assert f'href="/deals/{deal.pk}/"' in page
    assert "chip=none" in page


def test_a_handover_waits_for_the_owner_s_word(cast: Cast) -> None:
    client = cast.client(owner=cast.anna)
    handover = Handover.request(client, by=cast.igor, why="I know their buyer")
    assert "I know their buyer" not in page_of(cast.igor)
    page = page_of(cast.anna)
    assert "I know their buyer" in page
    assert reverse("handovers:acceptance", args=[handover.pk]) in page
    assert reverse("handovers:refusal", args=[handover.pk]) in page


def test_an_empty_day_says_what_to_do_next(cast: Cast) -> None:
    page = page_of(cast.anna)
    assert "Nothing is planned for today" in page
    assert "scope=free" in page
    assert "Plan steps for deals" not in page
    assert "Nothing is planned for tomorrow" in page_of(cast.anna, "/day/tomorrow/")
    assert "Nothing is done yet today" in page_of(cast.anna, "/day/done/")


def test_an_empty_day_leads_to_deals_without_a_step(cast: Cast) -> None:
    cast.deal().tasks.all().delete()
    Deal.objects.update(next_step=None, next_step_at=None, step_late_at=None)
    assert "Plan steps for deals without one" in page_of(cast.anna)


def test_an_empty_day_leads_each_to_his_own_work(cast: Cast) -> None:
    assert "Take a free client" in page_of(cast.anna)
    assert 'href="/head/"' in page_of(cast.sergey)
    assert "Look through the deals" in page_of(cast.boris)


def full_day(cast: Cast) -> None:
    """Something in every part of the page."""
    for position in (0, 0, 3, 6):
        entry(cast, position=position)
    entry(cast).complete(by=cast.anna)
    lost = cast.deal()
    lost.lose(by=cast.anna, reason=cast.reason(), return_on=NOW.date() + 14 * DAY)
    lost.tasks.open().get().move_due(NOW - DAY, by=cast.anna)
    ContactPoint.add(lost.client, kind="phone", value="+79126401822", by=cast.anna)
    Handover.request(lost.client, by=cast.igor, why="I know their buyer")


def test_a_full_day_asks_the_database_a_few_times(
    cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries
) -> None:
    full_day(cast)
    browser = visitor(cast.anna)
    browser.get("/day/")
    with django_assert_max_num_queries(12):
        page = browser.get("/day/").content.decode()
    for words in ("v-entry now", "tel:+7", "I know their buyer", "Without a next step", "Refused then"):
        assert words in page


def test_the_full_day_of_a_head_too(cast: Cast, django_assert_max_num_queries: DjangoAssertNumQueries) -> None:
    cast.anna.role = "head"
    cast.anna.save()
    full_day(cast)
    browser = visitor(cast.anna)
    browser.get("/day/")
    with django_assert_max_num_queries(13):
        browser.get("/day/")
