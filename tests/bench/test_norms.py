"""Norms of known hazards come out near the truth; what is judged by the clock is judged by `vedu bench norms`."""

from typing import Any

import numpy as np
import pytest
from django.utils import timezone

from bench.known_histories import HAZARDS, Hazard, histories, pipeline_of, write
from bench.norms import ACCURATE, FEW, LIMIT, NEAR, SEED, is_good, told
from tests.cast import Cast
from vedu.insight.stage_norms.learning import learn
from vedu.insight.stage_norms.stage_norm import StageNorm
from vedu.insight.stage_norms.standing import NormSource, norm_from


def result(**facts: Any) -> dict[str, Any]:
    row = {"stage": "Weibull 1", "true": 8.0, "days": 8.2, "error": 0.025, "spells": 900, "events": 800}
    usual = {"norms": [row], "few": ["preset"], "near": 0.98, "furthest": 0.06, "deals": 100_000, "moves": 400_000}
    times = {"touches": 400_000, "seconds": 4.0, "cpu_seconds": 4.0, "reading_seconds": 3.0}
    return usual | times | {"megabytes_before": 90, "megabytes_at_most": 250} | facts


def learned(cast: Cast, count: int) -> list[StageNorm]:
    pipeline, stages = pipeline_of("Known")
    now = timezone.now()
    write(pipeline, stages, histories(count, SEED), now, cast.anna, seed=SEED)
    learn(now)
    return list(StageNorm.objects.filter(stage__in=stages, segment="").order_by("stage__position"))


@pytest.mark.slow
@pytest.mark.sqlite_only  # the curve is numpy's; what it is drawn from is asked in tests/insight/stage_norms
def test_of_five_thousand_deals_every_norm_is_within_five_per_cent(cast: Cast) -> None:
    norms = learned(cast, ACCURATE)
    errors = [norm.days / hazard.quantile() - 1 for norm, hazard in zip(norms, HAZARDS, strict=True) if norm.days]
    assert len(errors) == len(HAZARDS)
    assert max(map(abs, errors)) <= NEAR, errors


def test_of_fewer_than_thirty_the_preset_holds(cast: Cast) -> None:
    norms = learned(cast, FEW)
    assert [norm.days for norm in norms] == [None] * len(HAZARDS)
    assert {norm_from({"days": norm.days}, 7).source for norm in norms} == {NormSource.PRESET}


def test_what_is_drawn_is_what_is_written(cast: Cast) -> None:
    drawn, norms = histories(300, SEED), learned(cast, 300)
    assert [norm.spells for norm in norms] == [len(stays.deal) for stays in drawn]
    assert [norm.events for norm in norms] == [int(stays.went_on.sum()) for stays in drawn]


def test_the_same_seed_makes_the_same_histories() -> None:
    one, again, other = histories(200, 7), histories(200, 7), histories(200, 8)
    assert all(np.array_equal(a.end, b.end) for a, b in zip(one, again, strict=True))
    assert not np.array_equal(one[0].end, other[0].end)


def test_who_left_is_not_who_went_on_and_the_rest_still_stands() -> None:
    for before, after in zip(histories(500, SEED), histories(500, SEED)[1:], strict=False):
        assert not (before.went_on & before.is_lost).any()
        assert (before.end[~before.went_on & ~before.is_lost] == 0).all()
        assert after.deal.tolist() == before.deal[before.went_on].tolist()


@pytest.mark.parametrize(
    ("hazard", "norm"),
    [(Hazard(1, 1, 9), 1.6094), (Hazard(2, 10, 9), 12.6864), (Hazard(0.5, 1, 9), 2.5903)],
)
def test_the_true_norm_is_that_of_the_formula(hazard: Hazard, norm: float) -> None:
    assert round(hazard.quantile(), 4) == norm
    assert np.exp(-((hazard.quantile() / hazard.scale) ** hazard.shape)) == pytest.approx(0.2)


@pytest.mark.parametrize(
    ("facts", "good"),
    [
        ({}, True),
        ({"norms": [{"error": -0.051}]}, False),
        ({"few": ["preset", "learned"]}, False),
        ({"seconds": LIMIT + 0.1}, False),
        ({"seconds": LIMIT + 0.1, "deals": 200_000}, True),
    ],
)
def test_it_judges_its_own_figures(facts: dict[str, Any], *, good: bool) -> None:
    assert is_good(result(**facts)) is good


def test_a_person_reads_a_table() -> None:
    text = told(result())
    assert "+2.50%" in text
    assert "100,000 deals, 400,000 moves" in text
