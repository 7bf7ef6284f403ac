"""Several people and several repeats at one moment, over whole requests with a connection each."""

from collections import Counter
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Barrier

import pytest
from django.db import connection

from tests.api.caller import Answer, Caller
from tests.cast import Cast
from tests.sales.deals.test_totals import counted, kept
from vedu.clients.client import Client
from vedu.clients.ownership import Ownership
from vedu.sales.deals.deal import Deal
from vedu.sales.deals.pipeline import Stage

pytestmark = pytest.mark.slow
ROUNDS = 10


def at_once(*calls: Callable[[], Answer]) -> list[Answer]:
    """Runs the calls in threads that start together."""
    barrier = Barrier(len(calls))

    def run(call: Callable[[], Answer]) -> Answer:
        barrier.wait()
        try:
            return call()
        finally:
            connection.close()

    with ThreadPoolExecutor(len(calls)) as pool:
        return list(pool.map(run, calls))


def test_of_two_claims_one_wins_and_the_other_is_told_who(live_cast: Cast) -> None:
    anna, olga = Caller(live_cast.anna), Caller(live_cast.olga)
    for _ in range(ROUNDS):
        path = f"/companies/{live_cast.client().pk}/ownership"
        answers = at_once(partial(anna.post, path), partial(olga.post, path))
        winner, loser = sorted(answers, key=lambda answer: answer.status)
        assert (winner.status, loser.status, loser.codes) == (201, 409, ["client-led"])
        assert winner.body["owner_name"] in loser.body["detail"]
        assert loser.body["reasons"][0]["owner"] == winner.body["owner"]
    assert Ownership.objects.count() == ROUNDS


def test_of_simultaneous_repeats_one_is_done_and_all_get_its_answer(live_cast: Cast) -> None:
    for number in range(ROUNDS):
        add = partial(Caller(live_cast.anna).post, "/companies", {"name": f"Bakery {number}"}, key=f"key-{number}")
        answers = at_once(add, add, add)
        assert Counter(answer.status for answer in answers) == {201: 3}
        assert len({answer.body["id"] for answer in answers}) == 1
        assert sum("Idempotency-Replayed" in answer.headers for answer in answers) == 2
    assert Client.objects.count() == ROUNDS


def test_two_heads_move_a_deal_from_one_stage_once(live_cast: Cast) -> None:
    deal = live_cast.deal()
    path, body = f"/deals/{deal.pk}/moves", {"stage": live_cast.stage(1).pk}
    anna, sergey = Caller(live_cast.anna), Caller(live_cast.sergey)
    answers = at_once(partial(anna.post, path, body), partial(sergey.post, path, body))
    assert sorted(answer.status for answer in answers) == [201, 409]
    assert deal.moves.count() == 2


def test_of_two_reopenings_one_is_done(live_cast: Cast) -> None:
    for number in range(ROUNDS):
        deal = live_cast.deal(client=live_cast.client(f"N {number}", owner=live_cast.anna))
        deal.lose(by=live_cast.anna, reason=live_cast.reason())
        again = [
            partial(Caller(who).post, f"/deals/{deal.pk}/reopenings") for who in (live_cast.anna, live_cast.sergey)
        ]
        assert sorted(answer.status for answer in at_once(*again)) == [201, 409]
    assert kept() == counted()


def test_no_deal_is_left_in_a_stage_that_is_being_deleted(live_cast: Cast) -> None:
    vera, anna, igor = Caller(live_cast.vera), Caller(live_cast.anna), Caller(live_cast.igor)
    into = live_cast.stage(0)
    for number in range(ROUNDS):
        stage = vera.post(f"/pipelines/{live_cast.pipeline.pk}/stages", {"name": f"Pilot {number}", "position": 1}).body
        mover, stander = live_cast.deal(), live_cast.deal(owner=live_cast.igor, client=live_cast.client(f"N {number}"))
        stander.move_to(Stage.objects.get(pk=stage["id"]), by=live_cast.igor)
        answers = at_once(
            partial(vera.delete, f"/stages/{stage['id']}", into=into.pk),
            partial(anna.post, f"/deals/{mover.pk}/moves", {"stage": stage["id"]}),
            partial(igor.post, f"/deals/{stander.pk}/moves", {"stage": live_cast.stage(2).pk}),
        )
        assert answers[0].status == 204
        assert {answer.status for answer in answers[1:]} <= {201, 409, 422}
        assert not Deal.objects.filter(stage=stage["id"]).exists()
    assert kept() == counted()


def test_no_open_deal_is_left_in_a_pipeline_that_is_being_archived(live_cast: Cast) -> None:
    vera, anna = Caller(live_cast.vera), Caller(live_cast.anna)
    for number in range(ROUNDS):
        made = vera.post("/pipelines", {"name": f"Tenders {number}"}).body["id"]
        client = live_cast.client(f"N {number}", owner=live_cast.anna)
        body = {"name": "Boxes", "company": client.pk, "pipeline": made}
        archived, opened = at_once(
            partial(vera.patch, f"/pipelines/{made}", {"is_archived": True}), partial(anna.post, "/deals", body)
        )
        assert (archived.status, opened.status) in {(200, 409), (200, 422), (409, 201)}
        assert Deal.objects.filter(pipeline=made).exists() == (opened.status == 201)
