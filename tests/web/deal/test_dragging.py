"""What the card says of a deal that stands longer than is usual."""

from datetime import timedelta
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone, translation

from tests.cast import Cast
from tests.web.visitor import HTMX, text_of, visitor
from vedu.foundation.people.user import User
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.sales.deals.deal import Deal
from vedu.web.deal.dragging import Dragging, dragging_of
from vedu.web.shell.clock import Clock
from vedu.web.touches.behind import touches_of

HELPED = {"act": "meeting", "went_on": [34, 52], "stayed": [9, 61]}
HOPELESS = {"won": 310, "closed": 1000, "outstayed": [[9.0, 30, 200], [20.0, 2, 64]]}


def learned(cast: Cast, days: float | None = 9.0, **facts: Any) -> None:
    shape = {"won_days": [3.0, 4.0, 5.0, 8.6, 25.0, 30.0], "spells": 60, "events": 40, **facts}
    StageNorm.objects.create(stage=cast.stage(0), days=days, since=timezone.now(), **shape)


@pytest.fixture
def deal(cast: Cast) -> Deal:
    """In its first stage for 23 days, without a word of the client."""
    deal = cast.deal()
    since = timezone.now() - timedelta(days=23, hours=2)
    Deal.objects.filter(pk=deal.pk).update(stage_since=since, opened_at=since)
    return Deal.objects.select_related("stage").get(pk=deal.pk)


def said(deal: Deal) -> Dragging:
    found = dragging_of(deal, touches_of(deal).values(), Clock.here())
    assert found is not None
    return found


def page(deal: Deal, user: User) -> str:
    return text_of(visitor(user).get(f"/deals/{deal.pk}/"))


def test_the_line_compares_with_won_deals(cast: Cast, deal: Deal) -> None:
    learned(cast)
    assert said(deal).line == "Longer than 80% of the won deals at this stage: 23\u00a0days, usually up to 9"


def test_in_russian_it_is_said_as_a_seller_would(cast: Cast, deal: Deal) -> None:
    learned(cast, helped=HELPED)
    with translation.override("ru"):
        found = said(deal)
    assert found.line == "Дольше, чем 80\u00a0% выигранных сделок на этом этапе: 23\u00a0дня, обычно до\u00a09"
    plain = found.helped.replace("\u00a0", " ")
    assert plain == "Здесь чаще помогала встреча: у 34 из 52 сделок, которые всё же пошли дальше, и у 9 из 61 остальных"


def test_with_few_won_deals_it_compares_with_what_is_usual(cast: Cast, deal: Deal) -> None:
    learned(cast, won_days=[])
    assert said(deal).line == "Longer than is usual at this stage: 23\u00a0days, usually up to 9"


def test_what_helped_comes_with_its_counts(cast: Cast, deal: Deal) -> None:
    learned(cast, helped=HELPED)
    assert said(deal).helped == (
        "A meeting helped here more often: 34 of 52 deals that went on after all had it, 9 of 61 of the others"
    )


@pytest.mark.parametrize(
    ("act", "words"),
    [
        ("call", "A call helped"),
        ("email", "A letter helped"),
        ("visit", "A visit to the client helped"),
        ("presentation_made", "A presentation helped"),
        ("documents_issued", "Contract and invoice helped"),
        ("messenger", "This helped here more often: Messenger"),
        ("event", "This helped here more often: Business event"),
    ],
)
def test_every_act_has_its_words(cast: Cast, deal: Deal, act: str, words: str) -> None:
    learned(cast, helped={**HELPED, "act": act})
    assert said(deal).helped.startswith(words)


def test_when_the_odds_are_gone_it_says_so_with_the_interval(cast: Cast, deal: Deal) -> None:
    learned(cast, **HOPELESS)
    assert said(deal).stop == ("Of the deals that stood here as long 2 of 64 were won: 3\u00a0% (1–11), usually 31%")


def test_with_too_little_to_say_it_says_only_the_line(cast: Cast, deal: Deal) -> None:
    learned(cast)
    assert (said(deal).helped, said(deal).stop) == ("", "")


@pytest.mark.parametrize("days", [23.0, 40.0])
def test_a_deal_within_the_norm_is_not_spoken_of(cast: Cast, deal: Deal, days: float) -> None:
    learned(cast, days)
    assert dragging_of(deal, [], Clock.here()) is None


def test_a_norm_that_was_only_given_stands_in_the_path_already(cast: Cast, deal: Deal) -> None:
    assert dragging_of(deal, [], Clock.here()) is None
    learned(cast, None)
    assert dragging_of(deal, [], Clock.here()) is None


def test_a_client_who_answers_makes_it_silent(cast: Cast, deal: Deal) -> None:
    learned(cast)
    assert 'id="deal-dragging"' in page(deal, cast.anna)
    deal.log_touch(by=cast.anna, channel="call", outcome="no_answer")
    assert 'id="deal-dragging"' in page(deal, cast.anna), "nobody answered"
    deal.log_touch(by=cast.anna, channel="call", at=timezone.now() - timedelta(days=10))
    assert 'id="deal-dragging"' in page(deal, cast.anna), "long ago"
    deal.log_touch(by=cast.anna, channel="call")
    assert 'id="deal-dragging"' not in page(deal, cast.anna)


def test_a_touch_written_on_the_card_swaps_the_line_away(cast: Cast, deal: Deal) -> None:
    learned(cast)
    told = {"as": "call", "outcome": "talked", "text": "They agree"}
    answer = text_of(visitor(cast.anna).post(f"/deals/{deal.pk}/touches", told, headers=HTMX))
    assert 'id="deal-path"' in answer
    assert 'id="deal-dragging"' not in answer


def test_a_closed_deal_does_not_drag(cast: Cast, deal: Deal) -> None:
    learned(cast, **HOPELESS)
    deal.lose(by=cast.anna, reason=cast.reason())
    assert 'id="deal-dragging"' not in page(deal, cast.anna)


@pytest.mark.parametrize(("who", "may"), [("anna", True), ("sergey", True), ("igor", False), ("boris", False)])
def test_those_who_may_stop_are_offered_to(cast: Cast, deal: Deal, who: str, *, may: bool) -> None:
    learned(cast, **HOPELESS)
    shown = page(deal, getattr(cast, who)).partition('id="deal-dragging"')[2].partition('class="v-deal"')[0]
    assert "Time to stop working this deal" in shown
    assert ("closings?result=lost" in shown) is may


def test_stopping_takes_the_place_of_what_helped(cast: Cast, deal: Deal) -> None:
    learned(cast, helped=HELPED, **HOPELESS)
    shown = page(deal, cast.anna)
    assert "Time to stop" in shown
    assert "A meeting helped" not in shown


def test_the_card_asks_one_question_more(cast: Cast, deal: Deal) -> None:
    learned(cast, helped=HELPED, **HOPELESS)
    guest = visitor(cast.anna)
    guest.get(f"/deals/{deal.pk}/")
    with CaptureQueriesContext(connection) as queries:
        guest.get(f"/deals/{deal.pk}/")
    assert sum("insight_stagenorm" in query["sql"] for query in queries) == 1
    assert len(queries) <= 12
