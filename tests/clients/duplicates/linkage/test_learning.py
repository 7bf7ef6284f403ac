"""A few decisions nudge, many decide; one kind of answer alone breaks nothing."""

import numpy as np
import pytest

from vedu.clients.duplicates.linkage.kinds import TRAITS, Kind
from vedu.clients.duplicates.linkage.learning import learn
from vedu.clients.duplicates.linkage.model import Model
from vedu.clients.duplicates.linkage.weights import Weights, believed

NAMES = ["name", "phone"]
ONLY_PHONE = {"phone": (TRAITS[Kind.PHONE].same, 2), "name": (1, 0)}
BOTH = {"phone": (TRAITS[Kind.PHONE].same, 2), "name": (TRAITS[Kind.COMPANY].same, 2)}


@pytest.fixture
def weights() -> Weights:
    return believed({"name": Kind.COMPANY, "phone": Kind.PHONE})


def worth(weights: Weights, *pairs: dict[str, tuple[int, int]]) -> np.ndarray:
    found = [Model(weights).worth(pair) for pair in pairs]
    return np.array([[one.get(name, 0.0) for name in NAMES] for one in found])


def taught(weights: Weights, decisions: int, *, same: bool) -> Model:
    examples = worth(weights, *[BOTH] * 10, *[{"name": (1, 0), "phone": (1, 0)}] * 40)
    decided = worth(weights, *[ONLY_PHONE] * decisions)
    return Model(weights, learn(weights, NAMES, examples, decided, [same] * decisions))


def test_a_few_decisions_nudge_and_many_decide(weights: Weights) -> None:
    before = Model(weights).score(ONLY_PHONE)
    few, many = (taught(weights, count, same=True).score(ONLY_PHONE) for count in (2, 200))
    assert before < few < many
    assert many > 0.8


def test_what_is_called_different_sinks(weights: Weights) -> None:
    before = Model(weights).score(ONLY_PHONE)
    assert taught(weights, 200, same=False).score(ONLY_PHONE) < min(before, 0.1)


def test_what_nobody_decided_on_stays_likely(weights: Weights) -> None:
    assert taught(weights, 200, same=False).score(BOTH) > 0.5


def test_it_says_from_how_many(weights: Weights) -> None:
    model = taught(weights, 7, same=True)
    assert model.learned is not None
    assert model.learned.decisions == 7
    assert set(model.learned.fields) == set(NAMES)
