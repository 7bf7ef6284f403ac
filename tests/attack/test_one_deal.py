"""Sixteen people at one deal at one moment: whoever comes late is told so, and nothing is torn or lost."""

from collections import Counter
from collections.abc import Callable
from functools import partial

import pytest

from tests.api.caller import Answer, Caller
from tests.api.test_race import at_once
from tests.cast import Cast, person
from tests.sales.deals.test_totals import counted, kept
from vedu.foundation.people.roles import Role
from vedu.sales.deals.closing import Closing
from vedu.sales.deals.deal import Deal
from vedu.sales.touches.touch import Touch

pytestmark = pytest.mark.slow
ROUNDS, EACH = 6, 4
WORDS = {"override_reason": "They asked us to go on"}


def heads(cast: Cast) -> list[Caller]:
    """Each may move, close and reopen what the team leads."""
    return [Caller(person(f"head{number}", f"Head {number}", Role.HEAD, cast.north)) for number in range(4 * EACH)]


def all_at(cast: Cast, deal: Deal, people: list[Caller], number: int) -> list[Answer]:
    path, stages = f"/deals/{deal.pk}", [cast.stage(place).pk for place in range(EACH)]
    calls: list[Callable[[], Answer]] = []
    for place in range(EACH):
        mover, caller, closer, opener = people[4 * place : 4 * place + 4]
        touch = {"deal": deal.pk, "channel": "call", "text": f"Said {number}-{place}"} | WORDS
        calls += [
            partial(mover.post, f"{path}/moves", {"stage": stages[place]} | WORDS),
            partial(caller.post, "/touches", touch),
            partial(closer.post, f"{path}/closings", {"result": "won"} | WORDS),
            partial(opener.post, f"{path}/reopenings", {"why": "They came back"}),
        ]
    return at_once(*calls)


def test_sixteen_people_leave_one_history(live_cast: Cast) -> None:
    deal, people = live_cast.deal(), heads(live_cast)
    answers = [answer for number in range(ROUNDS) for answer in all_at(live_cast, deal, people, number)]

    statuses = Counter(answer.status for answer in answers)
    assert set(statuses) <= {201, 409, 422}, [answer.body for answer in answers if answer.status >= 500]
    assert Closing.objects.filter(deal=deal).exists()
    assert one_chain(deal)
    assert closings_and_reopenings_take_turns(deal)
    assert kept() == counted()
    said = [answer for answer in answers if answer.status == 201 and "two_way" in answer.body]
    assert len(said) == ROUNDS * EACH
    assert Touch.objects.filter(deal=deal).count() == ROUNDS * EACH
    assert len(answers) == ROUNDS * 4 * EACH


def one_chain(deal: Deal) -> bool:
    """Each move begins where the one before ended, and the deal stands where the last one ended."""
    moves = list(deal.moves.order_by("at", "pk"))
    deal.refresh_from_db()
    starts, ends = [move.from_stage_id for move in moves[1:]], [move.to_stage_id for move in moves[:-1]]
    return starts == ends and moves[-1].to_stage_id == deal.stage_id


def closings_and_reopenings_take_turns(deal: Deal) -> bool:
    closings = list(Closing.objects.filter(deal=deal).select_related("reopening").order_by("at", "pk"))
    still_closed = [closing for closing in closings if not hasattr(closing, "reopening")]
    deal.refresh_from_db()
    return still_closed == ([] if deal.is_open else closings[-1:])
