"""Every reason that can be found has its words."""

import pytest
from django.utils import translation

from vedu.clients.duplicates import reasons
from vedu.clients.duplicates.facts import FIELDS
from vedu.clients.duplicates.linkage.agreeing import Agreement
from vedu.clients.duplicates.linkage.kinds import DIFFERENT


@pytest.mark.parametrize("field", [field.name for field in FIELDS])
def test_every_field_has_words_for_the_same(field: str) -> None:
    assert reasons.sentence([{"code": f"{field}-same", "value": "x"}])


@pytest.mark.parametrize("field", [field.name for field in FIELDS if field.trait.cuts])
def test_every_field_that_may_be_alike_has_words_for_it(field: str) -> None:
    assert reasons.sentence([{"code": f"{field}-alike", "value": ""}])


def test_what_weighs_most_is_said_first_and_contradictions_are_not() -> None:
    agreed = {
        "name": Agreement(4),
        "city": Agreement(4, "perm"),
        "phone": Agreement(3, "9126401822"),
        "inn": Agreement(DIFFERENT),
    }
    told = reasons.told(agreed, {"name": 3.0, "city": 1.0, "phone": 9.0, "inn": -4.0})
    assert [one["code"] for one in told] == ["phone-same", "name-alike", "city-same"]
    with translation.override("ru"):
        assert reasons.sentence(told) == "Тот же телефон +7 912 640-18-22, похожие названия, тот же город"
    with translation.override("en"):
        assert reasons.sentence(told) == "The same phone +7 912 640-18-22, similar names, the same city"


def test_a_code_of_tomorrow_is_left_out() -> None:
    assert reasons.sentence([{"code": "aura-same", "value": ""}]) == ""
