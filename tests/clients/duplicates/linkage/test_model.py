"""The score is the same for one pair and for many, survives being written down, and a place alone is no pair."""

import json
import math

import numpy as np
import pytest

from tests.clients.duplicates.linkage.tables import FIELDS, crowd, table
from vedu.clients.duplicates.linkage.comparing import compare
from vedu.clients.duplicates.linkage.kinds import DIFFERENT, TRAITS, Kind
from vedu.clients.duplicates.linkage.model import Learned, Model
from vedu.clients.duplicates.linkage.scoring import scores
from vedu.clients.duplicates.linkage.weights import Weights, believed

KINDS = {field.name: field.kind for field in FIELDS}
NAME, PHONE, CITY = (TRAITS[kind].same for kind in (Kind.COMPANY, Kind.PHONE, Kind.CITY))
LEARNED = Learned(0.3, 0.9, {"name": 0.1, "phone": -0.2, "city": 0.0}, decisions=5)


@pytest.fixture
def model() -> Model:
    return Model(believed(KINDS))


def test_more_agreement_is_more_likely(model: Model) -> None:
    phone = {"phone": (PHONE, 2)}
    both = {**phone, "name": (NAME, 2)}
    apart = {**phone, "name": (DIFFERENT, 0)}
    assert model.score(apart) < model.score(phone) < model.score(both)
    assert model.score(both) > 0.95


def test_a_value_that_many_have_says_less(model: Model) -> None:
    assert model.score({"phone": (PHONE, 60)}) < model.score({"phone": (PHONE, 2)})


def test_a_place_alone_is_no_pair(model: Model) -> None:
    assert model.score({"city": (CITY, 2)}) == 0
    assert model.score({"city": (CITY, 2), "name": (DIFFERENT, 0)}) == 0


def test_unknown_is_neither_for_nor_against(model: Model) -> None:
    assert model.score({"name": (NAME, 2), "phone": (0, 0)}) == model.score({"name": (NAME, 2)})


@pytest.mark.parametrize("learned", [None, LEARNED])
def test_one_is_scored_as_many_are(model: Model, learned: Learned | None) -> None:
    model = Model(model.weights, learned)
    rows = [("Кедр", "+79126401822", "Пермь"), ("Кедр", "+79126401822", "Самара"), ("Маяк", "", "Пермь"), *crowd(20)]
    one = table(*rows)
    left, right = np.triu_indices(len(rows), 1)
    evidence = compare(one, left, right)
    for place, found in enumerate(scores(model, one, evidence).tolist()):
        pair = {
            field.name: (int(evidence.levels[place, at]), int(evidence.holders[place, at]))
            for at, field in enumerate(FIELDS)
        }
        assert math.isclose(model.score(pair), found, abs_tol=1e-9)


def test_it_is_plain_data(model: Model) -> None:
    model = Model(model.weights, LEARNED)
    again = Model.from_json(json.loads(json.dumps(model.as_json())))
    assert again == model
    assert isinstance(again.weights, Weights)


def test_data_of_another_version_is_refused(model: Model) -> None:
    with pytest.raises(ValueError, match="version"):
        Model.from_json({**model.as_json(), "version": 0})
