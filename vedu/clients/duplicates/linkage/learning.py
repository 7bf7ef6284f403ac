"""Learns from decisions. scikit-learn is loaded here and only when there is something to learn: jobs do it, pages
never."""

from collections.abc import Sequence

import numpy as np

from vedu.clients.duplicates.linkage.model import FARTHEST, Learned
from vedu.clients.duplicates.linkage.scoring import Numbers, chances
from vedu.clients.duplicates.linkage.weights import Weights

BELIEVED = 20.0  # decisions that the weights alone are worth
MOST_EXAMPLES = 4000
STEP = 5.0  # one unit of a feature in log odds: brings the coefficients to one size for the penalty


def learn(weights: Weights, names: Sequence[str], examples: Numbers, decided: Numbers, same: Sequence[bool]) -> Learned:
    """``examples`` are pairs nobody decided, ``decided`` those that somebody did; a row is a pair, a column the weight
    of the field of that name.

    The examples stand for what the weights alone say: each counts as the same and as different, by its chance, and all
    together as ``BELIEVED`` decisions. So a few decisions nudge, and many outweigh (a power prior; Ibrahim and Chen,
    Statistical Science 15 (2000)). Unlikely examples weigh as much as all the decisions, however many: nobody is shown
    them to say that they are different."""
    from sklearn.linear_model import LogisticRegression  # a second and 60 MB that pages never need

    usual = _chosen(weights, examples)
    odds = np.clip(chances(usual.sum(axis=1) + weights.prior), 0.001, 0.999)
    shares = _balanced(odds, len(decided))
    features = _features(weights, np.concatenate([usual, usual, decided]))
    answers = np.concatenate([np.ones(len(usual)), np.zeros(len(usual)), np.array(same, float)])
    counts = np.concatenate([shares * odds, shares * (1 - odds), np.ones(len(decided))])
    fitted = LogisticRegression(max_iter=1000).fit(features, answers, sample_weight=counts)
    total, *fields = (fitted.coef_[0] / STEP).tolist()
    return Learned(float(fitted.intercept_[0]), total, dict(zip(names, fields, strict=True)), len(decided))


def _chosen(weights: Weights, examples: Numbers) -> Numbers:
    """As many of the likely as of the unlikely ones."""
    likely = examples.sum(axis=1) + weights.prior > 0
    rng = np.random.default_rng(7)
    halves = []
    for half in (np.flatnonzero(likely), np.flatnonzero(~likely)):
        most = MOST_EXAMPLES // 2
        halves.append(np.sort(rng.choice(half, most, replace=False)) if len(half) > most else half)
    chosen: Numbers = examples[np.concatenate(halves)]
    return chosen


def _balanced(odds: Numbers, decisions: int) -> Numbers:
    """How much each example weighs."""
    likely = odds > 0.5
    shares: Numbers = np.where(
        likely, BELIEVED / 2 / max(likely.sum(), 1), max(BELIEVED / 2, decisions) / max((~likely).sum(), 1)
    )
    return shares


def _features(weights: Weights, worth: Numbers) -> Numbers:
    total = np.clip(worth.sum(axis=1) + weights.prior, -FARTHEST, FARTHEST)
    return np.column_stack([total, worth]) / STEP
