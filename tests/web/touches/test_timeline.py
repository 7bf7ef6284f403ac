"""One timeline out of the event log, page after page."""

import re
from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from tests.cast import Cast
from tests.web.visitor import HTMX, is_sign_in, text_of, visitor
from vedu.foundation.people.user import User
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.note import write_note
from vedu.web.touches import timeline
from vedu.web.touches.log_page import SIZE, Asked


def heads(found: timeline.Timeline) -> list[str]:
    return [line.who + line.what for day in found.days for line in day.lines]


def long_story(cast: Cast) -> Deal:
    """Notes 0 … 59, three a day, the last one now."""
    deal = cast.deal()
    now = timezone.now()
    for number in range(60):
        at = now - timedelta(hours=8 * (59 - number))
        write_note(deal.client, text=f"Note {number}", by=cast.anna, deal=deal, at=at)
    return deal


def test_newest_first_by_days_with_the_hour(cast: Cast) -> None:
    deal = cast.deal()
    yesterday = timezone.now() - timedelta(days=1)
    write_note(deal.client, text="Older", by=cast.anna, deal=deal, at=yesterday)
    found = timeline.of_deal(deal, cast.anna)
    assert [day.heading.split(",")[0] for day in found.days] == ["Today", "Yesterday"]
    assert found.days[1].lines[0].hour == timezone.localtime(yesterday).strftime("%H:%M")


def test_the_reader_is_you_and_others_have_names(cast: Cast) -> None:
    deal = cast.deal()
    write_note(deal.client, text="Mine", by=cast.anna, deal=deal)
    write_note(deal.client, text="Head's", by=cast.sergey, deal=deal)
    assert heads(timeline.of_deal(deal, cast.anna))[:2] == ["Sergey Lapin · note", "You · note"]
    assert heads(timeline.of_deal(deal, cast.igor))[:2] == ["Sergey Lapin · note", "Anna Kotova · note"]


def test_pages_follow_each_other_without_gaps_or_repeats(cast: Cast) -> None:
    deal, seen, before = long_story(cast), [], ""
    while True:
        page = timeline.of_deal(deal, cast.anna, asked=Asked(before))
        seen += [line.body for day in page.days for line in day.lines if line.body.startswith("Note")]
        if not page.older:
            break
        before = page.older
    assert seen == [f"Note {number}" for number in reversed(range(60))]


def test_a_day_goes_on_under_its_own_heading(cast: Cast) -> None:
    deal = long_story(cast)
    first = timeline.of_deal(deal, cast.anna)
    second = timeline.of_deal(deal, cast.anna, asked=Asked(first.older))
    shown = [day.heading for page in (first, second) for day in page.days if day.heading]
    assert len(shown) == len(set(shown))


def test_a_broken_cursor_is_the_first_page(cast: Cast) -> None:
    deal = cast.deal()
    for broken in ("x", "_5", "2026-01-01_x", "2026-01-01T00:00:00_5"):
        assert heads(timeline.of_deal(deal, cast.anna, asked=Asked(broken))) == heads(timeline.of_deal(deal, cast.anna))


def test_touches_alone(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call", text="Good talk")
    only = timeline.of_deal(deal, cast.anna, asked=timeline.asked({"only": "touches"}))
    assert heads(only) == ["You · call"]
    assert timeline.asked({"only": "weather"}).only == ""


def test_a_clients_timeline_names_its_deals(cast: Cast) -> None:
    deal = cast.deal()
    found = timeline.of_client(deal.client, cast.anna)
    about = {line.about for day in found.days for line in day.lines}
    assert about == {"Cake boxes", ""}, "what is told of the client itself has no deal"
    assert f'href="/deals/{deal.pk}/">Cake boxes</a>' in found.days[0].lines[0].html


def test_a_touch_that_was_undone_is_not_told(cast: Cast) -> None:
    deal = cast.deal()
    deal.log_touch(by=cast.anna, channel="call").delete()
    assert "You · call" not in heads(timeline.of_deal(deal, cast.anna))


def test_few_queries_whatever_the_length(cast: Cast) -> None:
    deal = long_story(cast)
    for _ in range(5):
        deal.log_touch(by=cast.anna, channel="call")
    timeline.of_client(deal.client, cast.sergey)
    with CaptureQueriesContext(connection) as queries:
        timeline.of_client(deal.client, cast.sergey)
    assert len(queries) <= 4


# the pages


def page(user: User | None, deal: Deal, **fields: str) -> str:
    return text_of(visitor(user).get(f"/deals/{deal.pk}/timeline", fields, headers=HTMX))


def test_the_foot_of_the_timeline_brings_the_next_days(cast: Cast) -> None:
    deal = long_story(cast)
    first = page(cast.anna, deal)
    assert 'id="timeline"' in first
    assert first.count("<article") == SIZE
    before = re.search(r'href="\?before=([^&"]+)', first)
    assert before is not None
    older = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/timeline?before={before[1]}", headers=HTMX))
    assert 'id="timeline"' not in older
    assert older.count("<article") == SIZE


def test_the_card_shows_older_pages_without_scripts(cast: Cast) -> None:
    deal = long_story(cast)
    before = timeline.of_deal(deal, cast.anna).older
    shown = text_of(visitor(cast.anna).get(f"/deals/{deal.pk}/", {"before": before}))
    assert "Note 20" in shown
    assert "Note 59" not in shown


def test_words_are_escaped(cast: Cast) -> None:
    deal = cast.deal()
    write_note(deal.client, text="<script>", by=cast.anna, deal=deal)
    assert "<script>" not in page(cast.anna, deal)


def test_an_empty_timeline_says_what_to_do(cast: Cast) -> None:
    assert "Nothing has happened yet" in page(cast.anna, cast.deal(), only="touches")


@pytest.mark.parametrize("kind", ["deals", "clients"])
def test_who_may_read(cast: Cast, kind: str) -> None:
    deal = cast.deal()
    url = f"/{kind}/{deal.pk if kind == 'deals' else deal.client_id}/timeline"
    for reader in (cast.anna, cast.igor, cast.sergey, cast.boris):
        assert visitor(reader).get(url, headers=HTMX).status_code == 200
    assert visitor(cast.olga).get(url, headers=HTMX).status_code == 404
    assert is_sign_in(visitor().get(url))
